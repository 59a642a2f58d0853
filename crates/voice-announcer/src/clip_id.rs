use std::fmt;
use vietnamese::number::vi::Region;

/// The name of one recorded clip of a voice; shown, it is the stem of the clip's file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ClipId {
    /// A fixed phrase of the wording: `phrase-invite`.
    Phrase(String),
    /// The name of a letter, A to Z: `letter-a`.
    Letter(char),
    /// A digit within a ticket number: `digit-7`.
    Digit(u8),
    /// A counter's number: `number-15`, and `number-24-south` where the regions read it differently.
    Number {
        /// 1 to [`LARGEST_COUNTER`](crate::LARGEST_COUNTER).
        value: u16,
        /// Whose reading it is; `None` where all say the same.
        region: Option<Region>,
    },
}

impl fmt::Display for ClipId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Phrase(name) => write!(f, "phrase-{name}"),
            Self::Letter(letter) => write!(f, "letter-{}", letter.to_ascii_lowercase()),
            Self::Digit(digit) => write!(f, "digit-{digit}"),
            Self::Number {
                value,
                region: None,
            } => write!(f, "number-{value}"),
            Self::Number {
                value,
                region: Some(Region::North),
            } => write!(f, "number-{value}-north"),
            Self::Number {
                value,
                region: Some(Region::South),
            } => write!(f, "number-{value}-south"),
        }
    }
}
