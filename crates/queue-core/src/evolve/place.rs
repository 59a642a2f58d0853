//! Where a ticket is: the one place that keeps queues, desks and lists in step with its state.

use crate::{Centre, Moment, Stay, Ticket, TicketId, TicketState};

/// Edits a ticket, taking it out of wherever it was and into wherever it is then; a stay that ends by
/// that is kept.
pub(super) fn change(centre: &mut Centre, id: TicketId, edit: impl FnOnce(&mut Ticket)) {
    let moved = |stay: &Stay, now: &Ticket| stay.state != now.state || stay.service != now.service;
    replace(centre, id, edit, moved);
}

/// The same, and the stay ends even if the next one looks like it: another matter at the same place.
pub(super) fn next_stay(centre: &mut Centre, id: TicketId, edit: impl FnOnce(&mut Ticket)) {
    replace(centre, id, edit, |_, _| true);
}

fn replace(
    centre: &mut Centre,
    id: TicketId,
    edit: impl FnOnce(&mut Ticket),
    ends: impl FnOnce(&Stay, &Ticket) -> bool,
) {
    let Some(mut ticket) = centre.tickets.remove(&id) else {
        return;
    };
    leave(centre, &ticket);
    let mut stay = Stay {
        state: ticket.state,
        service: ticket.service.clone(),
        since: ticket.since,
        until: ticket.since,
    };
    edit(&mut ticket);
    if ends(&stay, &ticket) {
        stay.until = ticket.since;
        ticket.stays.push(stay);
    }
    enter(centre, &ticket);
    centre.tickets.insert(id, ticket);
}

/// Moves a ticket into `state`; its stay there begins at `at`.
pub(super) fn go(centre: &mut Centre, at: Moment, id: TicketId, state: TicketState) {
    change(centre, id, |ticket| {
        ticket.state = state;
        ticket.since = at;
    });
}

/// Puts a ticket where its state says.
pub(super) fn enter(centre: &mut Centre, ticket: &Ticket) {
    let (key, service) = ((ticket.rank(), ticket.id), &ticket.service);
    match ticket.state {
        TicketState::Waiting { .. } => {
            centre
                .waiting
                .entry(service.clone())
                .or_default()
                .insert(key);
        }
        TicketState::Called { counter, .. } | TicketState::Serving { counter } => {
            if let Some(desk) = centre.desks.get_mut(&counter) {
                desk.ticket = Some(ticket.id);
            }
        }
        TicketState::Held { .. } => {
            centre.held.insert(ticket.id);
        }
        TicketState::NoShow { .. } => {
            centre.missed.insert(ticket.id);
        }
        TicketState::Finished { .. } | TicketState::Cancelled | TicketState::Expired => {}
    }
}

fn leave(centre: &mut Centre, ticket: &Ticket) {
    match ticket.state {
        TicketState::Waiting { .. } => {
            if let Some(queue) = centre.waiting.get_mut(&ticket.service) {
                queue.remove(&(ticket.rank(), ticket.id));
            }
        }
        TicketState::Called { counter, .. } | TicketState::Serving { counter } => {
            if let Some(desk) = centre.desks.get_mut(&counter) {
                desk.ticket = None;
            }
        }
        TicketState::Held { .. } => {
            centre.held.remove(&ticket.id);
        }
        TicketState::NoShow { .. } => {
            centre.missed.remove(&ticket.id);
        }
        TicketState::Finished { .. } | TicketState::Cancelled | TicketState::Expired => {}
    }
}
