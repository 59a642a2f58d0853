//! A key with its modifiers, read from its name.

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

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Combination {
    /// The modifiers.
    pub modifiers: Modifiers,
    /// The key without them, as X11 names it.
    pub keysym: u32,
}

const SPACE: u32 = 0x0020;
const RETURN: u32 = 0xff0d;
const F1: u32 = 0xffbe;

impl Combination {
    /// Reads a name such as `Ctrl+Alt+Space`: Space, Enter, F1 to F12, a letter or a digit, with at
    /// least one of Ctrl and Alt, so that nothing anybody types is taken away.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let mut modifiers = Modifiers::default();
        let mut keysym = None;
        for part in name.split('+').map(|part| part.trim().to_ascii_lowercase()) {
            match part.as_str() {
                "ctrl" => modifiers.control = true,
                "alt" => modifiers.alt = true,
                "shift" => modifiers.shift = true,
                key if keysym.is_none() => keysym = Some(named(key)?),
                _ => return None,
            }
        }
        let held = modifiers.control || modifiers.alt;
        keysym
            .filter(|_| held)
            .map(|keysym| Self { modifiers, keysym })
    }
}

fn named(key: &str) -> Option<u32> {
    match (key, key.strip_prefix('f')) {
        ("space", _) => Some(SPACE),
        ("enter" | "return", _) => Some(RETURN),
        (_, Some(number)) if !number.is_empty() => {
            let number: u32 = number.parse().ok()?;
            (1..=12).contains(&number).then(|| F1 + number - 1)
        }
        _ => {
            let mut characters = key.chars();
            let only = characters.next().filter(|_| characters.next().is_none());
            only.filter(char::is_ascii_alphanumeric).map(u32::from)
        }
    }
}
