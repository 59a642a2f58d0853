//! Tokens and PINs: made, read and written so that nobody else sees them.

use super::exit::Refused;
use anyhow::Context as _;
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
use sha2::{Digest as _, Sha256};
use std::fs::{self, OpenOptions};
use std::io::{self, BufRead as _, IsTerminal as _, Stdin, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// A device's token: 256 random bits in hexadecimal.
pub(super) struct Token(String);

impl Token {
    pub fn new() -> anyhow::Result<Self> {
        let mut bits = [0; 32];
        getrandom::fill(&mut bits)
            .map_err(|error| anyhow::anyhow!("the machine gives no random bytes: {error}"))?;
        Ok(Self(hex::encode(bits)))
    }

    /// The token itself.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Its SHA-256, which is all that is stored.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }

    /// Writes it to a new file that only its owner reads.
    pub fn write(&self, path: &Path) -> anyhow::Result<TokenFile> {
        let context = || format!("{}", path.display());
        let mut options = OpenOptions::new();
        let options = options.write(true).create_new(true).mode(0o600);
        let mut file = options.open(path).with_context(context)?;
        let written = TokenFile {
            path: path.to_owned(),
            kept: false,
        };
        file.write_all(self.0.as_bytes()).with_context(context)?;
        file.write_all(b"\n")
            .and_then(|()| file.sync_all())
            .with_context(context)?;
        Ok(written)
    }
}

/// A token's file, removed again unless the device was registered.
pub(super) struct TokenFile {
    path: PathBuf,
    kept: bool,
}

impl TokenFile {
    /// Keeps the file; gives its path.
    pub fn keep(mut self) -> String {
        self.kept = true;
        self.path.display().to_string()
    }
}

impl Drop for TokenFile {
    fn drop(&mut self) {
        if !self.kept {
            // The command has failed already; that is what is reported.
            drop(fs::remove_file(&self.path));
        }
    }
}

/// A PIN: from `file`, or typed twice at the terminal, or the first line of standard input.
pub(super) fn read_pin(file: Option<&Path>) -> anyhow::Result<String> {
    let stdin = io::stdin();
    let pin = match file {
        Some(file) => {
            let text = fs::read_to_string(file).with_context(|| format!("{}", file.display()))?;
            text.lines().next().unwrap_or_default().trim().to_owned()
        }
        None if stdin.is_terminal() => {
            let pin = ask(&stdin, "PIN: ")?;
            if ask(&stdin, "PIN again: ")? != pin {
                return Err(Refused("the two PINs differ".to_owned()).into());
            }
            pin
        }
        None => line(&stdin)?,
    };
    if (4..=12).contains(&pin.len()) && pin.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(pin)
    } else {
        Err(Refused("a PIN is 4 to 12 digits".to_owned()).into())
    }
}

fn line(stdin: &Stdin) -> io::Result<String> {
    let mut line = String::new();
    stdin.lock().read_line(&mut line)?;
    Ok(line.trim().to_owned())
}

fn ask(stdin: &Stdin, prompt: &str) -> anyhow::Result<String> {
    let mut screen = io::stderr();
    write!(screen, "{prompt}").and_then(|()| screen.flush())?;
    let quiet = Quiet::begin(stdin)?;
    let line = line(stdin)?;
    drop(quiet);
    writeln!(screen)?;
    Ok(line)
}

/// While it lives, the terminal does not show what is typed.
struct Quiet<'a> {
    stdin: &'a Stdin,
    before: Termios,
}

impl<'a> Quiet<'a> {
    fn begin(stdin: &'a Stdin) -> io::Result<Self> {
        let before = tcgetattr(stdin)?;
        let mut quiet = before.clone();
        quiet.local_modes.remove(LocalModes::ECHO);
        tcsetattr(stdin, OptionalActions::Flush, &quiet)?;
        Ok(Self { stdin, before })
    }
}

impl Drop for Quiet<'_> {
    fn drop(&mut self) {
        if let Err(error) = tcsetattr(self.stdin, OptionalActions::Flush, &self.before) {
            tracing::debug!(%error, "the terminal is gone");
        }
    }
}
