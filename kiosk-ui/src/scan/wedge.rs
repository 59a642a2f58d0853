//! A scanner that types: keys into the window, faster than any hand.

use super::{Gathering, Scan};
use std::time::{Duration, Instant};

/// A scanner types on within this time, even where the window was busy in between.
pub const PAUSE: Duration = Duration::from_millis(150);

/// The keys since the last scan.
#[derive(Default)]
pub struct Wedge {
    gathering: Gathering,
    last: Option<Instant>,
}

impl Wedge {
    /// A key came, with the text that it would type; gives the scan that ends with it.
    pub fn key(&mut self, text: &str, now: Instant) -> Option<Scan> {
        // What was begun so long ago was typed by a hand, or its ending got lost.
        let before = self.pause(now);
        if is_no_letter(text) {
            return before;
        }
        self.last = Some(now);
        let ended = text.bytes().find_map(|byte| self.gathering.push(byte));
        before.or(ended)
    }

    /// Nothing has come for a while: gives a scan without an ending.
    pub fn pause(&mut self, now: Instant) -> Option<Scan> {
        let last = self.last?;
        if now.saturating_duration_since(last) < PAUSE {
            return None;
        }
        self.last = None;
        self.gathering.end()
    }

    /// Whether a key came so shortly before `now` that no hand can have pressed both.
    #[must_use]
    pub fn is_typing(&self, now: Instant) -> bool {
        self.last
            .is_some_and(|last| now.saturating_duration_since(last) < PAUSE)
    }

    /// Whether something has begun that a pause would end.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        self.gathering.has_begun()
    }
}

/// Shift, arrows and the like have letters of no script.
pub(super) fn is_no_letter(text: &str) -> bool {
    text.is_empty()
        || text
            .chars()
            .all(|c| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{10}'..='\u{1f}' | '\u{7f}'))
}
