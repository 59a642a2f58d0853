use super::picture::Counters;
use super::spotlight::Call;
use super::steps::{Steps, page, pages};
use queue_protocol::views::BoardCounter;
use queue_protocol::{CounterStatus, TicketState};
use std::time::Duration;

/// Two columns of twelve.
pub const ROWS_A_PAGE: usize = 24;

/// One row of the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CounterRow {
    /// The number on the plate.
    pub counter: u16,
    /// What stands beside it.
    pub place: Place,
}

/// What a counter does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A visitor is on the way or there.
    Ticket {
        /// The visitor's number.
        number: String,
        /// The mark of priority.
        priority: bool,
        /// Still on the way: the row is yellow.
        called: bool,
    },
    /// Takes visitors; nobody is there.
    Open,
    /// Pauses.
    Break,
    /// Closed.
    Closed,
}

impl From<&BoardCounter> for CounterRow {
    fn from(counter: &BoardCounter) -> Self {
        let place = match (&counter.ticket, counter.status) {
            (Some(number), _) => Place::Ticket {
                number: number.clone(),
                priority: counter.priority,
                called: counter.state == Some(TicketState::Called),
            },
            (None, CounterStatus::Open) => Place::Open,
            (None, CounterStatus::Break) => Place::Break,
            (None, CounterStatus::Closed) => Place::Closed,
        };
        Self {
            counter: counter.number,
            place,
        }
    }
}

/// The page with the row of a call, in `counters`.
pub(super) fn page_of(counters: &[BoardCounter], call: &Call) -> Option<usize> {
    let row = counters
        .iter()
        .position(|counter| counter.number == call.counter)?;
    Some(row / ROWS_A_PAGE)
}

/// The page of the grid that stands now.
pub(super) fn counters(counters: &[BoardCounter], steps: &mut Steps, now: Duration) -> Counters {
    let pages = pages(counters.len(), ROWS_A_PAGE);
    let at = steps.turn(pages, now);
    Counters {
        rows: page(counters, at, ROWS_A_PAGE)
            .iter()
            .map(CounterRow::from)
            .collect(),
        page: at,
        pages,
    }
}
