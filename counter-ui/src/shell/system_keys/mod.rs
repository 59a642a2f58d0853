//! Two keys of the whole system: next and recall, also while another program has the keyboard. X11 and
//! Windows give them; Wayland gives no program such keys.

mod combination;
#[cfg(target_os = "windows")]
mod windows;
#[cfg(target_os = "linux")]
mod x11;

pub use combination::{Combination, Modifiers, PlainKey};

use crate::settings::SystemKeyNames;
use crate::view_model::Button;

/// The keys that are ours, as a person reads them; empty where there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SystemKeys {
    /// Finish, then call next.
    pub next: String,
    /// Call again.
    pub recall: String,
}

/// Called with the button of a key that went down.
pub type Pressed = Box<dyn Fn(Button) + Send + Sync>;

impl SystemKeys {
    /// Asks the desktop for the keys; they are ours until the program ends. A key that another program
    /// has is left to it.
    #[must_use]
    pub fn register(names: &SystemKeyNames, pressed: Pressed) -> Self {
        let wanted: Vec<(Combination, Button)> = [
            (&names.next, Button::CallNext),
            (&names.recall, Button::Recall),
        ]
        .into_iter()
        .filter_map(|(name, button)| Some((read(name)?, button)))
        .collect();
        let ours = grabbed(&wanted, pressed);
        let said = |button, name: &str| {
            let has = ours.contains(&button);
            if has { name.to_owned() } else { String::new() }
        };
        Self {
            next: said(Button::CallNext, &names.next),
            recall: said(Button::Recall, &names.recall),
        }
    }
}

fn read(name: &str) -> Option<Combination> {
    if name.is_empty() {
        return None;
    }
    let combination = Combination::parse(name);
    if combination.is_none() {
        tracing::warn!(key = name, "no key of this name");
    }
    combination
}

/// The buttons whose keys are ours.
fn grabbed(wanted: &[(Combination, Button)], pressed: Pressed) -> Vec<Button> {
    if std::env::var_os("WAYLAND_DISPLAY").is_some() {
        tracing::info!("no system-wide keys: Wayland gives none");
        return Vec::new();
    }
    #[cfg(target_os = "linux")]
    let ours = x11::grab(wanted, pressed);
    #[cfg(target_os = "windows")]
    let ours = windows::grab(wanted, pressed);
    ours.unwrap_or_else(|error| {
        tracing::warn!(%error, "no system-wide keys");
        Vec::new()
    })
}
