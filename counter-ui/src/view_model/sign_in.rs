//! The form before the desk: counter, officer number, PIN. Digits only, so no input method eats them.

use super::{Key, Why};
use queue_protocol::Pin;

/// A place of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Field {
    /// The counter this computer stands at.
    Counter,
    /// The officer's short number.
    #[default]
    Officer,
    /// The officer's PIN.
    Pin,
}

/// What a key did to the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// Nothing that concerns others.
    Here,
    /// Another counter was typed.
    Counter(u16),
    /// The neighbouring counter was asked for: one up or one down.
    Step(i8),
    /// The form is to be sent.
    Send,
}

/// The shortest and longest PIN the service takes.
const PIN: std::ops::RangeInclusive<usize> = 4..=12;
/// An officer's number is short.
const OFFICER_DIGITS: usize = 6;
const COUNTER_DIGITS: usize = 4;

/// What has been typed so far.
#[derive(Clone, Default)]
pub struct SignIn {
    /// Where the next digit goes.
    pub field: Field,
    counter: String,
    officer: String,
    pin: String,
}

impl SignIn {
    /// The officer's number as typed.
    #[must_use]
    pub fn officer_text(&self) -> &str {
        &self.officer
    }

    /// The officer's number.
    #[must_use]
    pub fn officer(&self) -> Option<u32> {
        self.officer.parse().ok()
    }

    /// How many digits of the PIN stand there; the digits themselves leave only in [`Self::pin`].
    #[must_use]
    pub fn pin_digits(&self) -> usize {
        self.pin.len()
    }

    /// The PIN, to be sent.
    #[must_use]
    pub fn pin(&self) -> Pin {
        Pin(self.pin.clone())
    }

    /// Forgets the PIN, after every attempt.
    pub fn forget_pin(&mut self) {
        self.pin.clear();
    }

    /// Forgets the officer too.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// What is missing, if anything.
    #[must_use]
    pub fn why_not(&self) -> Option<Why> {
        if self.officer().is_none() {
            Some(Why::NoOfficer)
        } else if !PIN.contains(&self.pin.len()) {
            Some(Why::PinTooShort)
        } else {
            None
        }
    }

    /// Moves to `field`.
    pub fn go_to(&mut self, field: Field) {
        self.counter.clear();
        self.field = field;
    }

    /// Takes a key.
    pub fn key(&mut self, key: Key) -> Typed {
        match key {
            Key::Char(digit) if digit.is_ascii_digit() => return self.digit(digit),
            Key::Backspace => {
                self.text().pop();
            }
            Key::Escape | Key::Delete => self.text().clear(),
            Key::Tab => self.go_to(self.after()),
            Key::BackTab => self.go_to(self.before()),
            Key::Up if self.field == Field::Counter => return Typed::Step(-1),
            Key::Down if self.field == Field::Counter => return Typed::Step(1),
            Key::Up => self.go_to(self.before()),
            Key::Down => self.go_to(self.after()),
            Key::Enter if self.field == Field::Pin => return Typed::Send,
            Key::Enter => self.go_to(self.after()),
            _ => {}
        }
        Typed::Here
    }

    fn digit(&mut self, digit: char) -> Typed {
        let most = match self.field {
            Field::Counter => COUNTER_DIGITS,
            Field::Officer => OFFICER_DIGITS,
            Field::Pin => *PIN.end(),
        };
        let text = self.text();
        if text.len() < most {
            text.push(digit);
        }
        match (self.field, self.counter.parse()) {
            (Field::Counter, Ok(counter)) => Typed::Counter(counter),
            _ => Typed::Here,
        }
    }

    const fn text(&mut self) -> &mut String {
        match self.field {
            Field::Counter => &mut self.counter,
            Field::Officer => &mut self.officer,
            Field::Pin => &mut self.pin,
        }
    }

    const fn after(&self) -> Field {
        match self.field {
            Field::Counter => Field::Officer,
            Field::Officer | Field::Pin => Field::Pin,
        }
    }

    const fn before(&self) -> Field {
        match self.field {
            Field::Pin => Field::Officer,
            Field::Officer | Field::Counter => Field::Counter,
        }
    }
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignIn")
            .field("field", &self.field)
            .finish_non_exhaustive()
    }
}
