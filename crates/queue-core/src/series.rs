//! Ticket numbers: the service's letter, then the day's count (`A012`, `M1000`).

use std::fmt;
use std::str::FromStr;

/// The letter of a series: one capital of the Latin alphabet, as printer, board and voice know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Letter(char);

impl Letter {
    /// The letter, read case-insensitively; `None` for anything but A to Z.
    #[must_use]
    pub const fn new(letter: char) -> Option<Self> {
        if letter.is_ascii_alphabetic() {
            Some(Self(letter.to_ascii_uppercase()))
        } else {
            None
        }
    }

    /// The capital.
    #[must_use]
    pub const fn get(self) -> char {
        self.0
    }
}

impl fmt::Display for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A ticket number, unique within its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// The series.
    pub letter: Letter,
    /// The day's count in the series, 1 to [`Number::MAX`].
    pub count: u16,
}

impl Number {
    /// The last number of a series; the next issue is refused as exhausted.
    pub const MAX: u16 = 9999;
}

/// Three digits, four when they are needed.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:03}", self.letter, self.count)
    }
}

/// The text is not a ticket number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a ticket number is one letter and 1 to 4 digits, such as A012")]
pub struct ParseNumberError;

/// Reads `A012`, `a12` and ` A0012 `: letters without regard to case, leading zeros optional.
impl FromStr for Number {
    type Err = ParseNumberError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut chars = text.trim().chars();
        let letter = chars.next().and_then(Letter::new).ok_or(ParseNumberError)?;
        let digits = chars.as_str();
        if digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(ParseNumberError);
        }
        match digits.parse() {
            Ok(count) if count > 0 => Ok(Self { letter, count }),
            _ => Err(ParseNumberError),
        }
    }
}
