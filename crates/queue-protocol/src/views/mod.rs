//! What each screen shows: small, complete, and newest wins. Never a class of priority, never a
//! visitor's name. A client computes durations from the frame's `at`, never from its own clock.

mod board;
mod counter;
mod hall;
mod kiosk;
mod ticket;

pub use board::{BoardCall, BoardCounter, BoardQueue, BoardTransfer, BoardView};
pub use counter::{CounterView, HeldEntry, MissedEntry, MyDay, QueueEntry, Stay, Visitor};
pub use hall::{BoardHealth, HallCounter, HallQueue, HallView, KioskHealth, PaperDoubt};
pub use kiosk::{KioskService, KioskView, Lease, LeasedService, ReprintJob};
pub use ticket::TicketView;

use crate::{ClosedReason, ReasonKind};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One message of a view: the newest whole picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Frame<V> {
    /// The service's time.
    pub at: DateTime<FixedOffset>,
    /// Identity of the journal: new after an init or a restore.
    pub journal: String,
    /// The newest event shown.
    pub seq: u64,
    /// The picture.
    pub view: V,
}

/// How long a wait will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WaitRange {
    /// The likely wait.
    pub likely_s: u32,
    /// A wait that nine visitors in ten will not exceed.
    pub cautious_s: u32,
}

/// A wait as people say it: whole minutes, rounded outwards, never false precision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MinuteRange {
    /// At least so many minutes; 0 means "less than `to`".
    pub from: u32,
    /// At most so many minutes, never 0.
    pub to: u32,
}

impl WaitRange {
    /// Rounds the likely wait down and the cautious one up, to steps that grow with the wait: 5 minutes
    /// up to one hour, 10 up to two hours, 30 beyond. So what is said always holds the estimate.
    #[must_use]
    pub fn in_minutes(self) -> MinuteRange {
        let cautious_s = self.cautious_s.max(self.likely_s);
        let step = match cautious_s.div_ceil(60) {
            0..=60 => 5,
            61..=120 => 10,
            _ => 30,
        };
        MinuteRange {
            from: self.likely_s / (step * 60) * step,
            to: (cautious_s.div_ceil(step * 60) * step).max(step),
        }
    }
}

/// Why a visitor was or will be called; the apps word it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CallReason {
    /// Which rule decided.
    pub kind: ReasonKind,
    /// The longest-waiting visitor who came earlier and was passed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passed_over: Option<String>,
    /// How much earlier that visitor came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier_s: Option<u32>,
    /// The head start that decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head_start_s: Option<u32>,
}

/// Whether numbers are issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Issuing {
    /// Yes.
    Open {
        /// The end of this span of issuing.
        until: DateTime<FixedOffset>,
    },
    /// No.
    Closed {
        /// Why.
        reason: ClosedReason,
        /// When issuing begins again, if it is known.
        next: Option<DateTime<FixedOffset>>,
    },
}
