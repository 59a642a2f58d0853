//! What the kiosk wants done by network and printer.

use queue_protocol::{IssueRequest, KioskState, PaperResult};
use std::fmt;
use ticket_printer::{Cause, Slip};

/// A number to be asked for, once.
#[derive(Clone, PartialEq, Eq)]
pub struct Issue {
    /// Comes back with the answer.
    pub attempt: u64,
    /// The whole request; it may hold a class of priority, so it is dropped once answered.
    pub request: IssueRequest,
}

impl fmt::Debug for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Issue")
            .field("attempt", &self.attempt)
            .field("service", &self.request.service)
            .finish_non_exhaustive()
    }
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Ask for a number, under one key, until it is answered or nobody can be waiting any more.
    Issue(Issue),
    /// Give a number of this kiosk up.
    Cancel {
        /// Which.
        number: String,
    },
    /// Print a slip, once.
    Print {
        /// Comes back with the printer's news.
        job: u64,
        /// What stands on it.
        slip: Box<Slip>,
    },
    /// Tell staff how this kiosk does, and go on telling.
    Tell(KioskState),
    /// Tell the service what became of a slip, until it has answered.
    Report {
        /// The print job.
        job: u64,
        /// The ticket's number.
        number: String,
        /// What became of it.
        result: PaperResult,
        /// Why, where it went wrong.
        cause: Option<Cause>,
    },
}
