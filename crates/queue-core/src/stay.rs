//! What is over: where a ticket has been, and what an officer has done today.

use crate::{Moment, ServiceCode, TicketState};

/// The span of a ticket in one state at one place, once it is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// In which state.
    pub state: TicketState,
    /// Of which queue.
    pub service: ServiceCode,
    /// From when.
    pub since: Moment,
    /// Until when.
    pub until: Moment,
}

/// One officer's day, at whatever counters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfficerDay {
    /// Visits finished; each service of a visit of several counts.
    pub served: u32,
    /// How long each took from its call, or the end of the service before it, to its end, in seconds; one
    /// finished from hold tells nothing.
    pub visits_s: Vec<u32>,
    /// No-shows.
    pub no_shows: u32,
    /// Breaks that are over.
    pub breaks: u32,
    /// Their length together, in seconds.
    pub break_s: u32,
}
