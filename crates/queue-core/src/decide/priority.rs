//! Priority: granted or withdrawn by staff. The class is used here and goes no further.

use super::case::wrong_state;
use super::{Case, Decision};
use crate::{ClassCode, Event, ReasonCode, Refusal, TicketId};

/// A grant to a visitor who has priority already counts only if its head start is longer: of
/// several classes the longest, never the sum.
pub(super) fn change(
    case: &Case<'_>,
    ticket: TicketId,
    grant: Option<&ClassCode>,
    reason: &ReasonCode,
) -> Result<Decision, Refusal> {
    case.staff_only()?;
    let ticket = case.ticket(ticket)?;
    if ticket.state.is_over() {
        return Err(wrong_state(ticket));
    }
    let head_start_s = match grant {
        None => 0,
        Some(code) => {
            let class = case
                .centre
                .catalogue
                .classes
                .iter()
                .find(|class| class.code == *code);
            class
                .ok_or(Refusal::UnknownClass)?
                .head_start_s
                .max(ticket.head_start_s)
        }
    };
    let priority = grant.is_some();
    if (priority, head_start_s) == (ticket.priority, ticket.head_start_s) {
        return Err(Refusal::NothingToChange);
    }
    let reason = reason.clone();
    let event = Event::PriorityChanged {
        ticket: ticket.id,
        priority,
        head_start_s,
        reason,
    };
    Ok(Decision {
        events: vec![event],
        counted: grant.cloned().into_iter().collect(),
    })
}
