//! `xinmoi journal verify|export`

use super::{progress, say};
use crate::journal::{DataFolder, Reader};
use anyhow::Context as _;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

/// Check or export the journal, while the service runs or not.
#[derive(Debug, Subcommand)]
pub(super) enum Journal {
    /// Check every page and every row, and that no row was changed, taken out or put in.
    Verify,
    /// Write events as JSON Lines: seq, at, kind, version, device, body, hash.
    Export(Export),
}

/// Write events as JSON Lines.
#[derive(Debug, Args)]
pub(super) struct Export {
    /// The first day, such as 2026-11-23; from the beginning without it.
    #[arg(long, value_name = "DATE")]
    from: Option<NaiveDate>,
    /// The last day; to the end without it.
    #[arg(long, value_name = "DATE")]
    to: Option<NaiveDate>,
    /// Write to this new file instead of standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Journal {
    pub fn run(self, folder: &DataFolder) -> anyhow::Result<()> {
        match self {
            Self::Verify => verify(folder),
            Self::Export(export) => export.run(folder),
        }
    }
}

fn verify(folder: &DataFolder) -> anyhow::Result<()> {
    let reader = Reader::open(folder)?;
    let bar = progress::bar("events");
    let head = reader.verify(|done, of| progress::show(&bar, done, of))?;
    bar.finish_and_clear();
    say(&format!("{} events, each as it was written", head.seq.0))?;
    say(&format!("head of the chain: {}", hex::encode(head.hash)))?;
    Ok(())
}

impl Export {
    fn run(self, folder: &DataFolder) -> anyhow::Result<()> {
        let reader = Reader::open(folder)?;
        let Some((first, last)) = reader.events_of(self.from, self.to)? else {
            return Ok(());
        };
        let last = last.min(reader.head()?.seq.0);
        match &self.out {
            Some(path) => {
                let file = File::create_new(path).with_context(|| format!("{}", path.display()))?;
                let bar = progress::bar("events");
                let mut output = BufWriter::new(&file);
                let lines = reader.export((first, last), &mut output, |seq| {
                    progress::show(&bar, seq - first + 1, last - first + 1);
                })?;
                output.flush()?;
                file.sync_all()?;
                bar.finish_and_clear();
                say(&format!("{lines} events written to {}", path.display()))?;
            }
            None => {
                let mut output = BufWriter::new(io::stdout().lock());
                reader.export((first, last), &mut output, |_| {})?;
                output.flush()?;
            }
        }
        Ok(())
    }
}
