//! Handing in: a kiosk gave a number while the service was away. Its paper exists, so the number
//! stands: neither hours nor caps are asked.

use super::issue::{Wish, check_procedure};
use super::{Case, Decision};
use crate::{
    Actor, DeviceId, Event, Minute, Moment, OfflineTicket, Refusal, Service, TicketId, TicketState,
};
use chrono::NaiveDate;

pub(super) fn hand_in(
    case: &Case<'_>,
    given: &OfflineTicket,
    last_contact: Option<Moment>,
    replaces: Option<TicketId>,
) -> Result<Decision, Refusal> {
    let Actor::Kiosk(device) = case.actor else {
        return Err(Refusal::NotAllowed);
    };
    let arrived_at = arrival(case, device, given.arrived_at, last_contact)?;
    let date = case.centre.local(arrived_at).date().min(case.today()?);
    check_number(case, given, date)?;
    let service = service(case, given, date)?;
    let wish = Wish {
        service: &service.code,
        purpose: given.purpose,
        procedure: given.procedure.as_ref(),
    };
    let known = check_procedure(case, &wish).is_ok();
    let mut events = vec![Event::TicketHandedIn {
        number: given.number,
        service: service.code.clone(),
        purpose: given.purpose,
        procedure: given.procedure.clone().filter(|_| known),
        language: given.language,
        priority: given.priority,
        head_start_s: head_start_s(case, given),
        device,
        arrived_at,
        date,
    }];
    events.extend(replaced(case, device, replaces));
    Ok(Decision {
        events,
        ..Decision::default()
    })
}

/// Not before the kiosk was last heard, not after now. A clock that is wrong gains nobody a place.
fn arrival(
    case: &Case<'_>,
    device: DeviceId,
    said: Moment,
    last_contact: Option<Moment>,
) -> Result<Moment, Refusal> {
    let offset = case.centre.catalogue.settings.offset;
    let midnight = Minute::START_OF_DAY.on(case.today()?, offset);
    let of_today = (said >= midnight).then(|| {
        let own = case.centre.tickets.values();
        let own = own.filter(|ticket| ticket.issued_by == device);
        own.map(|ticket| ticket.arrived_at).max()
    });
    let earliest = last_contact.or(of_today.flatten()).unwrap_or(said);
    Ok(said.max(earliest).min(case.now))
}

/// The number is of no service's letter, and was not taken in before.
fn check_number(case: &Case<'_>, given: &OfflineTicket, date: NaiveDate) -> Result<(), Refusal> {
    let number = given.number;
    let mut services = case.centre.catalogue.services.values();
    if services.any(|own| own.letter == number.letter && own.valid.includes(date)) {
        return Err(Refusal::NotOffline { number });
    }
    let open = case.centre.day == Some(date);
    if open && case.centre.by_number.contains_key(&number) {
        return Err(Refusal::HandedInBefore { number });
    }
    Ok(())
}

fn service<'a>(
    case: &Case<'a>,
    given: &OfflineTicket,
    date: NaiveDate,
) -> Result<&'a Service, Refusal> {
    let service = case.centre.catalogue.services.get(&given.service);
    service
        .filter(|service| service.valid.includes(date))
        .ok_or(Refusal::UnknownService)
}

fn head_start_s(case: &Case<'_>, given: &OfflineTicket) -> u32 {
    let classes = case.centre.catalogue.classes.iter();
    let declared = classes.filter(|class| class.self_declared);
    let longest = declared.map(|class| class.head_start_s).max();
    longest.filter(|_| given.priority).unwrap_or(0)
}

/// The ticket that an unanswered request of the same kiosk made is given up while it waits.
fn replaced(case: &Case<'_>, device: DeviceId, id: Option<TicketId>) -> Option<Event> {
    let ticket = case.centre.tickets.get(&id?)?;
    let waits = matches!(
        ticket.state,
        TicketState::Waiting { .. } | TicketState::Held { .. }
    );
    (waits && ticket.issued_by == device).then_some(Event::TicketCancelled { ticket: ticket.id })
}
