//! Numbers given while the service is away, and what it granted, on the kiosk's own disk.
//!
//! | file on the disk | holds |
//! |---|---|
//! | `ledger.jsonl` | a line for each step: the service's newest word, and each number as it stands then; the last line counts |
//! | `catalogue.json` | the centre, so that the screens have names before the service is back |
//! | `unreadable.jsonl` | lines that could not be read, kept for people |
//! | `lock` | held by the one kiosk that uses this folder |
//!
//! A line counts once it is whole and on the disk (`fdatasync`); only then a slip is printed. What was half written when the
//! power went is the last line without an end: it was never shown to anybody, and is cut off.

mod file;
mod line;

use crate::view_model::{Kept, OfflineTicket, TicketKey};
use chrono::Utc;
use file::LineFile;
use line::{Line, Read};
use queue_protocol::{Catalogue, Frame, KioskView};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use thiserror::Error;

const LEDGER: &str = "ledger.jsonl";
const CATALOGUE: &str = "catalogue.json";
const UNREADABLE: &str = "unreadable.jsonl";

/// The folder cannot be used.
#[derive(Debug, Error)]
pub enum LedgerError {
    /// Another kiosk uses it: the two would give the same numbers.
    #[error("{} is used by another kiosk", .0.display())]
    Locked(PathBuf),
    /// It cannot be read or written.
    #[error("{}: {cause}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
}

/// The open folder.
pub struct Ledger {
    folder: PathBuf,
    lines: LineFile,
    _lock: File,
}

impl Ledger {
    /// Opens the folder, makes it where it is missing, and gives what it has kept. Numbers that are settled and of another
    /// day are dropped.
    ///
    /// # Errors
    /// [`LedgerError::Locked`], or [`LedgerError::Io`].
    pub fn open(folder: &Path) -> Result<(Self, Kept), LedgerError> {
        let at = |path: &Path| {
            let path = path.to_owned();
            move |cause| LedgerError::Io { path, cause }
        };
        fs::create_dir_all(folder).map_err(at(folder))?;
        let lock = lock(folder)?;
        let path = folder.join(LEDGER);
        let read = Read::of(&file::read(&path).map_err(at(&path))?);
        if !read.unreadable.is_empty() {
            let aside = folder.join(UNREADABLE);
            file::append_aside(&aside, &read.unreadable).map_err(at(&aside))?;
            let lines = read.unreadable.len();
            tracing::error!(lines, aside = %aside.display(), "the ledger is damaged; what can be read counts");
        }
        let tidied = read
            .kept()
            .and_then(|lines| LineFile::replace(&path, &lines));
        let lines = tidied.or_else(|error| {
            tracing::error!(%error, "the ledger cannot be tidied up");
            LineFile::reopen(&path, read.whole)
        });
        let lines = lines.map_err(at(&path))?;
        let kept = read.into_kept(Utc::now());
        let folder = folder.to_owned();
        let ledger = Self {
            folder,
            lines,
            _lock: lock,
        };
        Ok((ledger, kept))
    }

    /// Writes a number down as it stands now. Once this has returned, no power cut takes it back.
    ///
    /// # Errors
    /// It is not on the disk; nothing half written is left.
    pub fn keep(&mut self, ticket: &OfflineTicket) -> io::Result<()> {
        self.lines.append(&Line::Ticket(ticket.clone()).text()?)
    }

    /// Writes down that a reprint begins, or that its report was answered.
    ///
    /// # Errors
    /// It is not on the disk.
    pub fn keep_reprint(&mut self, ticket: &TicketKey, ended: bool) -> io::Result<()> {
        let ticket = ticket.clone();
        self.lines.append(&Line::Reprint { ticket, ended }.text()?)
    }

    /// Writes down what the service says, and when by this machine's clock.
    ///
    /// # Errors
    /// It is not on the disk.
    pub fn remember(&mut self, frame: &Frame<KioskView>) -> io::Result<()> {
        let heard = Line::Heard {
            clock: Utc::now(),
            frame: Box::new(frame.clone()),
        };
        self.lines.append(&heard.text()?)
    }

    /// Keeps the centre.
    ///
    /// # Errors
    /// It is not on the disk; the one before still is.
    pub fn keep_catalogue(&self, catalogue: &Catalogue) -> io::Result<()> {
        file::replace(
            &self.folder.join(CATALOGUE),
            &serde_json::to_vec(catalogue)?,
        )
        .map(drop)
    }

    /// The centre that was kept last.
    #[must_use]
    pub fn catalogue(&self) -> Option<Catalogue> {
        let bytes = fs::read(self.folder.join(CATALOGUE)).ok()?;
        let read = serde_json::from_slice(&bytes);
        read.inspect_err(|error| tracing::warn!(%error, "the kept centre cannot be read"))
            .ok()
    }
}

fn lock(folder: &Path) -> Result<File, LedgerError> {
    let path = folder.join("lock");
    let mut options = OpenOptions::new();
    let options = options.write(true).create(true).truncate(false).mode(0o600);
    let io = |cause| LedgerError::Io {
        path: path.clone(),
        cause,
    };
    let file = options.open(&path).map_err(io)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(LedgerError::Locked(folder.to_owned())),
        Err(TryLockError::Error(cause)) => Err(io(cause)),
    }
}
