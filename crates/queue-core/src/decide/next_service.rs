//! Several services in one visit: the one in hand is done, the visitor goes on to the next.

use super::case::wrong_state;
use super::{Case, Decision};
use crate::{CounterNo, Event, Outcome, Purpose, Refusal, ServiceCode, TicketId};

pub(super) fn next(
    case: &Case<'_>,
    (counter, ticket): (CounterNo, TicketId),
    (outcome, dossiers): (Outcome, u16),
    (service, purpose): (&ServiceCode, Purpose),
) -> Result<Decision, Refusal> {
    if case.visitor(counter)?.id != ticket {
        return Err(wrong_state(case.ticket(ticket)?));
    }
    let next = case.service(service)?;
    if !next.purposes.contains(&purpose) {
        return Err(Refusal::PurposeNotTaken);
    }
    let here = case.centre.handicap_s(counter, service).is_some();
    if !here && !case.served_later_today(next) {
        return Err(Refusal::NotServedToday);
    }
    Ok(Event::ServiceFinished {
        ticket,
        outcome,
        dossiers,
        counter,
        service: next.code.clone(),
        purpose,
        here,
    }
    .into())
}
