//! Which number outside the rule, and why?

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
/// A letter and at most four digits.
const LONGEST: usize = 5;

/// The answers so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// What was typed, in upper case.
    pub typed: String,
    /// Why.
    pub reason: OfficerReason,
}

impl Default for Chosen {
    fn default() -> Self {
        Self {
            typed: String::new(),
            reason: OfficerReason::Need,
        }
    }
}

impl Chosen {
    /// Whether what was typed is a number: a letter, then three or four digits.
    #[must_use]
    pub fn is_number(&self) -> bool {
        let mut characters = self.typed.chars();
        let letter = characters
            .next()
            .is_some_and(|first| first.is_ascii_uppercase());
        let digits = characters.as_str();
        letter
            && (3..LONGEST).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    }

    pub(super) fn key(&mut self, key: Key) {
        match key {
            Key::Char(c) if self.fits(c) => self.typed.push(c),
            Key::Backspace => {
                self.typed.pop();
            }
            Key::Delete => self.typed.clear(),
            _ => {
                if let Some(by) = direction(key) {
                    self.reason = step(&REASONS, self.reason, by);
                }
            }
        }
    }

    fn fits(&self, c: char) -> bool {
        let first = self.typed.is_empty();
        self.typed.len() < LONGEST
            && if first {
                c.is_ascii_uppercase()
            } else {
                c.is_ascii_digit()
            }
    }

    pub(super) fn pick(&mut self, group: Group, place: usize, desk: &Desk) {
        match group {
            Group::Entries => {
                if let Some(entry) = desk.queue().get(place) {
                    self.typed.clone_from(&entry.number);
                }
            }
            _ => self.reason = REASONS.get(place).copied().unwrap_or(self.reason),
        }
    }

    pub(super) fn verb(&self) -> Result<Verb, Why> {
        if self.is_number() {
            Ok(Verb::Call {
                number: self.typed.clone(),
                reason: self.reason,
            })
        } else {
            Err(Why::NotANumber)
        }
    }
}
