//! Restore: a no-show comes back within the grace time.

use super::case::wrong_state;
use super::{Case, Decision};
use crate::{Event, Refusal, TicketId, TicketState};

/// The first restoring keeps the rank; a later one is ranked as arriving now.
pub(super) fn restore(case: &Case<'_>, ticket: TicketId) -> Result<Decision, Refusal> {
    case.staff_only()?;
    let ticket = case.ticket(ticket)?;
    if !matches!(ticket.state, TicketState::NoShow { .. }) {
        return Err(wrong_state(ticket));
    }
    let grace_s = i64::from(case.centre.catalogue.settings.grace_s);
    if case.now > ticket.since.plus_s(grace_s) {
        return Err(Refusal::GraceOver);
    }
    let ranked_from = if ticket.restores == 0 {
        ticket.ranked_from
    } else {
        case.now
    };
    Ok(Event::TicketRestored {
        ticket: ticket.id,
        ranked_from,
    }
    .into())
}
