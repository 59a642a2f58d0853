//! Slint's key texts as keys of the desk.

use crate::view_model::Key;
use slint::platform::Key as Slint;

const FUNCTION: [Slint; 12] = [
    Slint::F1,
    Slint::F2,
    Slint::F3,
    Slint::F4,
    Slint::F5,
    Slint::F6,
    Slint::F7,
    Slint::F8,
    Slint::F9,
    Slint::F10,
    Slint::F11,
    Slint::F12,
];

/// The key behind `text`; `None` for keys the desk does not know.
pub fn key(text: &str, control: bool, shift: bool) -> Option<Key> {
    let character = text.chars().next()?;
    let is = |key: Slint| char::from(key) == character;
    if let Some(place) = FUNCTION.into_iter().position(is) {
        let number = u8::try_from(place).ok()? + 1;
        return Some(if shift {
            Key::ShiftFunction(number)
        } else {
            Key::Function(number)
        });
    }
    let named = [
        (Slint::Return, Key::Enter),
        (Slint::Escape, Key::Escape),
        (Slint::Tab, tab(control, shift)),
        (Slint::Backtab, Key::BackTab),
        (Slint::Backspace, Key::Backspace),
        (Slint::Delete, Key::Delete),
        (Slint::UpArrow, Key::Up),
        (Slint::DownArrow, Key::Down),
        (Slint::LeftArrow, Key::Left),
        (Slint::RightArrow, Key::Right),
    ];
    if let Some((_, key)) = named.into_iter().find(|(slint, _)| is(*slint)) {
        return Some(key);
    }
    let character = character.to_ascii_uppercase();
    if control {
        return character
            .is_ascii_alphabetic()
            .then_some(Key::Ctrl(character));
    }
    character.is_ascii_graphic().then_some(Key::Char(character))
}

const fn tab(control: bool, shift: bool) -> Key {
    match (control, shift) {
        (true, _) => Key::CtrlTab,
        (false, true) => Key::BackTab,
        (false, false) => Key::Tab,
    }
}

/// Whether a key that is held down goes on acting; a verb never does.
pub const fn repeats(key: Key) -> bool {
    matches!(
        key,
        Key::Up | Key::Down | Key::Tab | Key::BackTab | Key::Backspace
    )
}
