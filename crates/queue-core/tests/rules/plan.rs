//! The centre of the examples: five services, four counters, two sessions a day.

use chrono::{FixedOffset, NaiveDate, Weekday};
use queue_core::{
    Catalogue, Counter, CounterNo, DayPlan, Help, Hours, Letter, Minute, PriorityClass, Procedure,
    Purpose, Service, Session, Settings, Validity,
};
use std::sync::Arc;

/// Classes are named so that any trace of one is found in a text.
pub const ELDERLY: &str = "class-token-elderly";
pub const PREGNANT: &str = "class-token-pregnant";
pub const HELP: &str = "class-token-help";

pub const MONDAY: NaiveDate = date(2026, 11, 9);

pub const fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub fn offset() -> FixedOffset {
    FixedOffset::east_opt(7 * 3600).unwrap()
}

/// `"07:30"`.
pub fn minute(text: &str) -> Minute {
    let (hours, minutes) = text.split_once(':').unwrap();
    Minute::new(hours.parse::<u16>().unwrap() * 60 + minutes.parse::<u16>().unwrap()).unwrap()
}

/// `session("07:00-11:30", "06:45-11:00")`: serving, issuing.
pub fn session(serve: &str, issue: &str) -> Session {
    let ((serve_from, serve_to), (issue_from, issue_to)) = (
        serve.split_once('-').unwrap(),
        issue.split_once('-').unwrap(),
    );
    Session {
        serve_from: minute(serve_from),
        serve_to: minute(serve_to),
        issue_from: minute(issue_from),
        issue_to: minute(issue_to),
    }
}

pub fn weekdays(sessions: &[Session]) -> Hours {
    let mut hours = Hours::default();
    for day in &mut hours.week[..5] {
        *day = sessions.to_vec();
    }
    hours
}

pub fn centre_hours() -> Hours {
    let sessions = [
        session("07:00-11:30", "06:45-11:00"),
        session("13:30-17:00", "13:15-16:30"),
    ];
    let mut hours = weekdays(&sessions);
    hours.calendar.insert(date(2026, 11, 24), DayPlan::Holiday);
    hours.calendar.insert(date(2026, 11, 23), DayPlan::Holiday);
    hours
        .calendar
        .insert(date(2026, 11, 28), DayPlan::WorksAs(Weekday::Mon));
    hours
        .calendar
        .insert(date(2026, 11, 12), DayPlan::LocalClosure);
    hours
}

pub fn service(code: &str, letter: char, typical_s: u32, purposes: &[Purpose]) -> Service {
    Service {
        code: code.into(),
        letter: Letter::new(letter).unwrap(),
        purposes: purposes.iter().copied().collect(),
        daily_cap: None,
        typical_s,
        overrun_s: None,
        hours: None,
        valid: Validity::default(),
    }
}

pub fn counter(number: u16, serves: &[&str], helps: &[(&str, u32)]) -> Counter {
    let help = |&(service, handicap_s): &(&str, u32)| Help {
        service: service.into(),
        handicap_s,
    };
    Counter {
        number: CounterNo(number),
        zone: "hall".into(),
        serves: serves.iter().map(|&code| code.into()).collect(),
        helps: helps.iter().map(help).collect(),
    }
}

pub fn class(code: &str, head_start_s: u32, self_declared: bool) -> PriorityClass {
    PriorityClass {
        code: code.into(),
        head_start_s,
        self_declared,
    }
}

/// Services `justice` A, `land` B (cap 3), `results` T (collecting only), `morning` M (own hours),
/// `former` F (until last year).
pub fn catalogue() -> Catalogue {
    use Purpose::{Collect, Guidance, Submit};
    let land = Service {
        daily_cap: Some(3),
        ..service("land", 'B', 600, &[Submit])
    };
    let mornings = weekdays(&[session("07:00-11:30", "07:00-10:00")]);
    let morning = Service {
        hours: Some(mornings),
        ..service("morning", 'M', 300, &[Submit])
    };
    let last_year = Validity {
        from: None,
        until: Some(date(2025, 12, 31)),
    };
    let former = Service {
        valid: last_year,
        ..service("former", 'F', 600, &[Submit])
    };
    let services = [
        service("justice", 'A', 600, &[Submit, Guidance]),
        land,
        service("results", 'T', 120, &[Collect]),
        morning,
        former,
    ];
    let counters = [
        counter(1, &["justice", "land"], &[]),
        counter(2, &["justice"], &[("land", 900)]),
        counter(3, &["results"], &[]),
        counter(4, &["morning"], &[]),
    ];
    let procedures = [
        ("1.001", "justice", Validity::default()),
        ("1.002", "justice", last_year),
    ];
    Catalogue {
        services: services
            .into_iter()
            .map(|s| (Arc::clone(&s.code), s))
            .collect(),
        counters: counters.into_iter().map(|c| (c.number, c)).collect(),
        procedures: procedures
            .into_iter()
            .map(|(code, service, valid)| {
                (
                    code.into(),
                    Procedure {
                        code: code.into(),
                        service: service.into(),
                        valid,
                    },
                )
            })
            .collect(),
        classes: vec![
            class(ELDERLY, 3600, true),
            class(PREGNANT, 1800, true),
            class(HELP, 7200, false),
        ],
        hours: centre_hours(),
        settings: Settings {
            grace_s: 1800,
            recall_limit: 3,
            expected_priority_percent: 10,
            help_handicap_s: 600,
            offset: offset(),
        },
    }
}
