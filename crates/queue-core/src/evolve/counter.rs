//! The verbs of a counter.

use crate::{BreakReason, Centre, CounterNo, CounterState, Desk, DeviceId, Moment, OfficerNo};

/// A take-over ends the older opening and inherits its visitor.
pub(super) fn opened(
    centre: &mut Centre,
    at: Moment,
    counter: CounterNo,
    (device, officer): (DeviceId, OfficerNo),
    taken_over: bool,
) {
    let older = centre.desks.get(&counter);
    if centre.day.is_none() || (older.is_some() && !taken_over) {
        return;
    }
    let desk = Desk {
        device,
        officer,
        opened_at: at,
        state: CounterState::Open,
        ticket: older.and_then(|desk| desk.ticket),
        last_reason: older.and_then(|desk| desk.last_reason),
    };
    centre.desks.insert(counter, desk);
}

pub(super) fn closed(centre: &mut Centre, counter: CounterNo) {
    if centre
        .desks
        .get(&counter)
        .is_some_and(|desk| desk.ticket.is_none())
    {
        centre.desks.remove(&counter);
    }
}

pub(super) fn paused(
    centre: &mut Centre,
    since: Moment,
    counter: CounterNo,
    (reason, minutes): (BreakReason, Option<u16>),
) {
    if let Some(desk) = centre
        .desks
        .get_mut(&counter)
        .filter(|desk| desk.ticket.is_none())
    {
        desk.state = CounterState::Break {
            reason,
            since,
            minutes,
        };
    }
}

pub(super) fn back(centre: &mut Centre, counter: CounterNo) {
    if let Some(desk) = centre.desks.get_mut(&counter) {
        desk.state = CounterState::Open;
    }
}
