//! Open, close, break, back, help: a counter bound to one device and one officer.

use super::{Case, Decision};
use crate::{
    BreakReason, CounterNo, CounterState, Event, OfficerNo, Refusal, ServiceCode, TicketState,
};

/// Opening again what this device and officer already hold changes nothing: so a counter's program
/// finds its visitor again after a restart.
pub(super) fn open(
    case: &Case<'_>,
    counter: CounterNo,
    officer: OfficerNo,
    take_over: bool,
) -> Result<Decision, Refusal> {
    let device = case.counter_device()?;
    if !case.centre.catalogue.counters.contains_key(&counter) {
        return Err(Refusal::UnknownCounter);
    }
    for (&other, desk) in case
        .centre
        .desks
        .iter()
        .filter(|(other, _)| **other != counter)
    {
        if desk.officer == officer {
            return Err(Refusal::OfficerElsewhere { counter: other });
        }
        if desk.device == device {
            return Err(Refusal::DeviceElsewhere { counter: other });
        }
    }
    let taken_over = match case.centre.desks.get(&counter) {
        None => false,
        Some(desk) if desk.device == device && desk.officer == officer => {
            return Ok(Decision::default());
        }
        Some(_) if take_over => true,
        Some(desk) => {
            return Err(Refusal::CounterHeld {
                officer: desk.officer,
            });
        }
    };
    Ok(Event::CounterOpened {
        counter,
        device,
        officer,
        taken_over,
    }
    .into())
}

/// Tickets that waited for this counter alone fall back to their service first.
pub(super) fn close(case: &Case<'_>, counter: CounterNo) -> Result<Decision, Refusal> {
    case.must_be_idle(case.desk(counter)?)?;
    let bound = TicketState::Waiting {
        counter: Some(counter),
    };
    let keys = case.centre.waiting.values().flatten();
    let mut events: Vec<Event> = keys
        .filter(|(_, id)| {
            case.centre
                .tickets
                .get(id)
                .is_some_and(|t| t.state == bound)
        })
        .map(|(_, ticket)| Event::TransferLapsed { ticket: *ticket })
        .collect();
    events.push(Event::CounterClosed { counter });
    Ok(Decision {
        events,
        ..Decision::default()
    })
}

pub(super) fn pause(
    case: &Case<'_>,
    counter: CounterNo,
    reason: BreakReason,
    minutes: Option<u16>,
) -> Result<Decision, Refusal> {
    case.must_be_ready(counter)?;
    Ok(Event::BreakStarted {
        counter,
        reason,
        minutes,
    }
    .into())
}

pub(super) fn back(case: &Case<'_>, counter: CounterNo) -> Result<Decision, Refusal> {
    match case.desk(counter)?.state {
        CounterState::Break { .. } => Ok(Event::BreakEnded { counter }.into()),
        CounterState::Open => Err(Refusal::CounterNotOnBreak),
    }
}

/// A queue that the counter serves or helps anyway needs no help: nothing changes.
pub(super) fn help(
    case: &Case<'_>,
    counter: CounterNo,
    service: &ServiceCode,
    on: bool,
) -> Result<Decision, Refusal> {
    let desk = case.desk(counter)?;
    let service = case.service(service)?.code.clone();
    let event = match (on, desk.helping.contains_key(&service)) {
        (true, false) if case.centre.handicap_s(counter, &service).is_none() => {
            Event::HelpStarted {
                counter,
                service,
                handicap_s: case.centre.catalogue.settings.help_handicap_s,
            }
        }
        (false, true) => Event::HelpEnded { counter, service },
        _ => return Ok(Decision::default()),
    };
    Ok(event.into())
}
