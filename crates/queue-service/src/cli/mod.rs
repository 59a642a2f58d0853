//! The command line of `xinmoi`.

mod backup;
mod centre;
mod clock;
mod device;
mod exit;
mod init;
mod journal;
mod log;
mod officer;
mod progress;
mod secret;
mod serve;
mod status;
mod table;

use crate::admin::AdminError;
use crate::journal::DataFolder;
use crate::writer::{AdminAnswer, AdminOrder};
use clap::{Parser, Subcommand};
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

/// One centre's queue: the service and its administration.
#[derive(Debug, Parser)]
#[command(name = "xinmoi", version, after_help = exit::HELP, arg_required_else_help = true)]
struct Cli {
    /// The data folder of the centre.
    #[arg(long, value_name = "DIR", env = "XINMOI_DATA", global = true)]
    data: Option<PathBuf>,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Make a new data folder with an empty journal.
    Init(init::Init),
    /// Run the service until it is told to stop.
    Serve(serve::Serve),
    /// Check and adopt a centre's folder.
    #[command(subcommand)]
    Centre(centre::Centre),
    /// Register kiosks, counters and boards.
    #[command(subcommand)]
    Device(device::Device),
    /// Say who may open a counter.
    #[command(subcommand)]
    Officer(officer::Officer),
    /// Settle a doubt about the clock.
    #[command(subcommand)]
    Clock(clock::Clock),
    /// Check or export the journal.
    #[command(subcommand)]
    Journal(journal::Journal),
    /// Write a verified backup, while the service runs or not.
    Backup(backup::Backup),
    /// Make a data folder from a backup.
    Restore(backup::Restore),
    /// Show what the data folder holds and how the service does.
    Status(status::Status),
}

/// Runs the command line of this process; gives its exit code.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    match cli.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to say it to when even this fails.
            drop(writeln!(io::stderr(), "xinmoi: {error:#}"));
            exit::code(&error)
        }
    }
}

impl Cli {
    fn run(self) -> anyhow::Result<()> {
        let data = self.data.ok_or(exit::NoDataFolder);
        let folder = data
            .as_deref()
            .map(DataFolder::new)
            .map_err(|missing| *missing);
        match self.verb {
            // A centre is checked without data, too.
            Verb::Centre(centre) => centre.run(folder),
            Verb::Init(init) => init.run(&folder?),
            Verb::Serve(serve) => serve.run(data?),
            Verb::Device(device) => device.run(&folder?),
            Verb::Officer(officer) => officer.run(&folder?),
            Verb::Clock(clock) => clock.run(&folder?),
            Verb::Journal(journal) => journal.run(&folder?),
            Verb::Backup(backup) => backup.run(&folder?),
            Verb::Restore(restore) => restore.run(&folder?),
            Verb::Status(status) => status.run(&folder?),
        }
    }
}

/// Has an order carried out, by the running service or by this process.
fn send(folder: &DataFolder, order: AdminOrder) -> Result<AdminAnswer, AdminError> {
    crate::admin::send(folder, order)
}

/// Prints one line to standard output.
fn say(line: &str) -> io::Result<()> {
    writeln!(io::stdout(), "{line}")
}
