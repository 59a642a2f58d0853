//! Transfer: a visitor goes to another queue, or to one counter of it, with number and rank kept.
//! Issue hours and caps do not apply; somebody must serve the service later today.

use super::case::wrong_state;
use super::{Case, Decision};
use crate::{CounterNo, Event, Place, ReasonCode, Refusal, Service, Ticket, TicketId, TicketState};

pub(super) fn transfer(
    case: &Case<'_>,
    (from, ticket): (Option<CounterNo>, Option<TicketId>),
    to: &Place,
    reason: Option<&ReasonCode>,
) -> Result<Decision, Refusal> {
    let ticket = sent(case, from, ticket)?;
    let service = case.service(&to.service)?;
    if let Some(counter) = to.counter {
        check_counter(case, counter, service)?;
    }
    if !case.served_later_today(service) {
        return Err(Refusal::NotServedToday);
    }
    let there = TicketState::Waiting {
        counter: to.counter,
    };
    if ticket.service == to.service && ticket.state == there {
        return Err(Refusal::NothingToChange);
    }
    let (ticket, service) = (ticket.id, service.code.clone());
    Ok(Event::TicketTransferred {
        ticket,
        service,
        counter: to.counter,
        reason: reason.cloned(),
    }
    .into())
}

/// The counter's own visitor, or any ticket that waits or is held.
fn sent<'a>(
    case: &Case<'a>,
    from: Option<CounterNo>,
    ticket: Option<TicketId>,
) -> Result<&'a Ticket, Refusal> {
    case.staff_only()?;
    let desk = from.map(|counter| case.desk(counter)).transpose()?;
    let visitor = desk.and_then(|desk| desk.ticket);
    let id = ticket.or(visitor).ok_or(match from {
        Some(_) => Refusal::CounterIdle,
        None => Refusal::UnknownTicket,
    })?;
    let ticket = case.ticket(id)?;
    match ticket.state {
        TicketState::Waiting { .. } | TicketState::Held { .. } => Ok(ticket),
        _ if visitor == Some(id) => Ok(ticket),
        _ => Err(wrong_state(ticket)),
    }
}

/// One counter takes a transfer if it serves the service itself and is open, on a break or not.
fn check_counter(case: &Case<'_>, counter: CounterNo, service: &Service) -> Result<(), Refusal> {
    let plate = case
        .centre
        .catalogue
        .counters
        .get(&counter)
        .ok_or(Refusal::UnknownCounter)?;
    if plate.handicap_s(&service.code) != Some(0) {
        return Err(Refusal::NotServedHere);
    }
    if case.centre.desks.contains_key(&counter) {
        Ok(())
    } else {
        Err(Refusal::CounterClosed)
    }
}
