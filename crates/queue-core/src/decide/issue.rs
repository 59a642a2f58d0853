//! Issue: a kiosk or a counter gives a number. Hours, caps and the work before closing hold for both alike.

use super::{Case, Decision};
use crate::{
    Actor, ClassCode, Event, Issuing, Language, LocalTime, Minute, Number, ProcedureCode, Purpose,
    Refusal, Service, ServiceCode, estimate_arrival, work_passes_closing,
};
use chrono::{NaiveDate, NaiveTime, TimeDelta};

/// What the visitor came for.
pub(super) struct Wish<'a> {
    pub service: &'a ServiceCode,
    pub purpose: Purpose,
    pub procedure: Option<&'a ProcedureCode>,
}

pub(super) fn issue(
    case: &Case<'_>,
    wish: &Wish<'_>,
    classes: &[ClassCode],
    language: Language,
) -> Result<Decision, Refusal> {
    let device = match case.actor {
        Actor::Kiosk(device) | Actor::Counter(device) => device,
        Actor::Manager(_) | Actor::House => return Err(Refusal::NotAllowed),
    };
    let service = case.service(wish.service)?;
    if !service.purposes.contains(&wish.purpose) {
        return Err(Refusal::PurposeNotTaken);
    }
    check_procedure(case, wish)?;
    let head_start_s = longest_head_start(case, classes)?;
    check_hours(case, service)?;
    check_work(case, service)?;
    let event = Event::TicketIssued {
        number: next_number(case, service)?,
        service: service.code.clone(),
        purpose: wish.purpose,
        procedure: wish.procedure.cloned(),
        language,
        priority: !classes.is_empty(),
        head_start_s,
        device,
    };
    let mut counted = classes.to_vec();
    counted.sort_unstable();
    counted.dedup();
    Ok(Decision {
        events: vec![event],
        counted,
    })
}

/// A procedure belongs to its service, except for a purpose which that service does not take: a
/// centre may send one purpose of all agencies to a service of its own.
pub(super) fn check_procedure(case: &Case<'_>, wish: &Wish<'_>) -> Result<(), Refusal> {
    let Some(code) = wish.procedure else {
        return Ok(());
    };
    let today = case.today()?;
    let procedure = case.centre.catalogue.procedures.get(code);
    let home = procedure
        .filter(|procedure| procedure.valid.includes(today))
        .and_then(|procedure| case.service(&procedure.service).ok())
        .ok_or(Refusal::UnknownProcedure)?;
    if home.code == *wish.service || !home.purposes.contains(&wish.purpose) {
        Ok(())
    } else {
        Err(Refusal::UnknownProcedure)
    }
}

/// The longest of the declared classes' head starts, never their sum.
fn longest_head_start(case: &Case<'_>, declared: &[ClassCode]) -> Result<u32, Refusal> {
    let at_kiosk = matches!(case.actor, Actor::Kiosk(_));
    declared.iter().try_fold(0, |longest, code| {
        let class = case
            .centre
            .catalogue
            .classes
            .iter()
            .find(|class| class.code == *code);
        let class = class.filter(|class| class.self_declared || !at_kiosk);
        class
            .map(|class| class.head_start_s.max(longest))
            .ok_or(Refusal::UnknownClass)
    })
}

fn check_hours(case: &Case<'_>, service: &Service) -> Result<(), Refusal> {
    match case
        .centre
        .catalogue
        .hours_of(service)
        .issuing(case.centre.local(case.now))
    {
        Issuing::Open { .. } => Ok(()),
        Issuing::Closed(closed) => Err(Refusal::Closed {
            reason: closed.reason,
            next: closed.next.map(|(date, minute)| local(date, minute)),
        }),
    }
}

fn check_work(case: &Case<'_>, service: &Service) -> Result<(), Refusal> {
    let (centre, now) = (case.centre, case.now);
    let arrival = || estimate_arrival(centre, now, &service.code, 0);
    if !work_passes_closing(centre, now, service, arrival) {
        return Ok(());
    }
    let hours = centre.catalogue.hours_of(service);
    let next = hours.first_issue_after(centre.local(now).date());
    Err(Refusal::WorkPassesClosing {
        next: next.map(|(date, minute)| local(date, minute)),
    })
}

fn local(date: NaiveDate, minute: Minute) -> LocalTime {
    LocalTime(date.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(minute.get())))
}

fn next_number(case: &Case<'_>, service: &Service) -> Result<Number, Refusal> {
    let given = case.centre.issued.get(&service.code).copied().unwrap_or(0);
    if let Some(cap) = service.daily_cap.filter(|cap| given >= *cap) {
        return Err(Refusal::CapReached { cap });
    }
    match case
        .centre
        .series
        .get(&service.letter)
        .copied()
        .unwrap_or(0)
    {
        last if last >= Number::MAX => Err(Refusal::SeriesExhausted),
        last => Ok(Number {
            letter: service.letter,
            count: last + 1,
        }),
    }
}
