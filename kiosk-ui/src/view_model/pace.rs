//! How fast numbers are taken here.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// From one number asked for to the next.
const BETWEEN: Duration = Duration::from_secs(2);
const MINUTE: Duration = Duration::from_secs(60);
/// More numbers than this within a minute are shown to staff: a child plays, or somebody sells them.
const USUAL: usize = 10;

/// When numbers were asked for and given.
#[derive(Default)]
pub(super) struct Pace {
    asked: Option<Instant>,
    given: VecDeque<Instant>,
}

impl Pace {
    /// Whether the one before was asked for only just now.
    pub fn is_too_soon(&self, now: Instant) -> bool {
        self.asked
            .is_some_and(|asked| now.saturating_duration_since(asked) < BETWEEN)
    }

    /// A number is asked for.
    pub fn asks(&mut self, now: Instant) {
        self.asked = Some(now);
    }

    /// One was given.
    pub fn gives(&mut self, now: Instant) {
        self.given.push_back(now);
        if self.given.len() > USUAL + 1 {
            self.given.pop_front();
        }
    }

    /// Whether staff should look.
    pub fn is_hurried(&self, now: Instant) -> bool {
        let recent = |given: &&Instant| now.saturating_duration_since(**given) < MINUTE;
        self.given.iter().filter(recent).count() > USUAL
    }
}
