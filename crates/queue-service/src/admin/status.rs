//! How it is going, in a few numbers.

use crate::clock::ClockHealth;
use crate::journal::{DataFolder, OpenError, Reader};
use crate::writer::Shared;
use chrono::NaiveDate;
use queue_core::{Moment, TicketState};
use serde::{Deserialize, Serialize};

/// What a data folder holds, and what its service does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Status {
    /// The journal's random id.
    pub journal: String,
    /// Made for demos and tests.
    pub demo: bool,
    /// Events so far.
    pub seq: u64,
    /// The instant of the newest one in milliseconds since 1970, if there is one.
    pub newest_ms: Option<i64>,
    /// The running service; `None` when none runs.
    pub running: Option<Running>,
}

/// A service at work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Running {
    /// The version of the program.
    pub version: String,
    /// Its process.
    pub pid: u32,
    /// Where it listens.
    pub listen: String,
    /// Its time, in milliseconds since 1970.
    pub now_ms: i64,
    /// What is thought of the wall clock.
    pub clock: ClockHealth,
    /// Whether the newest commands could be stored.
    pub storing: bool,
    /// The open day.
    pub day: Option<NaiveDate>,
    /// The adopted centre's code.
    pub centre: String,
    /// Its digest.
    pub digest: String,
    /// Numbers given today.
    pub issued: usize,
    /// Visitors waiting.
    pub waiting: usize,
    /// Visitors called or at a counter.
    pub at_counters: usize,
    /// Open counters.
    pub counters: usize,
}

impl Status {
    /// The state of a running service that listens on `listen`.
    pub(super) fn of(shared: &Shared, listen: &str) -> Self {
        let (now, clock) = shared.clock.now();
        let (document, health) = (shared.document(), shared.health());
        let centre = shared.centre();
        let head = shared.head();
        let count = |wanted: fn(&TicketState) -> bool| {
            centre
                .tickets
                .values()
                .filter(|ticket| wanted(&ticket.state))
                .count()
        };
        let running = Running {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            pid: std::process::id(),
            listen: listen.to_owned(),
            now_ms: now.0,
            clock,
            storing: health.storing,
            day: centre.day,
            centre: document.code().to_owned(),
            digest: document.digest().to_owned(),
            issued: centre.tickets.len(),
            waiting: count(|state| matches!(state, TicketState::Waiting { .. })),
            at_counters: count(|state| state.busy_at().is_some()),
            counters: centre.desks.len(),
        };
        Self {
            journal: shared.journal_id.clone(),
            demo: shared.demo,
            seq: head.seq.0,
            newest_ms: Some(head.at.0),
            running: Some(running),
        }
    }

    /// What a folder without a service holds.
    pub(super) fn at_rest(folder: &DataFolder) -> Result<Self, OpenError> {
        let reader = Reader::open(folder)?;
        let (meta, head) = (reader.meta()?, reader.head()?);
        let newest_ms = (head.at > Moment(0)).then_some(head.at.0);
        let (journal, demo, seq) = (meta.journal_id, meta.demo, head.seq.0);
        Ok(Self {
            journal,
            demo,
            seq,
            newest_ms,
            running: None,
        })
    }
}
