//! A ticket number as it is typed: a letter, then three or four digits.

use crate::view_model::Key;

/// A letter and at most four digits.
const LONGEST: usize = 5;

/// What has been typed of a number, in upper case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedNumber(pub String);

impl TypedNumber {
    /// Whether it is whole.
    #[must_use]
    pub fn is_number(&self) -> bool {
        let mut characters = self.0.chars();
        let letter = characters
            .next()
            .is_some_and(|first| first.is_ascii_uppercase());
        let digits = characters.as_str();
        letter
            && (3..LONGEST).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Takes a character or a correction; a letter begins a whole number anew.
    pub(super) fn key(&mut self, key: Key) {
        match key {
            Key::Char(c) if c.is_ascii_uppercase() && self.is_number() => self.0 = c.to_string(),
            Key::Char(c) if self.fits(c) => self.0.push(c),
            Key::Backspace => {
                self.0.pop();
            }
            Key::Delete => self.0.clear(),
            _ => {}
        }
    }

    fn fits(&self, c: char) -> bool {
        self.0.len() < LONGEST
            && if self.0.is_empty() {
                c.is_ascii_uppercase()
            } else {
                c.is_ascii_digit()
            }
    }
}
