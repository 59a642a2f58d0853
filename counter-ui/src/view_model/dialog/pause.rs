//! Why a break, and for how long?

use super::{Group, MINUTES, USUAL, direction, step};
use crate::view_model::key::nth;
use crate::view_model::{Key, Verb};
use queue_protocol::BreakReason;

/// The answers so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pause {
    /// Why.
    pub reason: BreakReason,
    /// For about how many minutes; `None`: not said.
    pub minutes: Option<u16>,
}

impl Default for Pause {
    fn default() -> Self {
        Self {
            reason: BreakReason::Rest,
            minutes: USUAL,
        }
    }
}

impl Pause {
    pub(super) fn key(&mut self, key: Key) {
        if let Key::Char(digit) = key {
            self.reason = nth(digit, BreakReason::ALL).unwrap_or(self.reason);
        } else if let Some(by) = direction(key) {
            self.minutes = step(&MINUTES, self.minutes, by);
        }
    }

    pub(super) fn pick(&mut self, group: Group, place: usize) {
        match group {
            Group::Minutes => self.minutes = MINUTES.get(place).copied().unwrap_or(self.minutes),
            _ => self.reason = BreakReason::ALL.get(place).copied().unwrap_or(self.reason),
        }
    }

    pub(super) const fn verb(&self) -> Verb {
        Verb::Break {
            reason: self.reason,
            minutes: self.minutes,
        }
    }
}
