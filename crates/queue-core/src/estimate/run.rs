//! The run: whichever counter is free first takes whoever the rule gives it, until nobody waits.

use super::Estimate;
use super::lines::{Arrival, Lines};
use super::margin::Margin;
use super::roster::{Staff, roster};
use crate::{Centre, Moment, TicketId};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The estimates of all who are called in the run, by id.
pub(super) fn run(
    centre: &Centre,
    now: Moment,
    arrivals: &[Arrival<'_>],
    staff: Staff,
) -> Vec<(TicketId, Estimate)> {
    let seats = roster(centre, now, staff);
    let mut lines = Lines::of(centre, now, &seats, arrivals);
    let reaches: Vec<_> = seats
        .iter()
        .map(|seat| lines.reach(centre, seat.counter))
        .collect();
    let seated = seats.iter().enumerate();
    let mut free: BinaryHeap<_> = seated
        .map(|(order, seat)| Reverse((seat.free_at, order)))
        .collect();
    let margin = Margin::new(centre, now);
    let mut calls = Vec::new();
    while let Some(Reverse((at, order))) = free.pop() {
        let (Some(seat), Some(reach)) = (seats.get(order), reaches.get(order)) else {
            continue;
        };
        let Some(call) = lines.take(reach) else {
            continue;
        };
        let worked_ms = seat.shift.worked_ms(now, at);
        let margin_ms = margin.ms(call.key.0, worked_ms, call.usual_ms, call.servers);
        let estimate = Estimate {
            likely_s: seconds(at.since_s(now)),
            cautious_s: seconds(seat.shift.later(at, margin_ms).since_s(now)),
        };
        calls.push((call.key.1, estimate));
        let done = Moment(at.0.saturating_add(call.takes_ms()));
        free.push(Reverse((seat.shift.next(done), order)));
    }
    calls.sort_unstable_by_key(|(id, _)| *id);
    calls
}

fn seconds(span_s: i64) -> u32 {
    u32::try_from(span_s.max(0)).unwrap_or(u32::MAX)
}
