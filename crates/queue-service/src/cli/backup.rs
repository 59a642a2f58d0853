//! `xinmoi backup` and `xinmoi restore`

use super::{progress, say};
use crate::journal::{DataFolder, Reader, backup, restore};
use clap::Args;
use std::path::PathBuf;

/// Write a verified backup, while the service runs or not.
#[derive(Debug, Args)]
pub(super) struct Backup {
    /// A new file. It appears under this name when it is verified and on the disk.
    file: PathBuf,
}

/// Make a data folder from a backup. The folder must be empty; its journal gets a new id.
#[derive(Debug, Args)]
pub(super) struct Restore {
    /// The backup.
    file: PathBuf,
}

impl Backup {
    pub fn run(self, folder: &DataFolder) -> anyhow::Result<()> {
        let reader = Reader::open(folder)?;
        let bar = progress::bar("events");
        let head = backup(&reader, &self.file, |done, of| {
            progress::show(&bar, done, of);
        })?;
        bar.finish_and_clear();
        say(&format!(
            "{} events are safe in {}",
            head.seq.0,
            self.file.display()
        ))?;
        Ok(())
    }
}

impl Restore {
    pub fn run(self, folder: &DataFolder) -> anyhow::Result<()> {
        let bar = progress::bar("events");
        let head = restore(&self.file, folder, |done, of| {
            progress::show(&bar, done, of);
        })?;
        bar.finish_and_clear();
        say(&format!(
            "{} events are in {}",
            head.seq.0,
            folder.path().display()
        ))?;
        Ok(())
    }
}
