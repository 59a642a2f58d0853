//! Back at about when?

use super::{MINUTES, USUAL, direction, step};
use crate::view_model::key::nth;
use crate::view_model::{Desk, Key, Verb};
use chrono::{TimeDelta, Timelike as _};
use tokio::time::Instant;

/// The answers so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// In about how many minutes; `None`: not said.
    pub minutes: Option<u16>,
}

impl Default for Hold {
    fn default() -> Self {
        Self { minutes: USUAL }
    }
}

impl Hold {
    pub(super) fn key(&mut self, key: Key) {
        if let Key::Char(digit) = key {
            self.minutes = nth(digit, &MINUTES).unwrap_or(self.minutes);
        } else if let Some(by) = direction(key) {
            self.minutes = step(&MINUTES, self.minutes, by);
        }
    }

    pub(super) fn pick(&mut self, place: usize) {
        self.minutes = MINUTES.get(place).copied().unwrap_or(self.minutes);
    }

    /// A visitor comes back at about a whole minute.
    pub(super) fn verb(&self, desk: &Desk, now: Instant) -> Verb {
        let back = |minutes: u16| {
            let at = desk.time(now)? + TimeDelta::minutes(i64::from(minutes));
            at.with_second(0)?.with_nanosecond(0)
        };
        Verb::Hold {
            back_at: self.minutes.and_then(back),
        }
    }
}
