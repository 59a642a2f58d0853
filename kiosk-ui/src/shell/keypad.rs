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
        let pressed = name(&text).and_then(|name| keys.meaning(name));
        if let (Some(key), Some(stage)) = (pressed, listening.upgrade()) {
            stage.press(key);
        }
    });
}

fn name(text: &str) -> Option<KeyName> {
    let sign = text.chars().next()?;
    let named = NAMED.iter().find(|(key, _)| char::from(*key) == sign);
    Some(named.map_or(KeyName::Sign(sign), |(_, name)| *name))
}
