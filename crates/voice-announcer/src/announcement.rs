use queue_protocol::{Language, views::BoardCall};
use std::fmt;
use std::str::FromStr;

/// A ticket number as the screens show it: one letter A to Z, then 1 to 4 digits, leading zeros kept.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TicketNumber {
    letter: char,
    digits: String,
}

impl TicketNumber {
    /// The capital letter.
    #[must_use]
    pub fn letter(&self) -> char {
        self.letter
    }

    /// The digits, each 0 to 9, in the order of speaking.
    pub fn digits(&self) -> impl Iterator<Item = u8> + '_ {
        self.digits.bytes().map(|digit| digit - b'0')
    }
}

impl fmt::Display for TicketNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.letter, self.digits)
    }
}

/// The text is not a ticket number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a ticket number is a letter A to Z and 1 to 4 digits, such as A012")]
pub struct ParseTicketNumberError;

/// Reads `A012` and `a012`.
impl FromStr for TicketNumber {
    type Err = ParseTicketNumberError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut chars = text.chars();
        let letter = chars
            .next()
            .filter(char::is_ascii_alphabetic)
            .ok_or(ParseTicketNumberError)?;
        let digits = chars.as_str();
        if !(1..=4).contains(&digits.len()) || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(ParseTicketNumberError);
        }
        Ok(Self {
            letter: letter.to_ascii_uppercase(),
            digits: digits.to_owned(),
        })
    }
}

/// One call as the hall is to hear it. It holds the mark of priority, never why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// Whom.
    pub number: TicketNumber,
    /// Where to; read as a number up to [`LARGEST_COUNTER`](crate::LARGEST_COUNTER), above it digit by digit.
    pub counter: u16,
    /// Says "ưu tiên" with the number.
    pub priority: bool,
    /// Said again after an earlier call.
    pub recall: bool,
    /// The languages, in the order of speaking.
    pub languages: Vec<Language>,
}

impl Announcement {
    /// A first call, without priority, in Vietnamese.
    #[must_use]
    pub fn call(number: TicketNumber, counter: u16) -> Self {
        Self {
            number,
            counter,
            priority: false,
            recall: false,
            languages: vec![Language::VI],
        }
    }
}

/// A call of the board's view: Vietnamese first, then the visitor's language.
impl TryFrom<&BoardCall> for Announcement {
    type Error = ParseTicketNumberError;

    fn try_from(call: &BoardCall) -> Result<Self, Self::Error> {
        let mut languages = vec![Language::VI];
        if call.language != Language::VI {
            languages.push(call.language);
        }
        Ok(Self {
            number: call.number.parse()?,
            counter: call.counter,
            priority: call.priority,
            recall: call.attempt > 1,
            languages,
        })
    }
}
