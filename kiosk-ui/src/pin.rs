//! The PIN of the menu for staff: made at a terminal, checked by the kiosk.

use anyhow::{Result, ensure};
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
use serde::Deserialize;
use std::fmt;
use std::io::{self, BufRead, IsTerminal as _, Write};

const SHORTEST: usize = 4;
const LONGEST: usize = 12;

/// What the settings keep of a PIN.
#[derive(Clone, Deserialize)]
#[serde(try_from = "String")]
pub struct PinHash(PasswordHash);

impl fmt::Debug for PinHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PinHash(…)")
    }
}

impl TryFrom<String> for PinHash {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let expected = "expected what `xinmoi-kiosk staff-pin` prints";
        PasswordHash::new(&text).map(Self).map_err(|_| expected)
    }
}

impl PinHash {
    /// Whether `pin` is the one. Takes 19 MiB and a core for some hundredths of a second.
    #[must_use]
    pub fn is_of(&self, pin: &str) -> bool {
        let checked = Argon2::default().verify_password(pin.as_bytes(), &self.0);
        checked.is_ok()
    }
}

/// `xinmoi-kiosk staff-pin`: asks at the terminal, or reads what is piped in.
///
/// # Errors
/// As [`make_pin`], or the terminal is gone.
pub fn ask_for_pin() -> Result<()> {
    let stdin = io::stdin();
    if !stdin.is_terminal() {
        return make_pin(&mut stdin.lock(), &mut io::stdout());
    }
    write!(
        io::stderr(),
        "PIN ({SHORTEST} to {LONGEST} digits, not shown): "
    )?;
    let before = tcgetattr(&stdin)?;
    let mut quiet = before.clone();
    quiet.local_modes.remove(LocalModes::ECHO);
    tcsetattr(&stdin, OptionalActions::Flush, &quiet)?;
    let mut line = String::new();
    let typed = stdin.lock().read_line(&mut line);
    tcsetattr(&stdin, OptionalActions::Flush, &before)?;
    typed?;
    writeln!(io::stderr())?;
    make_pin(&mut line.as_bytes(), &mut io::stdout())
}

/// Reads a PIN from `typed`, and writes its line for the settings to `terminal`.
///
/// # Errors
/// It is not 4 to 12 digits, or the terminal is gone.
pub fn make_pin(typed: &mut dyn BufRead, terminal: &mut dyn Write) -> Result<()> {
    let mut line = String::new();
    typed.read_line(&mut line)?;
    let pin = line.trim_end_matches(['\r', '\n']);
    let digits = pin.bytes().all(|byte| byte.is_ascii_digit());
    ensure!(
        digits && (SHORTEST..=LONGEST).contains(&pin.len()),
        "expected a PIN of {SHORTEST} to {LONGEST} digits"
    );
    let hash = Argon2::default().hash_password(pin.as_bytes())?;
    writeln!(terminal, "staff_pin = \"{hash}\"")?;
    Ok(())
}
