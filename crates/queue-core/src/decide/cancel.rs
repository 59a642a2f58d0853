//! Cancel: a ticket is given up. Its number is not used again.

use super::case::wrong_state;
use super::{Case, Decision};
use crate::{Actor, Event, Refusal, TicketId, TicketState};

/// Staff cancel what waits or is held; a kiosk only what it issued itself and still waits.
pub(super) fn cancel(case: &Case<'_>, ticket: TicketId) -> Result<Decision, Refusal> {
    let ticket = case.ticket(ticket)?;
    let own_kiosk = case.actor == Actor::Kiosk(ticket.issued_by);
    if !own_kiosk {
        case.staff_only()?;
    }
    match ticket.state {
        TicketState::Held { .. } if own_kiosk => Err(wrong_state(ticket)),
        TicketState::Waiting { .. } | TicketState::Held { .. } => {
            Ok(Event::TicketCancelled { ticket: ticket.id }.into())
        }
        _ => Err(wrong_state(ticket)),
    }
}
