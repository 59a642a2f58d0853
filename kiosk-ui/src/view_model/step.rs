//! Where on the path a visitor is.

use super::browse::Within;
use super::find::Find;
use super::hall::Intake;
use super::message::Class;
use super::staff::Staff;
use chrono::{DateTime, FixedOffset};
use queue_protocol::{IssuedTicket, Purpose, WaitRange};
use std::time::Instant;
use ticket_printer::JobState;

/// What a visitor wants a number for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wish {
    pub purpose: Purpose,
    /// The service's code.
    pub service: String,
    /// The procedure's code, where one was found.
    pub procedure: Option<String>,
}

/// One screen of the path. No step on the path is the first screen.
pub(super) enum Step {
    /// Which service; `first` is the place of the first row.
    Choose { purpose: Purpose, first: usize },
    /// A procedure by name.
    Find { purpose: Purpose, find: Box<Find> },
    /// All procedures by agency and field; `first` is the place of the first row.
    Browse {
        purpose: Purpose,
        within: Within,
        first: usize,
    },
    /// Ordinary or priority.
    Take(Wish),
    /// Which class of priority.
    Classes(Wish),
    /// A scanned card settled the class; the visitor has to confirm it.
    Settled { wish: Wish, class: Class },
    /// All that is known of the procedure.
    Details(Wish),
    /// The number is being asked for.
    Asking {
        wish: Wish,
        attempt: u64,
        since: Instant,
        /// With priority; the class went into the request and is forgotten.
        priority: bool,
        /// The service's time when it was asked for.
        came_at: Option<DateTime<FixedOffset>>,
    },
    /// It was not given.
    Refused(Refusal),
    /// The number is on the screen.
    Issued(Box<Issued>),
    /// It was given up.
    Cancelled { number: String },
    /// Not a visitor's.
    Staff(Staff),
}

impl Step {
    /// Whether the visitor has, or asks for, a number: the screen stays whatever the service says meanwhile.
    pub fn is_about_a_number(&self) -> bool {
        matches!(
            self,
            Self::Asking { .. } | Self::Issued(_) | Self::Cancelled { .. }
        )
    }

    /// Whether the screen stays whatever the service says.
    pub fn stays(&self) -> bool {
        self.is_about_a_number() || matches!(self, Self::Staff(_))
    }
}

/// A number as the screen shows it and the slip prints it.
pub(super) struct Given {
    pub number: String,
    /// The service's code.
    pub service: String,
    pub priority: bool,
    /// Who waits before it; unknown where the kiosk gave it by itself.
    pub ahead: Option<u32>,
    pub wait: Option<WaitRange>,
    pub issued_at: DateTime<FixedOffset>,
    pub counters: Vec<u16>,
    /// The path of the visitor's own page, where there is one.
    pub follow_path: Option<String>,
}

impl Given {
    /// Whether the kiosk gave it by itself.
    pub fn is_of_the_lease(&self) -> bool {
        self.ahead.is_none()
    }
}

impl From<IssuedTicket> for Given {
    fn from(ticket: IssuedTicket) -> Self {
        Self {
            number: ticket.number,
            service: ticket.service,
            priority: ticket.priority,
            ahead: Some(ticket.people_ahead),
            wait: ticket.wait,
            issued_at: ticket.issued_at,
            counters: ticket.counters,
            follow_path: Some(ticket.follow_path),
        }
    }
}

/// A ticket on the screen.
pub(super) struct Issued {
    pub ticket: Given,
    /// The print job of its slip.
    pub job: u64,
    pub paper: JobState,
    /// The service has noted what became of the slip.
    pub staff_told: bool,
    pub cancelling: Cancelling,
    /// "Hủy số A012?" stands over the screen.
    pub asks: bool,
}

/// How giving the number up went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cancelling {
    /// Not asked for.
    Idle,
    /// Asked, not answered yet.
    Asked,
    /// It was called already.
    CalledAlready,
    /// No answer, or another refusal: staff must do it.
    Unanswered,
}

/// Why there is no number, as a visitor is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The service takes nobody now; when again, as "13:15", where known.
    Paused {
        /// The time of day.
        again: Option<String>,
    },
    /// No numbers are left today; when again, where known.
    Full {
        /// The time of day, with the date.
        again: Option<String>,
    },
    /// The work of those who wait lasts until closing time; when again, where known.
    Crowded {
        /// The time of day, with the date.
        again: Option<String>,
    },
    /// Too many numbers from this kiosk in a short time.
    TooFast,
    /// This kiosk, or the centre, cannot issue: staff must look.
    OutOfOrder,
    /// No answer that could be understood.
    Unanswered,
}

impl Refusal {
    /// Why a service takes nobody now; `None` where it does.
    pub(super) fn of(intake: Intake) -> Option<Self> {
        match intake {
            Intake::Open => None,
            Intake::Full(again) | Intake::Ended(again) => Some(Self::Full { again }),
            Intake::Crowded(again) => Some(Self::Crowded { again }),
            Intake::Paused(again) => Some(Self::Paused { again }),
        }
    }
}
