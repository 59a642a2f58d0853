//! `xinmoi centre check|adopt`

use super::exit::NoDataFolder;
use super::{say, send};
use crate::centre::{Counts, Document, Finding};
use crate::journal::DataFolder;
use crate::writer::{AdminAnswer, AdminOrder};
use anyhow::bail;
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};

/// Check and adopt a centre's folder.
#[derive(Debug, Subcommand)]
pub(super) enum Centre {
    /// Check a folder and tell every fault with its file and line. Needs no data folder.
    Check {
        /// The centre's folder.
        #[arg(value_name = "FOLDER")]
        folder: PathBuf,
    },
    /// Let a checked folder be the centre from now on, or from tomorrow.
    Adopt(Adopt),
}

/// Let a checked folder be the centre from now on, or from tomorrow. From now on is refused while
/// an open ticket or counter would lose its service or its letter.
#[derive(Debug, Args)]
pub(super) struct Adopt {
    /// The centre's folder.
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// Take effect with the next day.
    #[arg(long)]
    from_tomorrow: bool,
}

impl Centre {
    pub fn run(self, data: Result<DataFolder, NoDataFolder>) -> anyhow::Result<()> {
        match self {
            Self::Check { folder } => check(&folder).map(drop),
            Self::Adopt(adopt) => adopt.run(&data?),
        }
    }
}

impl Adopt {
    fn run(self, data: &DataFolder) -> anyhow::Result<()> {
        let document = check(&self.folder)?;
        let order = AdminOrder::AdoptCentre {
            document: document.stored().to_owned(),
            from_tomorrow: self.from_tomorrow,
        };
        let AdminAnswer::Adopted { digest, from } = send(data, order)? else {
            bail!("the service answered another question");
        };
        let from = from.map_or_else(|| "now on".to_owned(), |day| format!("{day} on"));
        Ok(say(&format!(
            "{} is the centre from {from}; digest {digest}",
            document.code()
        ))?)
    }
}

/// Reads a folder and tells what was found in it.
fn check(folder: &Path) -> anyhow::Result<Document> {
    match Document::read_dir(folder) {
        Ok(document) => {
            tell("warning", folder, document.warnings())?;
            say(&summary(document.code(), document.counts()))?;
            Ok(document)
        }
        Err(errors) => {
            tell("error", folder, &errors)?;
            bail!("{} cannot be adopted as it stands", folder.display())
        }
    }
}

/// One line each, with a path that a terminal can open.
fn tell(severity: &str, folder: &Path, findings: &[Finding]) -> std::io::Result<()> {
    for finding in findings {
        let place = if finding.file.is_empty() {
            Path::new("")
        } else {
            folder
        };
        say(&format!(
            "{severity}: {}",
            place.join(finding.to_string()).display()
        ))?;
    }
    Ok(())
}

fn summary(code: &str, counts: Counts) -> String {
    let Counts {
        zones,
        counters,
        services,
        letters,
        agencies,
        procedures,
        classes,
        calendar_days,
        synonyms,
        screens,
    } = counts;
    format!(
        "{code}: {counters} counters in {zones} zones, {services} services with {letters} letters, \
         {agencies} agencies, {procedures} procedures, {classes} classes of priority, \
         {calendar_days} days in the calendar, {synonyms} everyday words, {screens} screens"
    )
}
