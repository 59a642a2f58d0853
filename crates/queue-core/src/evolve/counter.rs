//! The verbs of a counter.

use crate::{
    BreakReason, Centre, CounterNo, CounterState, Desk, DeviceId, Moment, OfficerDay, OfficerNo,
    ServiceCode,
};
use std::collections::BTreeMap;

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
    let (ticket, last_reason) = (
        older.and_then(|desk| desk.ticket),
        older.and_then(|desk| desk.last_reason),
    );
    end_break(centre, at, counter);
    let desk = Desk {
        device,
        officer,
        opened_at: at,
        state: CounterState::Open,
        ticket,
        last_reason,
        helping: BTreeMap::new(),
    };
    centre.desks.insert(counter, desk);
}

pub(super) fn closed(centre: &mut Centre, at: Moment, counter: CounterNo) {
    if centre
        .desks
        .get(&counter)
        .is_some_and(|desk| desk.ticket.is_none())
    {
        end_break(centre, at, counter);
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

pub(super) fn back(centre: &mut Centre, at: Moment, counter: CounterNo) {
    end_break(centre, at, counter);
    if let Some(desk) = centre.desks.get_mut(&counter) {
        desk.state = CounterState::Open;
    }
}

/// With a handicap the officer there helps `service`; without one, no longer.
pub(super) fn helping(
    centre: &mut Centre,
    counter: CounterNo,
    service: &ServiceCode,
    handicap_s: Option<u32>,
) {
    if let Some(desk) = centre.desks.get_mut(&counter) {
        match handicap_s {
            Some(handicap_s) => desk.helping.insert(service.clone(), handicap_s),
            None => desk.helping.remove(service),
        };
    }
}

/// A break that ends, by whatever, counts in the day of whoever took it.
fn end_break(centre: &mut Centre, at: Moment, counter: CounterNo) {
    let desk = centre.desks.get(&counter);
    if let Some(CounterState::Break { since, .. }) = desk.map(|desk| &desk.state) {
        let length_s = u32::try_from(at.since_s(*since)).unwrap_or(0);
        if let Some(day) = officers_day(centre, counter) {
            day.breaks += 1;
            day.break_s += length_s;
        }
    }
}

/// The day of the officer at `counter`.
pub(super) fn officers_day(centre: &mut Centre, counter: CounterNo) -> Option<&mut OfficerDay> {
    let officer = centre.desks.get(&counter)?.officer;
    Some(centre.officers.entry(officer).or_default())
}
