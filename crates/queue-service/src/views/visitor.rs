//! A ticket in an officer's hands, in answers and in the counter's view.

use super::scene::seconds;
use crate::api::convert::{ToWire as _, at};
use queue_core::{Centre, Moment, Ticket, TicketState};
use queue_protocol::views::{Stay, Visitor};

/// An officer sees so many of a ticket's earlier stays.
const STAYS: usize = 12;

/// `ticket` as it stands at `now`.
pub(crate) fn visitor(centre: &Centre, ticket: &Ticket, now: Moment) -> Visitor {
    let offset = centre.catalogue.settings.offset;
    let call = match ticket.state {
        TicketState::Called { call, .. } => Some(call),
        _ => None,
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
        counter: place(ticket.state),
        call: call.map(|call| call.0),
        priority: ticket.priority,
        service: ticket.service.to_string(),
        purpose: ticket.purpose.wire(),
        procedure: ticket.procedure.as_deref().map(str::to_owned),
        language: ticket.language.wire(),
        issued_at: at(ticket.arrived_at, offset),
        waited_s: seconds(waited_until.unwrap_or(stopped).since_s(ticket.arrived_at)),
        recalls: ticket.recalls,
        stays: ticket
            .stays
            .iter()
            .skip(ticket.stays.len().saturating_sub(STAYS))
            .map(|stay| Stay {
                state: stay.state.wire(),
                since: at(stay.since, offset),
                for_s: seconds(stay.until.since_s(stay.since)),
                counter: place(stay.state),
                service: stay.service.to_string(),
            })
            .collect(),
    }
}

/// The counter of a state.
const fn place(state: TicketState) -> Option<u16> {
    match state {
        TicketState::Called { counter, .. }
        | TicketState::Serving { counter }
        | TicketState::Held { counter, .. }
        | TicketState::Finished { counter, .. }
        | TicketState::NoShow { counter } => Some(counter.0),
        TicketState::Waiting {
            counter: Some(counter),
        } => Some(counter.0),
        TicketState::Waiting { counter: None } | TicketState::Cancelled | TicketState::Expired => {
            None
        }
    }
}
