//! `xinmoi init`

use super::say;
use crate::journal::{DataFolder, Journal};
use clap::Args;

/// Make a new data folder with an empty journal. An existing folder must be empty.
#[derive(Debug, Args)]
pub(super) struct Init {
    /// For demos and tests: such a folder takes a demo clock.
    #[arg(long)]
    demo: bool,
}

impl Init {
    pub fn run(self, folder: &DataFolder) -> anyhow::Result<()> {
        Journal::create(folder, self.demo)?;
        say(&format!(
            "{} is ready; next: xinmoi centre adopt DIR",
            folder.path().display()
        ))?;
        Ok(())
    }
}
