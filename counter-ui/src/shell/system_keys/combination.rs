//! A key with its modifiers, read from its name.

use std::fmt::{self, Display, Formatter};

/// Which modifiers are held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Modifiers {
    /// Ctrl.
    pub control: bool,
    /// Alt.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
}

/// A key without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlainKey {
    /// The space bar.
    Space,
    /// Enter.
    Enter,
    /// F1 to F12, as 1 to 12.
    Function(u8),
    /// An ASCII letter in lower case, or a digit.
    Sign(char),
}

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Combination {
    /// The modifiers.
    pub modifiers: Modifiers,
    /// The key without them.
    pub key: PlainKey,
}

impl Combination {
    /// Reads a name such as `Ctrl+Alt+Space`: Space, Enter, F1 to F12, a letter or a digit, with at
    /// least one of Ctrl and Alt, so that nothing anybody types is taken away.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let mut modifiers = Modifiers::default();
        let mut key = None;
        for part in name.split('+').map(|part| part.trim().to_ascii_lowercase()) {
            match part.as_str() {
                "ctrl" => modifiers.control = true,
                "alt" => modifiers.alt = true,
                "shift" => modifiers.shift = true,
                named if key.is_none() => key = Some(PlainKey::parse(named)?),
                _ => return None,
            }
        }
        let held = modifiers.control || modifiers.alt;
        key.filter(|_| held).map(|key| Self { modifiers, key })
    }
}

impl PlainKey {
    fn parse(name: &str) -> Option<Self> {
        match (name, name.strip_prefix('f')) {
            ("space", _) => Some(Self::Space),
            ("enter" | "return", _) => Some(Self::Enter),
            (_, Some(number)) if !number.is_empty() => {
                let number = number.parse().ok()?;
                (1..=12).contains(&number).then_some(Self::Function(number))
            }
            _ => {
                let mut characters = name.chars();
                let only = characters.next().filter(|_| characters.next().is_none());
                only.filter(char::is_ascii_alphanumeric).map(Self::Sign)
            }
        }
    }
}

/// The modifiers first, as every desktop's own names have them.
impl Display for Combination {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        let held = self.modifiers;
        let names = [
            (held.control, "Ctrl"),
            (held.alt, "Alt"),
            (held.shift, "Shift"),
        ];
        for (_, name) in names.into_iter().filter(|(held, _)| *held) {
            write!(to, "{name}+")?;
        }
        match self.key {
            PlainKey::Space => to.write_str("Space"),
            PlainKey::Enter => to.write_str("Enter"),
            PlainKey::Function(number) => write!(to, "F{number}"),
            PlainKey::Sign(sign) => write!(to, "{}", sign.to_ascii_uppercase()),
        }
    }
}
