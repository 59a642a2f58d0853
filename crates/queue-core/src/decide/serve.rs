//! Serve, finish, no-show: how a call ends.

use super::call::called;
use super::case::wrong_state;
use super::{Case, Decision};
use crate::{CounterNo, Event, Outcome, Refusal, TicketId, TicketState};

pub(super) fn serve(case: &Case<'_>, counter: CounterNo) -> Result<Decision, Refusal> {
    Ok(Event::TicketServed {
        ticket: called(case, counter)?.id,
    }
    .into())
}

pub(super) fn finish(
    case: &Case<'_>,
    counter: CounterNo,
    ticket: Option<TicketId>,
    outcome: Outcome,
    dossiers: u16,
) -> Result<Decision, Refusal> {
    let ticket = case.visitor_or_held(counter, ticket)?.id;
    Ok(Event::TicketFinished {
        ticket,
        outcome,
        dossiers,
        counter,
    }
    .into())
}

pub(super) fn no_show(
    case: &Case<'_>,
    counter: CounterNo,
    ticket: Option<TicketId>,
) -> Result<Decision, Refusal> {
    let ticket = case.visitor_or_held(counter, ticket)?;
    match ticket.state {
        TicketState::Serving { .. } => Err(wrong_state(ticket)),
        _ => Ok(Event::TicketNoShow { ticket: ticket.id }.into()),
    }
}
