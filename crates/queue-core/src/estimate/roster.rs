//! The counters of a run: who works, and from when on.

use super::shift::Shift;
use super::visit::{remaining_ms, usual_visit_ms};
use crate::{Centre, Counter, CounterState, Desk, Moment};

/// A counter that works, now or later today.
pub(super) struct Seat<'a> {
    pub counter: &'a Counter,
    pub shift: Shift,
    /// When it can call somebody.
    pub free_at: Moment,
}

/// Who is taken to work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Staff {
    /// At the counters now open or scheduled.
    Present,
    /// At every counter, from now on.
    Everybody,
}

/// A break without announced length is taken for this long.
const USUAL_BREAK_MIN: u16 = 15;

/// The counters at which somebody works, by number.
pub(super) fn roster(centre: &Centre, now: Moment, staff: Staff) -> Vec<Seat<'_>> {
    let local = centre.local(now);
    let counters = centre.catalogue.counters.values();
    counters
        .filter_map(|counter| {
            let desk = centre.desks.get(&counter.number);
            let open = desk.is_some() || staff == Staff::Everybody;
            let shift = Shift::of(&centre.catalogue, counter, open, now, local)?;
            let free_at = shift.next(desk.map_or(now, |desk| free_at(centre, desk, now)));
            Some(Seat {
                counter,
                shift,
                free_at,
            })
        })
        .collect()
}

fn free_at(centre: &Centre, desk: &Desk, now: Moment) -> Moment {
    if let CounterState::Break { since, minutes, .. } = desk.state {
        let minutes = minutes.unwrap_or(USUAL_BREAK_MIN);
        return since.plus_s(i64::from(minutes) * 60).max(now);
    }
    let visitor = desk.ticket.and_then(|id| centre.tickets.get(&id));
    let Some(visitor) = visitor else { return now };
    let Some(service) = centre.catalogue.services.get(&visitor.service) else {
        return now;
    };
    let elapsed_ms = now.0.saturating_sub(visitor.begun_at.unwrap_or(now).0);
    Moment(
        now.0
            .saturating_add(remaining_ms(usual_visit_ms(centre, service), elapsed_ms)),
    )
}
