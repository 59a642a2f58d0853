//! A ticket in an officer's hands, in answers and in the counter's view.

use super::scene::seconds;
use crate::api::convert::{ToWire as _, at};
use queue_core::{Centre, Moment, Ticket, TicketState};
use queue_protocol::views::Visitor;

/// `ticket` as it stands at `now`.
pub(crate) fn visitor(centre: &Centre, ticket: &Ticket, now: Moment) -> Visitor {
    let offset = centre.catalogue.settings.offset;
    let (counter, call) = match ticket.state {
        TicketState::Called { counter, call } => (Some(counter), Some(call)),
        TicketState::Serving { counter }
        | TicketState::Held { counter, .. }
        | TicketState::Finished { counter, .. }
        | TicketState::NoShow { counter } => (Some(counter), None),
        TicketState::Waiting { counter } => (counter, None),
        TicketState::Cancelled | TicketState::Expired => (None, None),
    };
    let waits = matches!(ticket.state, TicketState::Waiting { .. });
    let waited_until = ticket.called_at.filter(|_| !waits);
    let stopped = if ticket.state.is_over() {
        ticket.since
    } else {
        now
    };
    Visitor {
        id: ticket.id.0,
        number: ticket.number.to_string(),
        state: ticket.state.wire(),
        since: at(ticket.since, offset),
        counter: counter.map(|counter| counter.0),
        call: call.map(|call| call.0),
        priority: ticket.priority,
        service: ticket.service.to_string(),
        purpose: ticket.purpose.wire(),
        procedure: ticket.procedure.as_deref().map(str::to_owned),
        language: ticket.language.wire(),
        issued_at: at(ticket.arrived_at, offset),
        waited_s: seconds(waited_until.unwrap_or(stopped).since_s(ticket.arrived_at)),
        recalls: ticket.recalls,
    }
}
