//! Why a journal cannot be opened or written.

use super::row::RowError;
use rusqlite::ErrorCode;
use std::io;
use std::path::{Path, PathBuf};

/// Why a data folder or a journal cannot be created, opened or read. The file is never changed.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// No journal is there.
    #[error("{} holds no journal; `xinmoi init` makes one", .0.display())]
    NoJournal(PathBuf),
    /// Something is there already.
    #[error("{} is not an empty folder, and nothing is created over what is there", .0.display())]
    NotEmpty(PathBuf),
    /// Another process writes to this data folder.
    #[error("another xinmoi has {} open", .0.display())]
    Locked(PathBuf),
    /// The file is not what it was when it was written.
    #[error(
        "{} is damaged: {what}. It is left as it is; `xinmoi restore` puts a backup into an empty folder",
        file.display()
    )]
    Damaged {
        /// Which file.
        file: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// A newer program wrote it.
    #[error("{} has schema {found}, this xinmoi knows schemas up to {known}", file.display())]
    Newer {
        /// Which file.
        file: PathBuf,
        /// The schema found.
        found: usize,
        /// The newest schema known.
        known: usize,
    },
    /// A demo clock is for folders made with `init --demo` alone.
    #[error("{} was not made with `init --demo`, so it takes no demo clock", .0.display())]
    NotDemo(PathBuf),
    /// The file system refused.
    #[error("{}: {cause}", file.display())]
    Io {
        /// Which file or folder.
        file: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// SQLite failed for a reason that is not the file's.
    #[error("{}: {cause}", file.display())]
    Sqlite {
        /// Which file.
        file: PathBuf,
        /// Why.
        cause: rusqlite::Error,
    },
}

impl OpenError {
    pub(super) fn damaged(file: &Path, what: impl Into<String>) -> Self {
        Self::Damaged {
            file: file.to_owned(),
            what: what.into(),
        }
    }

    pub(super) fn io(file: &Path) -> impl FnOnce(io::Error) -> Self {
        move |cause| Self::Io {
            file: file.to_owned(),
            cause,
        }
    }

    /// Damage where SQLite says so, or where a value is not of the type that was stored.
    pub(super) fn sqlite(file: &Path) -> impl Fn(rusqlite::Error) -> Self {
        move |cause| {
            let damaged = match &cause {
                rusqlite::Error::SqliteFailure(failure, _) => {
                    matches!(
                        failure.code,
                        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase
                    )
                }
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::Utf8Error(..)
                | rusqlite::Error::QueryReturnedNoRows => true,
                _ => false,
            };
            if damaged {
                Self::damaged(file, cause.to_string())
            } else {
                Self::Sqlite {
                    file: file.to_owned(),
                    cause,
                }
            }
        }
    }
}

/// Why a batch was not stored.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Nothing of the batch is in the journal.
    #[error("not stored: {0}")]
    NotStored(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The commit failed in a way that leaves open whether the batch is in the journal.
    #[error("outcome unknown: {0}")]
    Unknown(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::NotStored(error.into())
    }
}

impl From<RowError> for StoreError {
    fn from(error: RowError) -> Self {
        Self::NotStored(error.into())
    }
}

impl StoreError {
    /// A failed COMMIT. A full or busy disk is found before the commit record is written; after any
    /// other failure the record may or may not have reached the disk.
    pub(super) fn of_commit(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull | ErrorCode::DatabaseBusy) => Self::NotStored(error.into()),
            _ => Self::Unknown(error.into()),
        }
    }
    pub(super) fn of_hook(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull => Self::NotStored(error.into()),
            _ => Self::Unknown(error.into()),
        }
    }
}
