//! A screen reader's view of the window: the tree that AT-SPI gives on a session bus of its own.

use anyhow::{Context as _, Result, ensure};
use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;
use system_tests::programs::{Guard, run, wait_for};
use system_tests::screen::Screen;

const PATIENCE: Duration = Duration::from_secs(60);
const ROOT: &str = "/org/a11y/atspi/accessible/root";
/// Roles that AT-SPI numbers so (`atspi-constants.h`).
pub const CHECK_BOX: u32 = 7;
pub const BUTTON: u32 = 43;
pub const ENTRY: u32 = 79;
/// Debian keeps it outside the path.
const LAUNCHER: &str = "/usr/libexec/at-spi-bus-launcher";

/// A session bus with AT-SPI on it.
pub struct Reader {
    session: String,
    accessible: String,
    launcher: Option<Guard>,
    _bus: Guard,
}

impl Drop for Reader {
    /// Killed, the launcher would leave its own bus behind.
    fn drop(&mut self) {
        if let Some(launcher) = self.launcher.take() {
            launcher.stop(PATIENCE).ok();
        }
    }
}

/// Something the reader can speak of.
#[derive(Debug)]
pub struct Spoken {
    /// Its role by its number in AT-SPI.
    pub role: u32,
    /// Its name.
    pub name: String,
}

impl Reader {
    /// Starts bus and AT-SPI for `screen`.
    pub fn listen(screen: &Screen) -> Result<Self> {
        let mut bus = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start dbus-daemon: run scripts/setup")?;
        let said = bus.stdout.take().context("the bus has no output")?;
        let bus = Guard::new(bus);
        let mut session = String::new();
        BufReader::new(said).read_line(&mut session)?;
        let session = session.trim().to_owned();
        let launcher = Command::new(LAUNCHER)
            .arg("--launch-immediately")
            .env("DBUS_SESSION_BUS_ADDRESS", &session)
            .env("DISPLAY", screen.display())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start AT-SPI: run scripts/setup")?;
        let mut reader = Self {
            session,
            accessible: String::new(),
            launcher: Some(Guard::new(launcher)),
            _bus: bus,
        };
        let on = ["org.a11y.Status", "IsEnabled", "<true>"];
        reader.ask_session("org.freedesktop.DBus.Properties.Set", &on)?;
        let answer = reader.ask_session("org.a11y.Bus.GetAddress", &[])?;
        reader.accessible = quoted(&answer).next().context("no address")?.to_owned();
        Ok(reader)
    }

    /// The session bus, for the program that is to be read.
    pub fn session(&self) -> &str {
        &self.session
    }

    /// Waits until the window says `name`, and gives all that it says then.
    pub fn hear(&self, name: &str) -> Result<Vec<Spoken>> {
        let mut last = Vec::new();
        let heard = wait_for(PATIENCE, name, || {
            last = self.all()?;
            Ok(last.iter().any(|spoken| spoken.name == name).then_some(()))
        });
        heard.with_context(|| format!("heard only {last:?}"))?;
        Ok(last)
    }

    fn all(&self) -> Result<Vec<Spoken>> {
        let mut places: VecDeque<(String, String)> =
            self.children("org.a11y.atspi.Registry", ROOT)?.into();
        let mut all = Vec::new();
        // What goes while the tree is walked is no longer part of it.
        while let Some((owner, path)) = places.pop_front() {
            let role = self.ask(&owner, &path, "org.a11y.atspi.Accessible.GetRole", &[]);
            let name = ["org.a11y.atspi.Accessible", "Name"];
            let name = self.ask(&owner, &path, "org.freedesktop.DBus.Properties.Get", &name);
            if let (Ok(role), Ok(name)) = (role, name) {
                all.push(Spoken {
                    role: number(&role).with_context(|| format!("a role such as {role}"))?,
                    name: quoted(&name).next().unwrap_or_default().to_owned(),
                });
                places.extend(self.children(&owner, &path).unwrap_or_default());
            }
        }
        Ok(all)
    }

    fn children(&self, owner: &str, path: &str) -> Result<Vec<(String, String)>> {
        let answer = self.ask(owner, path, "org.a11y.atspi.Accessible.GetChildren", &[])?;
        let words: Vec<&str> = quoted(&answer).collect();
        let pairs = words.as_chunks::<2>().0.iter();
        Ok(pairs
            .map(|[owner, path]| ((*owner).to_owned(), (*path).to_owned()))
            .collect())
    }

    fn ask(&self, owner: &str, path: &str, method: &str, arguments: &[&str]) -> Result<String> {
        let bus = ["--address", &self.accessible];
        gdbus(&bus, (owner, path), method, arguments)
    }

    fn ask_session(&self, method: &str, arguments: &[&str]) -> Result<String> {
        let bus = ["--address", &self.session];
        let place = ("org.a11y.Bus", "/org/a11y/bus");
        wait_for(PATIENCE, "AT-SPI to answer", || {
            Ok(gdbus(&bus, place, method, arguments).ok())
        })
    }
}

fn gdbus(
    bus: &[&str],
    (owner, path): (&str, &str),
    method: &str,
    arguments: &[&str],
) -> Result<String> {
    let mut command = Command::new("gdbus");
    command.arg("call").args(bus);
    command.args(["--dest", owner, "--object-path", path, "--method", method]);
    let answer = run(command.args(arguments))?;
    ensure!(!answer.is_empty(), "{method}: no answer");
    Ok(answer)
}

/// The number in an answer such as `(uint32 43,)`.
fn number(answer: &str) -> Option<u32> {
    let (_, rest) = answer.split_once("uint32 ")?;
    rest.split(|c: char| !c.is_ascii_digit())
        .next()?
        .parse()
        .ok()
}

/// The texts between single or double quotes.
fn quoted(answer: &str) -> impl Iterator<Item = &str> {
    let mut rest = answer;
    std::iter::from_fn(move || {
        let start = rest.find(['\'', '"'])?;
        let mark = rest.get(start..=start)?;
        let (text, after) = rest.get(start + 1..)?.split_once(mark)?;
        rest = after;
        Some(text)
    })
}
