//! Paper: what became of a slip. Nothing here touches the queue.

use super::case::wrong_state;
use super::{Case, Decision};
use crate::{Actor, DeviceId, Event, PaperResult, ReasonCode, Refusal, TicketId};

/// The kiosk that printed last reports: the one asked for a reprint, otherwise the one that issued.
pub(super) fn report(
    case: &Case<'_>,
    ticket: TicketId,
    result: PaperResult,
    cause: Option<&ReasonCode>,
) -> Result<Decision, Refusal> {
    let Actor::Kiosk(device) = case.actor else {
        return Err(Refusal::NotAllowed);
    };
    let ticket = case.ticket(ticket)?;
    let printer = case
        .centre
        .reprints
        .get(&ticket.id)
        .copied()
        .unwrap_or(ticket.issued_by);
    if device != printer {
        return Err(Refusal::NotAllowed);
    }
    Ok(Event::PaperReported {
        ticket: ticket.id,
        result,
        cause: cause.cloned(),
    }
    .into())
}

/// Staff have any slip printed anywhere. A kiosk, staff before it, prints only what it issued itself, and only there.
pub(super) fn reprint(
    case: &Case<'_>,
    ticket: TicketId,
    kiosk: DeviceId,
) -> Result<Decision, Refusal> {
    let ticket = case.ticket(ticket)?;
    let own = case.actor == Actor::Kiosk(kiosk) && ticket.issued_by == kiosk;
    if !own {
        case.staff_only()?;
    }
    if ticket.state.is_over() {
        return Err(wrong_state(ticket));
    }
    Ok(Event::ReprintAsked {
        ticket: ticket.id,
        kiosk,
    }
    .into())
}

/// Ends the doubt about a slip and any reprint still asked for.
pub(super) fn clear(case: &Case<'_>, ticket: TicketId) -> Result<Decision, Refusal> {
    case.staff_only()?;
    let ticket = case.ticket(ticket)?.id;
    let (paper, reprints) = (&case.centre.paper, &case.centre.reprints);
    if !paper.contains_key(&ticket) && !reprints.contains_key(&ticket) {
        return Err(Refusal::NothingToChange);
    }
    Ok(Event::PaperCleared { ticket }.into())
}
