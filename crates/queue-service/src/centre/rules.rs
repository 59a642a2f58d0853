//! The centre for the rules of the queue.

use super::files::Parts;
use super::files::counters::Counter;
use super::files::hours::Week;
use super::files::services::Service;
use super::joins::Joins;
use super::succession::{Succession, common};
use chrono::{Offset, Utc};
use queue_core as core;
use queue_core::{CounterNo, Hours, ProcedureCode, Validity};
use std::collections::BTreeMap;

/// All services, counters, procedures and classes, of all dates.
pub(super) fn rules(parts: &Parts) -> core::Catalogue {
    let services = parts.services.iter().filter_map(|own| service(parts, own));
    let counters = parts.counters.iter().map(counter);
    let settings = &parts.identity.settings;
    core::Catalogue {
        services: services
            .map(|service| (service.code.clone(), service))
            .collect(),
        counters: counters.map(|counter| (counter.number, counter)).collect(),
        procedures: procedures(parts),
        classes: classes(parts),
        hours: hours(parts, &parts.week),
        settings: core::Settings {
            grace_s: settings.grace_minutes * 60,
            recall_limit: settings.recall_limit,
            expected_priority_percent: settings.expected_priority_percent,
            help_handicap_s: settings.help_handicap_minutes * 60,
            offset: parts.identity.offset.unwrap_or(Utc.fix()),
        },
    }
}

/// `None` for a service whose letter could not be read: no checked folder has one.
fn service(parts: &Parts, own: &Service) -> Option<core::Service> {
    Some(core::Service {
        code: own.code.value.as_str().into(),
        letter: own.letter.value?,
        purposes: own.purposes.iter().copied().map(purpose).collect(),
        daily_cap: own.daily_cap,
        typical_s: own.typical_minutes * 60,
        overrun_s: own.overrun_minutes.map(|minutes| minutes * 60),
        hours: own.week.as_ref().map(|week| hours(parts, week)),
        valid: own.valid,
    })
}

fn purpose(word: queue_protocol::Purpose) -> core::Purpose {
    match word {
        queue_protocol::Purpose::Submit => core::Purpose::Submit,
        queue_protocol::Purpose::Collect => core::Purpose::Collect,
        queue_protocol::Purpose::Supplement => core::Purpose::Supplement,
        queue_protocol::Purpose::Guidance => core::Purpose::Guidance,
    }
}

fn hours(parts: &Parts, week: &Week) -> Hours {
    let plans = parts
        .calendar
        .iter()
        .filter_map(|day| Some((day.date.value, day.plan?)));
    Hours {
        week: week.clone(),
        calendar: plans.collect(),
    }
}

fn counter(own: &Counter) -> core::Counter {
    let help = |help: &super::files::counters::Help| core::Help {
        service: help.service.value.as_str().into(),
        handicap_s: help.handicap_minutes * 60,
    };
    core::Counter {
        number: CounterNo(own.number),
        zone: own.zone.value.as_str().into(),
        serves: own
            .serves
            .iter()
            .map(|service| service.value.as_str().into())
            .collect(),
        helps: own.helps.iter().map(help).collect(),
    }
}

fn classes(parts: &Parts) -> Vec<core::PriorityClass> {
    let class = |own: &super::files::classes::Class| core::PriorityClass {
        code: own.code.value.as_str().into(),
        head_start_s: own.head_start_minutes * 60,
        self_declared: own.self_declared,
    };
    parts.classes.iter().map(class).collect()
}

/// Each procedure once: from the first of its rows to the last, as long as somebody has the work.
fn procedures(parts: &Parts) -> BTreeMap<ProcedureCode, core::Procedure> {
    let (joins, succession) = (Joins::new(parts), Succession::new(&parts.agencies));
    let mut procedures: BTreeMap<ProcedureCode, core::Procedure> = BTreeMap::new();
    for row in &parts.procedures {
        let Some(service) = joins.service(row) else {
            continue;
        };
        let Some(valid) = common(row.valid, succession.span(&row.agency.value)) else {
            continue;
        };
        let code: ProcedureCode = row.code.value.as_str().into();
        match procedures.get_mut(&code) {
            Some(known) => known.valid = hull(known.valid, valid),
            None => {
                let procedure = core::Procedure {
                    code: code.clone(),
                    service: service.into(),
                    valid,
                };
                procedures.insert(code, procedure);
            }
        }
    }
    procedures
}

/// The dates from the earlier beginning to the later end.
fn hull(a: Validity, b: Validity) -> Validity {
    let until = match (a.until, b.until) {
        (Some(a), Some(b)) => Some(a.max(b)),
        _ => None,
    };
    // `None` sorts before any date: an open beginning is the earlier one.
    Validity {
        from: a.from.min(b.from),
        until,
    }
}
