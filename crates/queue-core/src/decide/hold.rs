//! Hold and resume: a visitor set aside and called back, wherever the service is served.

use super::{Case, Decision};
use crate::{CounterNo, Event, Moment, Refusal, TicketId};

pub(super) fn hold(
    case: &Case<'_>,
    counter: CounterNo,
    back_at: Option<Moment>,
) -> Result<Decision, Refusal> {
    Ok(Event::TicketHeld {
        ticket: case.visitor(counter)?.id,
        back_at,
    }
    .into())
}

pub(super) fn resume(
    case: &Case<'_>,
    counter: CounterNo,
    ticket: TicketId,
) -> Result<Decision, Refusal> {
    case.must_be_ready(counter)?;
    let ticket = case.held_here(counter, ticket)?.id;
    Ok(Event::TicketResumed { ticket, counter }.into())
}
