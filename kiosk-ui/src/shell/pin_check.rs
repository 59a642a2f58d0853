//! The PIN of staff is checked away from the window: that takes a core some hundredths of a second.

use super::inbox::Inbox;
use crate::pin::PinHash;
use crate::view_model::{Message, Pin};

/// Checks `pin`; whether it is the one goes to `inbox`. Where no thread can be started it is not.
pub fn check_pin(hash: Option<PinHash>, pin: Pin, inbox: &Inbox) {
    let answers = inbox.clone();
    let check = move || {
        let right = hash.is_some_and(|hash| hash.is_of(&pin.0));
        answers.put(Message::PinChecked(right));
    };
    if let Err(error) = std::thread::Builder::new().name("pin".into()).spawn(check) {
        tracing::error!(%error, "the PIN cannot be checked");
        inbox.put(Message::PinChecked(false));
    }
}
