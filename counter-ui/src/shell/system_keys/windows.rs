//! Keys taken from Windows. The message loop that runs the window brings them.

use super::{Combination, Pressed};
use crate::view_model::Button;
use global_hotkey::hotkey::HotKey;
use global_hotkey::{GlobalHotKeyEvent, GlobalHotKeyManager, HotKeyState};

/// Takes what it can until the program ends; the buttons whose keys are ours. To be called on the
/// window's thread.
pub fn grab(
    wanted: &[(Combination, Button)],
    pressed: Pressed,
) -> Result<Vec<Button>, Box<dyn std::error::Error>> {
    // Windows takes the keys back when the manager is dropped.
    let manager = Box::leak(Box::new(GlobalHotKeyManager::new()?));
    let mut ours = Vec::new();
    for (combination, button) in wanted {
        let key: HotKey = combination.to_string().parse()?;
        match manager.register(key) {
            Ok(()) => ours.push((key.id(), *button)),
            Err(error) => tracing::warn!(?button, %error, "this system-wide key is not ours"),
        }
    }
    let buttons = ours.iter().map(|(_, button)| *button).collect();
    GlobalHotKeyEvent::set_event_handler(Some(move |event: GlobalHotKeyEvent| {
        let known = ours.iter().find(|(id, _)| *id == event.id());
        if let (HotKeyState::Pressed, Some((_, button))) = (event.state(), known) {
            pressed(*button);
        }
    }));
    Ok(buttons)
}
