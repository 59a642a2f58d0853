//! Which number outside the rule, and why?

use super::typed::TypedNumber;
use super::{Group, direction, step};
use crate::view_model::{Desk, Key, Verb, Why};
use queue_protocol::OfficerReason;

/// Why an officer may call outside the rule; proof belongs to priority.
pub const REASONS: [OfficerReason; 4] = [
    OfficerReason::Need,
    OfficerReason::Asked,
    OfficerReason::Mistake,
    OfficerReason::Other,
];
/// The answers so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// What was typed.
    pub typed: TypedNumber,
    /// Why.
    pub reason: OfficerReason,
}

impl Default for Chosen {
    fn default() -> Self {
        Self {
            typed: TypedNumber::default(),
            reason: OfficerReason::Need,
        }
    }
}

impl Chosen {
    pub(super) fn key(&mut self, key: Key) {
        match key {
            Key::Char(_) | Key::Backspace | Key::Delete => self.typed.key(key),
            _ => {
                if let Some(by) = direction(key) {
                    self.reason = step(&REASONS, self.reason, by);
                }
            }
        }
    }

    pub(super) fn pick(&mut self, group: Group, place: usize, desk: &Desk) {
        match group {
            Group::Entries => {
                if let Some(entry) = desk.queue().get(place) {
                    self.typed.0.clone_from(&entry.number);
                }
            }
            _ => self.reason = REASONS.get(place).copied().unwrap_or(self.reason),
        }
    }

    pub(super) fn verb(&self) -> Result<Verb, Why> {
        if self.typed.is_number() {
            Ok(Verb::Call {
                number: self.typed.0.clone(),
                reason: self.reason,
            })
        } else {
            Err(Why::NotANumber)
        }
    }
}
