//! The tone of a syllable, taken apart from its letters.

use unicode_normalization::UnicodeNormalization;

/// The six tones in the order of Vietnamese dictionaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Tone {
    /// ngang: no mark
    #[default]
    Level,
    /// huyền: à
    Falling,
    /// hỏi: ả
    Dipping,
    /// ngã: ã
    Broken,
    /// sắc: á
    Rising,
    /// nặng: ạ
    Heavy,
}

impl Tone {
    /// The tone that a Telex key gives.
    pub(crate) const fn of_key(key: char) -> Option<Self> {
        match key {
            'f' => Some(Self::Falling),
            'r' => Some(Self::Dipping),
            'x' => Some(Self::Broken),
            's' => Some(Self::Rising),
            'j' => Some(Self::Heavy),
            'z' => Some(Self::Level),
            _ => None,
        }
    }

    /// Its combining mark.
    pub(crate) const fn mark(self) -> Option<char> {
        match self {
            Self::Level => None,
            Self::Falling => Some('\u{300}'),
            Self::Dipping => Some('\u{309}'),
            Self::Broken => Some('\u{303}'),
            Self::Rising => Some('\u{301}'),
            Self::Heavy => Some('\u{323}'),
        }
    }

    fn of_mark(c: char) -> Option<Self> {
        match c {
            '\u{300}' => Some(Self::Falling),
            '\u{309}' => Some(Self::Dipping),
            '\u{303}' => Some(Self::Broken),
            '\u{301}' => Some(Self::Rising),
            '\u{323}' => Some(Self::Heavy),
            _ => None,
        }
    }
}

/// A word as its lower-case letters in NFC (`ă â ê ô ơ ư đ` keep their shape) and its tone,
/// wherever the mark stood: `hoà` and `hòa` are the same.
pub(crate) fn lift_tone(word: &str) -> (String, Tone) {
    let mut tone = Tone::Level;
    let letters = word
        .nfd()
        .flat_map(char::to_lowercase)
        .filter(|&c| match Tone::of_mark(c) {
            Some(found) => {
                tone = found;
                false
            }
            None => true,
        })
        .nfc()
        .collect();
    (letters, tone)
}
