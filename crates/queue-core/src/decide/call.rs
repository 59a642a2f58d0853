//! Call-next, call, recall, return: from the queue to the counter, and back when it was a mistake.

use super::case::wrong_state;
use super::{Case, Decision};
use crate::{CounterNo, Event, ReasonCode, Refusal, Ticket, TicketId, TicketState, rank};

/// An empty queue is no refusal: nothing changes.
pub(super) fn next(case: &Case<'_>, counter: CounterNo) -> Result<Decision, Refusal> {
    case.must_be_ready(counter)?;
    let Some((ticket, reason)) = rank::next_for(case.centre, counter) else {
        return Ok(Decision::default());
    };
    Ok(Event::TicketCalled {
        ticket: ticket.id,
        counter,
        reason,
        chosen: None,
    }
    .into())
}

pub(super) fn chosen(
    case: &Case<'_>,
    counter: CounterNo,
    ticket: TicketId,
    why: &ReasonCode,
) -> Result<Decision, Refusal> {
    case.must_be_ready(counter)?;
    let ticket = case.ticket(ticket)?;
    if !case.centre.is_free_for(ticket, counter) {
        return Err(wrong_state(ticket));
    }
    let reason = rank::chosen(case.centre, counter, ticket).ok_or(Refusal::NotServedHere)?;
    let chosen = Some(why.clone());
    Ok(Event::TicketCalled {
        ticket: ticket.id,
        counter,
        reason,
        chosen,
    }
    .into())
}

pub(super) fn recall(case: &Case<'_>, counter: CounterNo) -> Result<Decision, Refusal> {
    Ok(Event::TicketRecalled {
        ticket: called(case, counter)?.id,
    }
    .into())
}

/// The verb is `return`, a word that Rust keeps for itself.
pub(super) fn undo(case: &Case<'_>, counter: CounterNo) -> Result<Decision, Refusal> {
    Ok(Event::TicketReturned {
        ticket: called(case, counter)?.id,
    }
    .into())
}

/// The visitor on the way to `counter`.
pub(super) fn called<'a>(case: &Case<'a>, counter: CounterNo) -> Result<&'a Ticket, Refusal> {
    let ticket = case.visitor(counter)?;
    match ticket.state {
        TicketState::Called { .. } => Ok(ticket),
        _ => Err(wrong_state(ticket)),
    }
}
