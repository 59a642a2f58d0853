//! `xinmoi device add|list|speaks|revoke`

use super::exit::Refused;
use super::{say, secret, send, table};
use crate::journal::{DataFolder, Reader};
use crate::writer::{AdminAnswer, AdminOrder, NewDevice};
use clap::builder::PossibleValue;
use clap::{Args, Subcommand, ValueEnum};
use queue_protocol::Role;
use std::path::PathBuf;

/// Register kiosks, counters and boards.
#[derive(Debug, Subcommand)]
pub(super) enum Device {
    /// Register a device and give its token, once.
    Add(Add),
    /// List every device ever registered.
    List,
    /// Let a board speak, instead of the one that speaks in its zone.
    Speaks {
        /// The board's name, or its id, as `device list` shows them.
        #[arg(value_name = "NAME")]
        board: String,
    },
    /// Accept a device's token no longer.
    Revoke {
        /// The device's id, as `device list` shows it.
        #[arg(value_name = "ID")]
        device: u32,
    },
}

/// Register a device. Its token is shown this once and stored nowhere but as a digest.
#[derive(Debug, Args)]
pub(super) struct Add {
    /// What staff call it.
    name: String,
    /// What it may do.
    #[arg(long)]
    role: RoleArg,
    /// The counter that a counter's device stands at, or whose sign a board is.
    #[arg(long, value_name = "N")]
    counter: Option<u16>,
    /// The zone that a board shows; all zones without it.
    #[arg(long)]
    zone: Option<String>,
    /// The layout that a board uses: a file of the centre's folder `screens`, without `.toml`.
    #[arg(long)]
    screen: Option<String>,
    /// Write the token to a new file that only its owner reads, instead of to the terminal.
    #[arg(long, value_name = "FILE")]
    token_file: Option<PathBuf>,
}

/// A role as it is typed.
#[derive(Debug, Clone, Copy)]
struct RoleArg(Role);

impl ValueEnum for RoleArg {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self(Role::Kiosk),
            Self(Role::Counter),
            Self(Role::Board),
            Self(Role::Manager),
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.as_str()))
    }
}

impl Device {
    pub fn run(self, folder: &DataFolder) -> anyhow::Result<()> {
        match self {
            Self::Add(add) => add.run(folder),
            Self::List => list(folder),
            Self::Speaks { board } => speaks(folder, &board),
            Self::Revoke { device } => {
                send(folder, AdminOrder::RevokeDevice { device })?;
                Ok(say(&format!("device {device} is revoked"))?)
            }
        }
    }
}

impl Add {
    fn run(self, folder: &DataFolder) -> anyhow::Result<()> {
        let role = self.role.0;
        let at_counter = self.counter.is_some();
        if (role == Role::Counter && !at_counter)
            || (at_counter && !matches!(role, Role::Counter | Role::Board))
        {
            let message = "--role counter needs --counter N; besides, only --role board takes it";
            return Err(Refused(message.to_owned()).into());
        }
        if role != Role::Board && (self.zone.is_some() || self.screen.is_some()) {
            let message = "--zone and --screen go with --role board only";
            return Err(Refused(message.to_owned()).into());
        }
        let token = secret::Token::new()?;
        // The file comes first: a token that nobody has would be worth nothing.
        let file = self.token_file.map(|path| token.write(&path)).transpose()?;
        let new = NewDevice {
            name: self.name,
            role,
            zone: self.zone,
            counter: self.counter,
            screen: self.screen,
            token: token.digest(),
        };
        let AdminAnswer::DeviceAdded { device } = send(folder, AdminOrder::AddDevice(new))? else {
            anyhow::bail!("the service answered another question");
        };
        match file {
            Some(file) => {
                say(&format!(
                    "device {device} is registered; its token is in {}",
                    file.keep()
                ))?;
            }
            None => {
                say(&format!(
                    "device {device} is registered; its token, shown this once:"
                ))?;
                say(token.text())?;
            }
        }
        Ok(())
    }
}

/// By its id, or by its name where only one board has it.
fn speaks(folder: &DataFolder, board: &str) -> anyhow::Result<()> {
    let registry = Reader::open(folder)?.registry()?;
    let devices = registry.devices.values();
    let boards = devices.filter(|device| device.role == Role::Board && !device.revoked);
    let named: Vec<_> = boards
        .filter(|device| device.name == board || device.id.0.to_string() == board)
        .collect();
    let [one] = named.as_slice() else {
        let found = named.len();
        let message =
            format!("expected the name or id of one board, found {found} called `{board}`");
        return Err(Refused(message).into());
    };
    let device = one.id.0;
    send(folder, AdminOrder::LetSpeak { device })?;
    Ok(say(&format!("board {device}, {}, speaks", one.name))?)
}

fn list(folder: &DataFolder) -> anyhow::Result<()> {
    let registry = Reader::open(folder)?.registry()?;
    let rows = registry.devices.values().map(|device| {
        let place = match (device.counter, &device.zone) {
            (Some(counter), _) => format!("counter {counter}"),
            (None, Some(zone)) => format!("zone {zone}"),
            (None, None) => String::new(),
        };
        let state = match (device.revoked, device.speaks_since) {
            (true, _) => "revoked",
            (false, Some(_)) => "chosen to speak",
            (false, None) => "",
        };
        [
            device.id.0.to_string(),
            device.role.to_string(),
            device.name.clone(),
            place,
            device.screen.clone().unwrap_or_default(),
            state.to_owned(),
        ]
    });
    table::print(["ID", "ROLE", "NAME", "PLACE", "SCREEN", "STATE"], rows)?;
    Ok(())
}
