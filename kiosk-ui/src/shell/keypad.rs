//! From the keys that the window hears to those of the keypad.

use super::stage::Stage;
use super::ui;
use crate::aloud_settings::{KeyName, Keys};
use slint::ComponentHandle as _;
use slint::platform::Key;
use std::rc::Rc;

/// The keys that have a name in the settings.
const NAMED: [(Key, KeyName); 11] = [
    (Key::UpArrow, KeyName::Up),
    (Key::DownArrow, KeyName::Down),
    (Key::LeftArrow, KeyName::Left),
    (Key::RightArrow, KeyName::Right),
    (Key::Return, KeyName::Enter),
    (Key::Escape, KeyName::Escape),
    (Key::Backspace, KeyName::Backspace),
    (Key::Tab, KeyName::Tab),
    (Key::Space, KeyName::Space),
    (Key::PageUp, KeyName::PageUp),
    (Key::PageDown, KeyName::PageDown),
];

/// Has the keys of `keys` move through the screens of `stage`; all others do nothing.
pub fn listen(stage: &Rc<Stage>, keys: Keys) {
    let listening = Rc::downgrade(stage);
    let focus = stage.window().global::<ui::FocusState<'_>>();
    focus.on_pressed(move |text| {
        let Some((name, stage)) = text.chars().next().map(name).zip(listening.upgrade()) else {
            return;
        };
        // Who types a name by hand takes letters back, and ends with Enter.
        let belongs_to_typing =
            matches!(name, KeyName::Backspace | KeyName::Enter) && stage.is_typed_into();
        if let Some(key) = keys.meaning(name).filter(|_| !belongs_to_typing) {
            stage.press(key);
        }
    });
}

/// The name of the key that writes `sign`.
pub(super) fn name(sign: char) -> KeyName {
    let named = NAMED.iter().find(|(key, _)| char::from(*key) == sign);
    named.map_or(KeyName::Sign(sign), |(_, name)| *name)
}
