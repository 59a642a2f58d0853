//! The keys, and what each does at the desk.

use super::Button;
use queue_protocol::Outcome;

/// A key, as far as the desk knows keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A character; letters arrive in upper case.
    Char(char),
    /// F1 to F12.
    Function(u8),
    /// F1 to F12 with Shift.
    ShiftFunction(u8),
    /// A letter with Ctrl, in upper case.
    Ctrl(char),
    /// Return.
    Enter,
    /// Esc.
    Escape,
    /// Tab.
    Tab,
    /// Tab with Shift.
    BackTab,
    /// Tab with Ctrl.
    CtrlTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Up.
    Up,
    /// Down.
    Down,
    /// Left.
    Left,
    /// Right.
    Right,
}

/// What a key means at the desk while no question is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// It is a button.
    Press(Button),
    /// It chooses what came of the visit.
    Choose(Outcome),
    /// One dossier more, or fewer.
    Dossiers(i8),
    /// The note has been read.
    Dismiss,
}

impl Key {
    /// What the key means at the desk; `None` leaves it to the element that has the focus.
    #[must_use]
    pub fn at_the_desk(self) -> Option<Meaning> {
        let button = match self {
            Self::Function(2) => Button::CallNext,
            Self::Function(3) => Button::Recall,
            Self::Function(4) => Button::Serve,
            Self::Function(5) => Button::Hold,
            Self::ShiftFunction(5) => Button::Resume,
            Self::Function(6) => Button::Transfer,
            Self::Function(7) => Button::NoShow,
            Self::ShiftFunction(7) => Button::Restore,
            Self::Function(8) => Button::Finish,
            Self::ShiftFunction(8) => Button::NextService,
            Self::Function(9) => Button::Pause,
            Self::Function(11) => Button::Bar,
            Self::CtrlTab => Button::Page,
            Self::Function(12) => Button::More,
            Self::Ctrl('Z') => Button::Undo,
            Self::Ctrl('G') => Button::Chosen,
            Self::Ctrl('F') => Button::Find,
            Self::Ctrl('N') => Button::Issue,
            Self::Ctrl('H') => Button::Help,
            Self::Ctrl('K') => Button::Coming,
            Self::Char('+' | '=') => return Some(Meaning::Dossiers(1)),
            Self::Char('-') => return Some(Meaning::Dossiers(-1)),
            Self::Char(digit) => return nth(digit, Outcome::ALL).map(Meaning::Choose),
            Self::Escape => return Some(Meaning::Dismiss),
            _ => return None,
        };
        Some(Meaning::Press(button))
    }
}

/// The item that the digit counts to, from 1.
#[must_use]
pub fn nth<T: Copy>(digit: char, items: &[T]) -> Option<T> {
    let place = digit.to_digit(10)?.checked_sub(1)?;
    items.get(usize::try_from(place).ok()?).copied()
}
