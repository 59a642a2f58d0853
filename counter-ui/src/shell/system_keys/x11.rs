//! Keys taken from the X server, on a connection and a thread of their own.

use super::{Combination, PlainKey, Pressed};
use crate::view_model::Button;
use x11rb::connection::Connection as _;
use x11rb::errors::ReplyOrIdError;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{ConnectionExt as _, GrabMode, Keycode, ModMask, Window};
use x11rb::rust_connection::RustConnection;

/// Caps Lock and Num Lock count as modifiers for X11; a key acts with and without them.
fn locks() -> [ModMask; 4] {
    let (caps, num) = (ModMask::LOCK, ModMask::M2);
    [ModMask::from(0_u16), caps, num, caps | num]
}

struct Grabbed {
    keycode: Keycode,
    button: Button,
}

/// Grabs what it can and listens until the program ends; the buttons whose keys are ours.
pub fn grab(
    wanted: &[(Combination, Button)],
    pressed: Pressed,
) -> Result<Vec<Button>, Box<dyn std::error::Error>> {
    let (server, screen) = RustConnection::connect(None)?;
    let root = server
        .setup()
        .roots
        .get(screen)
        .ok_or("the display has no screen")?
        .root;
    let mut ours = Vec::new();
    for (combination, button) in wanted {
        match grab_one(&server, root, *combination)? {
            Some(keycode) => ours.push(Grabbed {
                keycode,
                button: *button,
            }),
            None => tracing::warn!(?button, "another program has this system-wide key"),
        }
    }
    let buttons = ours.iter().map(|key| key.button).collect();
    std::thread::Builder::new()
        .name("system-keys".to_owned())
        .spawn(move || listen(&server, &ours, &pressed))?;
    Ok(buttons)
}

/// The key's place on this keyboard, if the server gave it to us.
fn grab_one(
    server: &RustConnection,
    root: Window,
    combination: Combination,
) -> Result<Option<Keycode>, ReplyOrIdError> {
    let Some(keycode) = keycode(server, keysym(combination.key))? else {
        return Ok(None);
    };
    let mask = mask(combination);
    for lock in locks() {
        let asked = server.grab_key(
            true,
            root,
            mask | lock,
            keycode,
            GrabMode::ASYNC,
            GrabMode::ASYNC,
        )?;
        if asked.check().is_err() {
            return Ok(None);
        }
    }
    Ok(Some(keycode))
}

/// The key's number in X11, from `keysymdef.h`.
fn keysym(key: PlainKey) -> u32 {
    match key {
        PlainKey::Space => 0x0020,
        PlainKey::Enter => 0xff0d,
        PlainKey::Function(number) => 0xffbd + u32::from(number),
        PlainKey::Sign(sign) => u32::from(sign),
    }
}

fn keycode(server: &RustConnection, keysym: u32) -> Result<Option<Keycode>, ReplyOrIdError> {
    let (first, last) = (server.setup().min_keycode, server.setup().max_keycode);
    let mapping = server
        .get_keyboard_mapping(first, last - first + 1)?
        .reply()?;
    let width = usize::from(mapping.keysyms_per_keycode).max(1);
    let mut keys = mapping.keysyms.chunks(width);
    let place = keys.position(|keysyms| keysyms.first() == Some(&keysym));
    Ok(place
        .and_then(|place| u8::try_from(place).ok())
        .map(|place| first + place))
}

fn mask(combination: Combination) -> ModMask {
    let held = combination.modifiers;
    let pairs = [
        (held.control, ModMask::CONTROL),
        (held.alt, ModMask::M1),
        (held.shift, ModMask::SHIFT),
    ];
    let chosen = pairs.into_iter().filter(|(held, _)| *held);
    chosen.fold(ModMask::from(0_u16), |all, (_, one)| all | one)
}

fn listen(server: &RustConnection, ours: &[Grabbed], pressed: &Pressed) {
    let mut released = None;
    while let Ok(event) = server.wait_for_event() {
        match event {
            Event::KeyRelease(key) => released = Some((key.detail, key.time)),
            // A key held down is released and pressed in the same instant, again and again.
            Event::KeyPress(key) if released != Some((key.detail, key.time)) => {
                if let Some(known) = ours.iter().find(|known| known.keycode == key.detail) {
                    pressed(known.button);
                }
            }
            _ => {}
        }
    }
}
