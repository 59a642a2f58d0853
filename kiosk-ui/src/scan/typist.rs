//! A hand at a keyboard, told from a scanner that types: what a scanner sends must not stand on the screen, so letters wait until it is
//! certain that a hand pressed them.

use super::gathering::SHORTEST;
use super::wedge::{PAUSE, is_no_letter};
use std::time::{Duration, Instant};

/// From key to key a hand takes longer, on average.
const HAND: Duration = Duration::from_millis(50);
/// After so many keys it is certain: a delay of the window between two of a scanner's keys makes no hand of it.
const TELLING: u32 = 4;

/// The keys since the last pause. Letters of a scanner are overwritten when they go.
#[derive(Default)]
pub struct Typist {
    waiting: String,
    keys: u32,
    first: Option<Instant>,
    last: Option<Instant>,
    is_hand: bool,
}

impl Typist {
    /// A key came, with the text that it would type; gives what a hand has typed for certain.
    pub fn key(&mut self, text: &str, now: Instant) -> String {
        let paused = |last| now.saturating_duration_since(last) >= PAUSE;
        let mut typed = if self.last.is_some_and(paused) {
            self.pause()
        } else {
            String::new()
        };
        if is_no_letter(text) || text.contains(['\r', '\n', '\t']) {
            return typed;
        }
        self.last = Some(now);
        let first = *self.first.get_or_insert(now);
        self.waiting.push_str(text);
        self.keys += 1;
        let slowly = now.saturating_duration_since(first) >= HAND * (self.keys - 1);
        self.is_hand |= self.keys >= TELLING && slowly;
        if self.is_hand {
            typed.push_str(&std::mem::take(&mut self.waiting));
        }
        typed
    }

    /// Whether something waits that a pause would give.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Nothing has come for [`PAUSE`]: gives what waits, unless it is as long and came as fast as a scan.
    pub fn pause(&mut self) -> String {
        let scanned = !self.is_hand && self.waiting.chars().count() >= SHORTEST;
        if scanned {
            self.forget();
        }
        let typed = std::mem::take(&mut self.waiting);
        *self = Self::default();
        typed
    }

    fn forget(&mut self) {
        let mut letters = std::mem::take(&mut self.waiting).into_bytes();
        letters.fill(0);
        std::hint::black_box(&letters);
    }
}

impl Drop for Typist {
    fn drop(&mut self) {
        self.forget();
    }
}
