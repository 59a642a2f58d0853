//! `xinmoi officer add|set-pin|list|disable|forget`

use super::{say, secret, send, table};
use crate::journal::{DataFolder, Reader};
use crate::pins;
use crate::writer::{AdminOrder, NewOfficer};
use clap::builder::PossibleValue;
use clap::{Args, Subcommand, ValueEnum};
use queue_protocol::Permission;
use std::path::PathBuf;

/// Say who may open a counter. A PIN is asked for at the terminal, or read from standard input.
#[derive(Debug, Subcommand)]
pub(super) enum Officer {
    /// Let someone open counters.
    Add(Add),
    /// Give an officer another PIN; a lock after wrong PINs ends.
    SetPin {
        /// The officer's number.
        number: u32,
        #[command(flatten)]
        pin: PinSource,
    },
    /// List every officer.
    List,
    /// Let an officer open counters no longer. The number is not given again.
    Disable {
        /// The officer's number.
        number: u32,
    },
    /// Disable an officer and delete the name and the PIN for good. Backups made before keep them.
    Forget {
        /// The officer's number.
        number: u32,
    },
}

/// Let someone open counters.
#[derive(Debug, Args)]
pub(super) struct Add {
    /// The short number to sign in with.
    number: u32,
    /// The name.
    #[arg(long)]
    name: String,
    /// What goes beyond the everyday, such as chosen-call,cancel.
    #[arg(long, value_delimiter = ',')]
    may: Vec<PermissionArg>,
    #[command(flatten)]
    pin: PinSource,
}

/// Where a PIN comes from; never the command line, which others can read.
#[derive(Debug, Args)]
pub(super) struct PinSource {
    /// Read the PIN from the first line of this file.
    #[arg(long, value_name = "FILE")]
    pin_file: Option<PathBuf>,
}

/// A permission as it is typed: with a dash.
#[derive(Debug, Clone, Copy)]
struct PermissionArg(Permission);

impl ValueEnum for PermissionArg {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self(Permission::ChosenCall),
            Self(Permission::Cancel),
            Self(Permission::Priority),
            Self(Permission::Restore),
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self.0 {
            Permission::ChosenCall => "chosen-call",
            Permission::Cancel => "cancel",
            Permission::Priority => "priority",
            Permission::Restore => "restore",
        }))
    }
}

impl Officer {
    pub fn run(self, folder: &DataFolder) -> anyhow::Result<()> {
        match self {
            Self::Add(Add {
                number,
                name,
                may,
                pin,
            }) => {
                let may = may.into_iter().map(|permission| permission.0).collect();
                let pin_hash = pin.hash()?;
                send(
                    folder,
                    AdminOrder::AddOfficer(NewOfficer {
                        number,
                        name,
                        pin_hash,
                        may,
                    }),
                )?;
                say(&format!("officer {number} may open counters"))?;
            }
            Self::SetPin {
                number: officer,
                pin,
            } => {
                let pin_hash = pin.hash()?;
                send(folder, AdminOrder::SetPin { officer, pin_hash })?;
                say(&format!("officer {officer} has a new PIN"))?;
            }
            Self::List => list(folder)?,
            Self::Disable { number: officer } => {
                send(folder, AdminOrder::DisableOfficer { officer })?;
                say(&format!("officer {officer} may open counters no longer"))?;
            }
            Self::Forget { number: officer } => {
                send(folder, AdminOrder::ForgetOfficer { officer })?;
                say(&format!(
                    "officer {officer} has no name and no PIN any more"
                ))?;
            }
        }
        Ok(())
    }
}

impl PinSource {
    fn hash(&self) -> anyhow::Result<String> {
        let pin = secret::read_pin(self.pin_file.as_deref())?;
        pins::hash(&pin).map_err(|error| anyhow::anyhow!("the PIN cannot be hashed: {error}"))
    }
}

fn list(folder: &DataFolder) -> anyhow::Result<()> {
    let registry = Reader::open(folder)?.registry()?;
    let rows = registry.officers.values().map(|officer| {
        let may: Vec<&str> = officer
            .may
            .iter()
            .map(|permission| permission.as_str())
            .collect();
        let state = match (officer.disabled, &officer.name) {
            (_, None) => "forgotten",
            (true, Some(_)) => "disabled",
            (false, Some(_)) => "",
        };
        [
            officer.number.0.to_string(),
            officer.name.clone().unwrap_or_default(),
            may.join(","),
            state.to_owned(),
        ]
    });
    table::print(["NUMBER", "NAME", "MAY", "STATE"], rows)?;
    Ok(())
}
