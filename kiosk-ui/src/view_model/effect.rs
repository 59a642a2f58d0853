//! What the kiosk wants done by network and printer.

use super::alone::{KeptCentre, OfflineTicket};
use super::aloud::Speech;
use super::door::Pin;
use super::papers::TicketKey;
use super::staff::Reprint;
use queue_protocol::{Frame, IssueRequest, KioskState, KioskView, OfflineRequest, PaperResult};
use std::fmt;
use std::time::Duration;
use ticket_printer::{Cause, Slip};

/// A number to be asked for, once.
#[derive(Clone, PartialEq, Eq)]
pub struct Issue {
    /// Comes back with the answer.
    pub attempt: u64,
    /// The whole request; it may hold a class of priority, so it is dropped once answered.
    pub request: IssueRequest,
    /// So long an answer is tried for; `None`: as long as anybody can be waiting.
    pub within: Option<Duration>,
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
    /// Say this, and nothing else any more.
    Speak(Speech),
    /// See whether this is the PIN of staff, away from the window.
    CheckPin(Pin),
    /// Ask the service for one of this kiosk's slips again.
    Reprint(Reprint),
    /// End the program, to be started again.
    Restart,
    /// Tell staff how this kiosk does, and go on telling.
    Tell(KioskState),
    /// Tell nothing until the next [`Effect::Tell`]: the service would take it for this kiosk's last contact before the
    /// numbers that are still to be handed in.
    Hush,
    /// Write a number down, so that no power cut can take it back.
    Keep(Box<OfflineTicket>),
    /// The same for a number that is given up; its answer decides what the visitor is told.
    KeepGivenUp(Box<OfflineTicket>),
    /// Write down that a reprint begins, or that its report was answered.
    KeepReprint {
        /// Whose.
        ticket: TicketKey,
        /// Nothing more is to be told of it.
        ended: bool,
    },
    /// Write down what the service granted.
    Remember(Box<Frame<KioskView>>),
    /// Write down the centre.
    KeepCentre(KeptCentre),
    /// Hand a number in, after those before it, until it is answered.
    HandIn {
        /// Under which key.
        key: String,
        /// The number.
        request: Box<OfflineRequest>,
    },
    /// Give up a number that was handed in, until it is answered.
    GiveUp {
        /// The key of its handing in.
        key: String,
        /// Which.
        number: String,
    },
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
