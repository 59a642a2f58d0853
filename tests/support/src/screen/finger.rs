//! A finger whose moments are known: it presses by the X server's own test extension, on a connection
//! that stays, so that nothing stands between the wish and the touch.

use super::Screen;
use anyhow::{Context as _, Result};
use std::time::Instant;
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{
    BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ConnectionExt as _, KEY_PRESS_EVENT,
    KEY_RELEASE_EVENT, Keycode, Keysym, MOTION_NOTIFY_EVENT, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

const LEFT_BUTTON: u8 = 1;

/// A finger on one screen.
pub struct Finger {
    server: RustConnection,
    root: Window,
    keys: Vec<(Keysym, Keycode)>,
}

impl Finger {
    /// A finger above `screen`.
    ///
    /// # Errors
    /// The X server does not answer.
    pub fn above(screen: &Screen) -> Result<Self> {
        let (server, place) = RustConnection::connect(Some(screen.display()))?;
        let setup = server.setup();
        let root = setup.roots.get(place).context("no screen")?.root;
        let first = setup.min_keycode;
        let last = setup.max_keycode;
        let mapping = server
            .get_keyboard_mapping(first, last - first + 1)?
            .reply()?;
        let per_key = usize::from(mapping.keysyms_per_keycode).max(1);
        let keycodes = mapping.keysyms.chunks(per_key).zip(first..=last);
        let keys = keycodes
            .filter_map(|(syms, code)| Some((*syms.first()?, code)))
            .collect();
        Ok(Self { server, root, keys })
    }

    /// Puts the finger on the glass at (`x`, `y`), and gives the moment.
    ///
    /// # Errors
    /// The X server has gone.
    pub fn down(&self, (x, y): (u32, u32)) -> Result<Instant> {
        let (x, y) = (i16::try_from(x)?, i16::try_from(y)?);
        let fake = |kind, detail, x, y| {
            self.server
                .xtest_fake_input(kind, detail, x11rb::CURRENT_TIME, self.root, x, y, 0)
        };
        fake(MOTION_NOTIFY_EVENT, 0, x, y)?;
        let touched = Instant::now();
        fake(BUTTON_PRESS_EVENT, LEFT_BUTTON, 0, 0)?;
        self.server.flush()?;
        Ok(touched)
    }

    /// Lifts it, and gives the moment.
    ///
    /// # Errors
    /// The X server has gone.
    pub fn up(&self) -> Result<Instant> {
        let lifted = Instant::now();
        self.fake(BUTTON_RELEASE_EVENT, LEFT_BUTTON)?;
        self.server.flush()?;
        Ok(lifted)
    }

    /// Clicks at (`x`, `y`), and gives the moment.
    ///
    /// # Errors
    /// The X server has gone.
    pub fn click(&self, at: (u32, u32)) -> Result<Instant> {
        let touched = self.down(at)?;
        self.up()?;
        Ok(touched)
    }

    /// Presses a key of the keyboard, such as `F2`, `Return` or `shift+F5`, and gives the moment.
    ///
    /// # Errors
    /// The keyboard has no such key, or the X server has gone.
    pub fn key(&self, name: &str) -> Result<Instant> {
        let parts = name.split('+').map(|part| self.keycode(part));
        let chord: Vec<Keycode> = parts.collect::<Result<_>>()?;
        let pressed = Instant::now();
        for key in &chord {
            self.fake(KEY_PRESS_EVENT, *key)?;
        }
        for key in chord.iter().rev() {
            self.fake(KEY_RELEASE_EVENT, *key)?;
        }
        self.server.flush()?;
        Ok(pressed)
    }

    fn fake(&self, kind: u8, detail: u8) -> Result<()> {
        self.server
            .xtest_fake_input(kind, detail, x11rb::CURRENT_TIME, self.root, 0, 0, 0)?;
        Ok(())
    }

    fn keycode(&self, name: &str) -> Result<Keycode> {
        let wanted = keysym(name).with_context(|| format!("{name} is not a key known here"))?;
        let known = self.keys.iter().find(|(sym, _)| *sym == wanted);
        let (_, code) = known.with_context(|| format!("the keyboard has no {name}"))?;
        Ok(*code)
    }
}

/// The keysym of a key's name (X11's keysymdef.h).
fn keysym(name: &str) -> Option<Keysym> {
    const F1: Keysym = 0xffbe;
    Some(match name {
        "Return" => 0xff0d,
        "Escape" => 0xff1b,
        "shift" => 0xffe1,
        "ctrl" => 0xffe3,
        _ => match name.strip_prefix('F').map(str::parse::<u32>) {
            Some(Ok(number @ 1..=12)) => F1 + number - 1,
            _ => u32::from(*name.as_bytes().first()?),
        },
    })
}
