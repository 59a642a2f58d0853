//! The verbs of a ticket. Each checks the state it starts from.

use super::counter::officers_day;
use super::place::{change, go, next_stay};
use super::state_of;
use crate::{
    Call, CallReason, Centre, CounterNo, Moment, Outcome, Purpose, Seq, ServiceCode, Ticket,
    TicketId, TicketState,
};

pub(super) fn called(
    centre: &mut Centre,
    seq: Seq,
    at: Moment,
    id: TicketId,
    (counter, reason): (CounterNo, CallReason),
) {
    if let Some(TicketState::Waiting { .. }) = state_of(centre, id)
        && call(centre, seq, at, id, counter)
        && let Some(desk) = centre.desks.get_mut(&counter)
    {
        desk.last_reason = Some(reason);
    }
}

pub(super) fn resumed(centre: &mut Centre, seq: Seq, at: Moment, id: TicketId, counter: CounterNo) {
    if let Some(TicketState::Held { .. }) = state_of(centre, id) {
        call(centre, seq, at, id, counter);
    }
}

/// A first call to an open counter without a visitor; false if it cannot be.
fn call(centre: &mut Centre, seq: Seq, at: Moment, id: TicketId, counter: CounterNo) -> bool {
    let idle = centre
        .desks
        .get(&counter)
        .is_some_and(|desk| desk.ticket.is_none());
    if idle {
        change(centre, id, |ticket| {
            ticket.state = TicketState::Called {
                counter,
                call: seq.into(),
            };
            ticket.since = at;
            ticket.called_at = Some(at);
            ticket.begun_at = Some(at);
            ticket.recalls = 0;
        });
        announce(
            centre,
            Call {
                id: seq.into(),
                ticket: id,
                counter,
                at,
                attempt: 1,
            },
        );
    }
    idle
}

/// The stay goes on; only the call is a new one.
pub(super) fn recalled(centre: &mut Centre, seq: Seq, at: Moment, id: TicketId) {
    let Some(ticket) = centre.tickets.get_mut(&id) else {
        return;
    };
    let TicketState::Called { counter, .. } = ticket.state else {
        return;
    };
    ticket.state = TicketState::Called {
        counter,
        call: seq.into(),
    };
    ticket.recalls = ticket.recalls.saturating_add(1);
    let attempt = ticket.recalls.saturating_add(1);
    announce(
        centre,
        Call {
            id: seq.into(),
            ticket: id,
            counter,
            at,
            attempt,
        },
    );
}

fn announce(centre: &mut Centre, call: Call) {
    if centre.calls.len() >= Centre::CALLS_KEPT {
        centre.calls.pop_front();
    }
    centre.calls.push_back(call);
}

pub(super) fn served(centre: &mut Centre, at: Moment, id: TicketId) {
    if let Some(TicketState::Called { counter, .. }) = state_of(centre, id) {
        go(centre, at, id, TicketState::Serving { counter });
    }
}

/// A visit finished at its counter tells how long visits take; one finished from hold does not.
pub(super) fn finished(
    centre: &mut Centre,
    at: Moment,
    id: TicketId,
    (outcome, counter): (Outcome, CounterNo),
) {
    let Some(state) = state_of(centre, id) else {
        return;
    };
    let visit_s = learn(centre, at, id);
    if visit_s.is_none() && !matches!(state, TicketState::Held { .. }) {
        return;
    }
    count_served(centre, counter, visit_s);
    go(centre, at, id, TicketState::Finished { outcome, counter });
}

/// One service of the visit is over and the next begins, at the same counter or in another queue. The
/// visitor was there and knows, so that nothing is announced.
pub(super) fn service_finished(
    centre: &mut Centre,
    at: Moment,
    id: TicketId,
    counter: CounterNo,
    (service, purpose, here): (&ServiceCode, Purpose, bool),
) {
    let there = state_of(centre, id).and_then(|state| state.busy_at());
    if there != Some(counter) {
        return;
    }
    let visit_s = learn(centre, at, id);
    count_served(centre, counter, visit_s);
    next_stay(centre, id, |ticket| {
        ticket.service = service.clone();
        ticket.purpose = purpose;
        ticket.procedure = None;
        ticket.transferred_at = None;
        if here {
            ticket.state = TicketState::Serving { counter };
            ticket.since = at;
            ticket.begun_at = Some(at);
        } else {
            queue_again(ticket, at, None);
        }
    });
}

/// What a service done at a counter tells of how long its visits take; `None` for a visitor at none.
fn learn(centre: &mut Centre, at: Moment, id: TicketId) -> Option<u32> {
    let ticket = centre.tickets.get(&id)?;
    ticket.state.busy_at()?;
    let took_s = u32::try_from(at.since_s(ticket.begun_at?)).unwrap_or(0);
    let visits = centre.visits.entry(ticket.service.clone()).or_default();
    if visits.len() >= Centre::VISITS_KEPT {
        visits.pop_front();
    }
    visits.push_back(took_s);
    Some(took_s)
}

fn count_served(centre: &mut Centre, counter: CounterNo, visit_s: Option<u32>) {
    if let Some(day) = officers_day(centre, counter) {
        day.served += 1;
        day.visits_s.extend(visit_s);
    }
}

pub(super) fn missed(centre: &mut Centre, at: Moment, id: TicketId) {
    if let Some(TicketState::Called { counter, .. } | TicketState::Held { counter, .. }) =
        state_of(centre, id)
    {
        if let Some(day) = officers_day(centre, counter) {
            day.no_shows += 1;
        }
        go(centre, at, id, TicketState::NoShow { counter });
    }
}

pub(super) fn restored(centre: &mut Centre, at: Moment, id: TicketId, ranked_from: Moment) {
    if let Some(TicketState::NoShow { .. }) = state_of(centre, id) {
        change(centre, id, |ticket| {
            ticket.state = TicketState::Waiting { counter: None };
            ticket.since = at;
            ticket.ranked_from = ranked_from;
            ticket.recalls = 0;
            ticket.restores = ticket.restores.saturating_add(1);
        });
    }
}

pub(super) fn returned(centre: &mut Centre, at: Moment, id: TicketId) {
    if let Some(TicketState::Called { .. }) = state_of(centre, id) {
        change(centre, id, |ticket| queue_again(ticket, at, None));
    }
}

pub(super) fn transferred(
    centre: &mut Centre,
    at: Moment,
    id: TicketId,
    (service, counter): (&ServiceCode, Option<CounterNo>),
) {
    let open = state_of(centre, id).is_some_and(|state| !state.is_over());
    if open {
        change(centre, id, |ticket| {
            let at_counter = matches!(ticket.state, TicketState::Serving { .. });
            ticket.transferred_at = (!at_counter).then_some(at);
            ticket.service = service.clone();
            queue_again(ticket, at, counter);
        });
    }
}

fn queue_again(ticket: &mut Ticket, at: Moment, counter: Option<CounterNo>) {
    ticket.state = TicketState::Waiting { counter };
    ticket.since = at;
    ticket.recalls = 0;
    ticket.rank_kept = true;
}

pub(super) fn held(centre: &mut Centre, at: Moment, id: TicketId, back_at: Option<Moment>) {
    if let Some(counter) = state_of(centre, id).and_then(|state| state.busy_at()) {
        go(centre, at, id, TicketState::Held { counter, back_at });
    }
}

pub(super) fn lapsed(centre: &mut Centre, at: Moment, id: TicketId) {
    if let Some(TicketState::Waiting { counter: Some(_) }) = state_of(centre, id) {
        go(centre, at, id, TicketState::Waiting { counter: None });
    }
}

pub(super) fn cancelled(centre: &mut Centre, at: Moment, id: TicketId) {
    if let Some(TicketState::Waiting { .. } | TicketState::Held { .. }) = state_of(centre, id) {
        go(centre, at, id, TicketState::Cancelled);
    }
}
