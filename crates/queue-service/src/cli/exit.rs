//! The exit codes, in one place.

use crate::admin::AdminError;
use crate::journal::{ExportError, OpenError};
use crate::service::StartError;
use crate::writer;
use std::process::ExitCode;

/// What `--help` says about them.
pub(super) const HELP: &str = "\
Exit codes:
  0   done
  1   failed; the message says why
  2   the command line is wrong
  3   refused, nothing changed: in use, not empty, unknown, taken
  4   the journal is damaged; it is left as it is
  75  nobody knows whether the newest commands were stored; start again";

const FAILED: u8 = 1;
const USAGE: u8 = 2;
const REFUSED: u8 = 3;
const DAMAGED: u8 = 4;
const UNKNOWN: u8 = 75;

/// No data folder was named.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("name the data folder with --data DIR or in XINMOI_DATA")]
pub(super) struct NoDataFolder;

/// The command asks for something that cannot be; nothing changed.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Refused(pub String);

/// The exit code of a command that ended with `error`.
pub(super) fn code(error: &anyhow::Error) -> ExitCode {
    let code = if error.is::<NoDataFolder>() {
        USAGE
    } else if error.is::<Refused>() {
        REFUSED
    } else if let Some(error) = error.downcast_ref::<OpenError>() {
        of_open(error)
    } else if let Some(error) = error.downcast_ref::<AdminError>() {
        of_admin(error)
    } else if let Some(ExportError::Journal(error)) = error.downcast_ref() {
        of_open(error)
    } else if let Some(error) = error.downcast_ref::<StartError>() {
        of_start(error)
    } else {
        FAILED
    };
    ExitCode::from(code)
}

const fn of_open(error: &OpenError) -> u8 {
    match error {
        OpenError::NotEmpty(_)
        | OpenError::Locked(_)
        | OpenError::NotDemo(_)
        | OpenError::NoJournal(_)
        | OpenError::Newer { .. } => REFUSED,
        OpenError::Damaged { .. } => DAMAGED,
        OpenError::Io { .. } | OpenError::Sqlite { .. } => FAILED,
    }
}

const fn of_admin(error: &AdminError) -> u8 {
    match error {
        AdminError::Refused(_) => REFUSED,
        AdminError::Open(error) => of_open(error),
        AdminError::NoAnswer => UNKNOWN,
        AdminError::Failed(_) | AdminError::Socket(_) => FAILED,
    }
}

const fn of_start(error: &StartError) -> u8 {
    match error {
        StartError::Open(error) => of_open(error),
        StartError::Writer(writer::StartError::NoCentre) => REFUSED,
        _ => FAILED,
    }
}
