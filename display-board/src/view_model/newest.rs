//! What is read off the newest view.

use super::{Call, Time};
use queue_protocol::views::{BoardCall, BoardCounter, Issuing};
use queue_protocol::{BoardView, ClosedReason, CounterStatus};

/// Why the hall is shut and until when; `None` as long as anybody is at a counter.
pub(super) fn closed(view: &BoardView) -> Option<(ClosedReason, Option<Time>)> {
    match &view.issuing {
        Issuing::Closed { reason, next } if !view.counters.iter().any(is_open) => {
            Some((*reason, *next))
        }
        _ => None,
    }
}

pub(super) fn is_open(counter: &BoardCounter) -> bool {
    counter.status != CounterStatus::Closed || counter.ticket.is_some()
}

pub(super) fn is_there(view: &BoardView, number: &str, counter: u16) -> bool {
    view.counters.iter().any(|known| {
        known.number == counter && known.ticket.as_deref().is_some_and(|there| there == number)
    })
}

pub(super) fn last_call(view: &BoardView) -> Option<Call> {
    let there = |call: &&BoardCall| is_there(view, &call.number, call.counter);
    view.calls.iter().rev().find(there).map(Call::from)
}

/// The last `most` calls that do not stand elsewhere, newest first; of a recalled visitor the newest only.
pub(super) fn newest(calls: &[BoardCall], elsewhere: &[&Call], most: usize) -> Vec<Call> {
    let mut newest: Vec<Call> = Vec::new();
    for call in calls.iter().rev().map(Call::from) {
        if newest.len() == most {
            break;
        }
        let mut known = newest.iter().chain(elsewhere.iter().copied());
        if !known.any(|known| known.same_visit(&call)) {
            newest.push(call);
        }
    }
    newest
}
