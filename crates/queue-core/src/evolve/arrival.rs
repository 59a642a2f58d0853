//! A visitor gets a place: a number given, or one handed in.

use super::place::enter;
use crate::{Centre, Event, Moment, Seq, Ticket, TicketId, TicketState};

/// A number given now.
pub(super) fn issued(centre: &mut Centre, seq: Seq, at: Moment, event: &Event) {
    if let Some(ticket) = ticket(seq, at, event) {
        arrive(centre, ticket);
    }
}

/// A number handed in. One of another day belongs to no queue: the day's state does not know it.
pub(super) fn handed_in(centre: &mut Centre, seq: Seq, event: &Event) {
    let Event::TicketHandedIn {
        arrived_at, date, ..
    } = event
    else {
        return;
    };
    if centre.day == Some(*date)
        && let Some(ticket) = ticket(seq, *arrived_at, event)
    {
        arrive(centre, ticket);
    }
}

/// The ticket of an event that gives one, waiting since `since`.
fn ticket(seq: Seq, since: Moment, event: &Event) -> Option<Ticket> {
    let (Event::TicketIssued {
        number,
        service,
        purpose,
        procedure,
        language,
        priority,
        head_start_s,
        device,
    }
    | Event::TicketHandedIn {
        number,
        service,
        purpose,
        procedure,
        language,
        priority,
        head_start_s,
        device,
        ..
    }) = event
    else {
        return None;
    };
    Some(Ticket {
        id: TicketId::from(seq),
        number: *number,
        service: service.clone(),
        purpose: *purpose,
        procedure: procedure.clone(),
        language: *language,
        issued_by: *device,
        arrived_at: since,
        ranked_from: since,
        head_start_s: *head_start_s,
        priority: *priority,
        state: TicketState::Waiting { counter: None },
        since,
        called_at: None,
        begun_at: None,
        recalls: 0,
        restores: 0,
        slip_reported: false,
        rank_kept: false,
        stays: Vec::new(),
        transferred_at: None,
    })
}

fn arrive(centre: &mut Centre, ticket: Ticket) {
    if centre.day.is_none() || centre.by_number.contains_key(&ticket.number) {
        return;
    }
    enter(centre, &ticket);
    let (id, number) = (ticket.id, ticket.number);
    centre.by_number.insert(number, id);
    *centre.issued.entry(ticket.service.clone()).or_default() += 1;
    let last = centre.series.entry(number.letter).or_default();
    *last = (*last).max(number.count);
    centre.tickets.insert(id, ticket);
}
