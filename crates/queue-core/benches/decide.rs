//! What one command and one look cost with 500 people waiting at 24 counters.
#![allow(
    clippy::unwrap_used,
    reason = "a bench that cannot prepare its hall should stop"
)]

use chrono::{FixedOffset, NaiveDate};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use queue_core::{
    Actor, Catalogue, Centre, Command, Counter, CounterNo, DeviceId, Event, Help, Hours, Language,
    Letter, Minute, Moment, OfficerNo, PriorityClass, Purpose, Seq, Service, Session, Settings,
    Validity, decide, evolve, forecast, order_for,
};
use std::sync::Arc;

const WAITING: u16 = 500;
const COUNTERS: u16 = 24;
const SERVICES: usize = 11;
const KIOSK: Actor = Actor::Kiosk(DeviceId(0));

fn main() {
    divan::main();
}

fn code(index: usize) -> Arc<str> {
    format!("service-{}", index % SERVICES).into()
}

fn catalogue() -> Catalogue {
    let day = Session {
        serve_from: Minute::new(0).unwrap(),
        serve_to: Minute::END_OF_DAY,
        issue_from: Minute::new(0).unwrap(),
        issue_to: Minute::END_OF_DAY,
    };
    let services = ('A'..)
        .take(SERVICES)
        .enumerate()
        .map(|(index, letter)| Service {
            code: code(index),
            letter: Letter::new(letter).unwrap(),
            purposes: [Purpose::Submit].into(),
            daily_cap: None,
            typical_s: 600,
            overrun_s: None,
            hours: None,
            valid: Validity::default(),
        });
    let counters = (1..=COUNTERS).map(|number| Counter {
        number: CounterNo(number),
        zone: "hall".into(),
        serves: vec![code(number.into())],
        helps: vec![Help {
            service: code(usize::from(number) + 1),
            handicap_s: 900,
        }],
    });
    Catalogue {
        services: services
            .map(|service| (Arc::clone(&service.code), service))
            .collect(),
        counters: counters.map(|counter| (counter.number, counter)).collect(),
        procedures: [].into(),
        classes: vec![PriorityClass {
            code: "elderly".into(),
            head_start_s: 3600,
            self_declared: true,
        }],
        hours: Hours {
            week: std::array::from_fn(|_| vec![day]),
            calendar: [].into(),
        },
        settings: Settings {
            grace_s: 1800,
            recall_limit: 3,
            expected_priority_percent: 10,
            help_handicap_s: 600,
            offset: FixedOffset::east_opt(7 * 3600).unwrap(),
        },
    }
}

fn issue(index: usize) -> Command {
    let classes = if index.is_multiple_of(8) {
        vec!["elderly".into()]
    } else {
        Vec::new()
    };
    let (service, purpose) = (code(index), Purpose::Submit);
    Command::Issue {
        service,
        purpose,
        procedure: None,
        classes,
        language: Language::VI,
    }
}

/// The hall at its worst, and the next `seq`.
fn hall() -> (Centre, Moment, Seq) {
    let mut centre = Centre::new(Arc::new(catalogue()));
    let (mut now, mut seq) = (Moment(1_794_189_600_000), Seq(0));
    let mut act = |centre: &mut Centre, actor, command: &Command| {
        for event in decide(centre, now, actor, command).unwrap().events {
            seq.0 += 1;
            evolve(centre, seq, now, &event);
        }
        now = now.plus_s(5);
    };
    let date = NaiveDate::from_ymd_opt(2026, 11, 9).unwrap();
    act(&mut centre, Actor::House, &Command::TurnDay { date });
    for number in 1..=COUNTERS {
        let (counter, officer) = (CounterNo(number), OfficerNo(number.into()));
        let open = Command::Open {
            counter,
            officer,
            take_over: false,
        };
        act(&mut centre, Actor::Counter(DeviceId(number.into())), &open);
    }
    for index in 0..WAITING {
        act(&mut centre, KIOSK, &issue(index.into()));
    }
    (centre, now, Seq(seq.0 + 1))
}

#[divan::bench]
fn decide_issue(bencher: Bencher<'_, '_>) {
    let (centre, now, _) = hall();
    let command = issue(3);
    bencher.bench(|| decide(black_box(&centre), now, KIOSK, &command));
}

#[divan::bench]
fn decide_call_next(bencher: Bencher<'_, '_>) {
    let (centre, now, _) = hall();
    let command = Command::CallNext {
        counter: CounterNo(7),
    };
    bencher.bench(|| {
        decide(
            black_box(&centre),
            now,
            Actor::Counter(DeviceId(7)),
            &command,
        )
    });
}

#[divan::bench]
fn order_of_one_counter(bencher: Bencher<'_, '_>) {
    let (centre, _, _) = hall();
    bencher.bench(|| order_for(black_box(&centre), CounterNo(7), 20).len());
}

#[divan::bench]
fn forecast_everyone(bencher: Bencher<'_, '_>) {
    let (centre, now, _) = hall();
    bencher
        .counter(ItemsCount::new(WAITING))
        .bench(|| forecast(black_box(&centre), now));
}

/// Issue, call, finish: the three events that every visit has.
#[divan::bench]
fn evolve_a_visit(bencher: Bencher<'_, '_>) {
    let (centre, now, seq) = hall();
    let issued = decide(&centre, now, KIOSK, &issue(7)).unwrap().events;
    let call = Command::CallNext {
        counter: CounterNo(7),
    };
    let called = decide(&centre, now, Actor::Counter(DeviceId(7)), &call)
        .unwrap()
        .events;
    let [
        Event::TicketCalled {
            ticket, counter, ..
        },
    ] = called[..]
    else {
        return;
    };
    let outcome = queue_core::Outcome::Received;
    let finished = [Event::TicketFinished {
        ticket,
        outcome,
        dossiers: 1,
        counter,
    }];
    bencher
        .with_inputs(|| centre.clone())
        .bench_local_refs(|centre| {
            for (seq, event) in (seq.0..).zip(issued.iter().chain(&called).chain(&finished)) {
                evolve(centre, Seq(seq), now, event);
            }
        });
}
