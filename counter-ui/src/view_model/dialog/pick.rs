//! Which held visitor is called back, which no-show is put back into the queue?

use super::direction;
use crate::view_model::{Button, Desk, Key, Verb, Why};

/// Which entry is marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// [`Button::Resume`] or [`Button::Restore`].
    pub button: Button,
    marked: Option<String>,
}

impl Pick {
    pub(super) const fn new(button: Button) -> Self {
        Self {
            button,
            marked: None,
        }
    }

    /// The numbers that can be chosen.
    #[must_use]
    pub fn numbers<'a>(&self, desk: &'a Desk) -> Vec<&'a str> {
        match self.button {
            Button::Resume => desk
                .held()
                .iter()
                .map(|entry| entry.number.as_str())
                .collect(),
            _ => desk
                .missed()
                .iter()
                .map(|entry| entry.number.as_str())
                .collect(),
        }
    }

    /// The place of the marked one: the first until another is chosen, also when that one is gone.
    #[must_use]
    pub fn place(&self, desk: &Desk) -> usize {
        let marked = self.marked.as_deref();
        let place = self
            .numbers(desk)
            .iter()
            .position(|number| Some(*number) == marked);
        place.unwrap_or(0)
    }

    pub(super) fn key(&mut self, key: Key, desk: &Desk) {
        let place = self.place(desk);
        let wanted = match (key, direction(key)) {
            (Key::Char(digit), _) => digit.to_digit(10).and_then(|digit| digit.checked_sub(1)),
            (_, Some(by)) => u32::try_from(place)
                .ok()
                .and_then(|at| at.checked_add_signed(by.into())),
            _ => None,
        };
        if let Some(place) = wanted.and_then(|place| usize::try_from(place).ok()) {
            self.pick(place, desk);
        }
    }

    pub(super) fn pick(&mut self, place: usize, desk: &Desk) {
        if let Some(number) = self.numbers(desk).get(place) {
            self.marked = Some((*number).to_owned());
        }
    }

    pub(super) fn verb(&self, desk: &Desk) -> Result<Verb, Why> {
        let number = self
            .numbers(desk)
            .get(self.place(desk))
            .map(|number| (*number).to_owned());
        match (self.button, number) {
            (Button::Resume, Some(number)) => Ok(Verb::Resume { number }),
            (_, Some(number)) => Ok(Verb::Restore { number }),
            (Button::Resume, None) => Err(Why::NobodyHeld),
            (_, None) => Err(Why::NobodyMissed),
        }
    }
}
