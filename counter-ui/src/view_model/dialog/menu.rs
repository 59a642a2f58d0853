//! Everything else: what has no large button of its own.

use super::{Choice, direction, step};
use crate::view_model::{Button, Desk, Key, Why};
use tokio::time::Instant;

/// An entry of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// A button of the desk.
    Press(Button),
    /// The screen's other language.
    Language,
}

/// The digits of the first ten entries, in their order.
const DIGITS: [char; 10] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/// Which entry is marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Menu {
    /// The marked entry.
    pub marked: Item,
}

impl Item {
    /// The entries in their order.
    pub const ALL: [Self; 12] = [
        Self::Press(Button::Resume),
        Self::Press(Button::Restore),
        Self::Press(Button::Chosen),
        Self::Press(Button::Return),
        Self::Language,
        Self::Press(Button::Close),
        Self::Press(Button::Find),
        Self::Press(Button::Issue),
        Self::Press(Button::LastVisitor),
        Self::Press(Button::MyDay),
        Self::Press(Button::Help),
        Self::Press(Button::NextService),
    ];

    /// Why it cannot be chosen now.
    #[must_use]
    pub fn why_not(self, desk: &Desk, now: Instant) -> Option<Why> {
        match self {
            Self::Press(button) => desk.why_not(button, now),
            Self::Language => None,
        }
    }
}

impl Menu {
    /// The first entry that can be chosen now is marked.
    pub(super) fn new(desk: &Desk, now: Instant) -> Self {
        let first = Item::ALL
            .into_iter()
            .find(|item| item.why_not(desk, now).is_none());
        Self {
            marked: first.unwrap_or(Item::Language),
        }
    }

    pub(super) fn key(&mut self, key: Key) {
        if let Key::Char(typed) = key {
            let place = DIGITS.iter().position(|digit| *digit == typed);
            self.pick(place.unwrap_or(usize::MAX));
        } else if let Some(by) = direction(key) {
            self.marked = step(&Item::ALL, self.marked, by);
        }
    }

    pub(super) fn pick(&mut self, place: usize) {
        self.marked = Item::ALL.get(place).copied().unwrap_or(self.marked);
    }

    pub(super) fn choice(&self, desk: &Desk, now: Instant) -> Result<Choice, Why> {
        match (self.marked.why_not(desk, now), self.marked) {
            (Some(why), _) => Err(why),
            (None, Item::Press(button)) => Ok(Choice::Press(button)),
            (None, Item::Language) => Ok(Choice::SwitchLanguage),
        }
    }
}
