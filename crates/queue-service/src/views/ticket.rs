//! A ticket in the visitor's hands: on the slip, and behind the slip's token.

use super::{Scene, TicketToken};
use crate::api::convert::{ToWire as _, at};
use queue_core::{Centre, Ticket, TicketState};
use queue_protocol::{IssuedTicket, TicketView, WaitRange};

/// What the visitor of `ticket` sees.
pub(crate) fn ticket_view(scene: &Scene<'_>, ticket: &Ticket) -> TicketView {
    let waits = matches!(ticket.state, TicketState::Waiting { .. });
    TicketView {
        number: ticket.number.to_string(),
        state: ticket.state.wire(),
        people_ahead: waits.then(|| people_ahead(scene.centre, ticket)),
        wait: scene
            .around
            .forecast
            .ticket(ticket.id)
            .map(queue_core::Estimate::wire),
        counter: ticket.state.busy_at().map(|counter| counter.0),
    }
}

/// The ticket as a kiosk shows and prints it, with the queue before it as it is now.
pub(crate) fn issued_ticket(
    centre: &Centre,
    ticket: &Ticket,
    wait: Option<WaitRange>,
    secret: &[u8; 32],
) -> IssuedTicket {
    let counters = centre.catalogue.counters_serving(&ticket.service);
    IssuedTicket {
        id: ticket.id.0,
        number: ticket.number.to_string(),
        service: ticket.service.to_string(),
        priority: ticket.priority,
        people_ahead: people_ahead(centre, ticket),
        wait,
        issued_at: at(ticket.arrived_at, centre.catalogue.settings.offset),
        counters: counters.map(|counter| counter.number.0).collect(),
        follow_path: format!("/t/{}", TicketToken::of(ticket.id, secret)),
    }
}

fn people_ahead(centre: &Centre, ticket: &Ticket) -> u32 {
    let ahead = centre.people_ahead(&ticket.service, (ticket.rank(), ticket.id));
    u32::try_from(ahead).unwrap_or(u32::MAX)
}
