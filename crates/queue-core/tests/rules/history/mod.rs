//! Random histories: several actors, a random small centre, moving time.

mod foresight;
mod invariants;
mod ledger;
mod order;
mod reach;
mod sense;
mod step;
mod truths;

pub use invariants::indexes_match;

use crate::hall::Hall;
use crate::plan::{self, MONDAY};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use queue_core::{
    Actor, Catalogue, Centre, Command, CounterNo, DayPlan, Decision, Help, Moment, Purpose, Seq,
};
use std::sync::Arc;
use step::Step;

pub const SERVICES: [&str; 3] = ["justice", "land", "results"];
pub const CLASSES: [&str; 3] = ["class-token-short", "class-token-long", "class-token-staff"];

/// A centre and what people try to do in it.
#[derive(Debug, Clone)]
pub struct History {
    catalogue: Catalogue,
    steps: Vec<Step>,
}

/// One attempt, with the state on both sides of it.
pub struct Attempt<'a> {
    pub before: &'a Centre,
    pub after: &'a Centre,
    pub now: Moment,
    pub actor: Actor,
    pub command: &'a Command,
    pub decision: &'a Decision,
    /// The `seq` of its first event.
    pub seq: Seq,
}

impl History {
    /// Lives through it and hands every accepted attempt to `watch`.
    pub fn live(
        &self,
        mut watch: impl FnMut(&Attempt<'_>) -> Result<(), TestCaseError>,
    ) -> Result<Hall, TestCaseError> {
        let mut hall = Hall::of(self.catalogue.clone(), MONDAY, "08:00");
        for counter in 1..=3 {
            hall.accept(crate::hall::at(counter), &crate::hall::open(counter));
        }
        for step in &self.steps {
            hall.pass(i64::from(step.wait_s));
            let (actor, command) = step.resolve(&hall.centre);
            if let Command::TurnDay { date } = command {
                hall.now = hall.now.max(plan::minute("08:00").on(date, plan::offset()));
            }
            let before = hall.centre.clone();
            let seq = Seq(hall.journal.len() as u64 + 1);
            let Ok(decision) = hall.command(actor, &command) else {
                continue;
            };
            watch(&Attempt {
                before: &before,
                after: &hall.centre,
                now: hall.now,
                actor,
                command: &command,
                decision: &decision,
                seq,
            })?;
        }
        Ok(hall)
    }
}

pub fn history(steps: usize) -> impl Strategy<Value = History> {
    (catalogue(), vec(step::step(), steps / 2..steps))
        .prop_map(|(catalogue, steps)| History { catalogue, steps })
}

/// Three services and three counters; always open, so that most attempts succeed.
fn catalogue() -> impl Strategy<Value = Catalogue> {
    let service = (1_u32..1200, option::weighted(0.3, 1_u32..12));
    let role = prop_oneof![3 => Just(None), 3 => Just(Some(0)), 2 => (1_u32..1800).prop_map(Some)];
    let counter = vec(role, SERVICES.len());
    (vec(service, SERVICES.len()), vec(counter, 3)).prop_map(|(services, counters)| {
        let mut catalogue = plan::catalogue();
        catalogue.hours = always_open();
        catalogue.services = SERVICES
            .iter()
            .zip("ABT".chars())
            .zip(services)
            .map(|((&code, letter), (typical_s, daily_cap))| {
                let service = plan::service(code, letter, typical_s, &[Purpose::Submit]);
                (
                    Arc::clone(&service.code),
                    queue_core::Service {
                        daily_cap,
                        ..service
                    },
                )
            })
            .collect();
        catalogue.counters = (1..)
            .map(CounterNo)
            .zip(counters.iter().map(|c| roles(c)))
            .collect();
        for (number, counter) in &mut catalogue.counters {
            counter.number = *number;
        }
        let [short, long, staff] = CLASSES;
        catalogue.classes = vec![
            plan::class(short, 600, true),
            plan::class(long, 3600, true),
            plan::class(staff, 7200, false),
        ];
        catalogue.settings.grace_s = 3600;
        catalogue
    })
}

/// A role in each service: none, serving (0), or helping with a handicap.
fn roles(roles: &[Option<u32>]) -> queue_core::Counter {
    let mut counter = plan::counter(0, &[], &[]);
    for (&code, role) in SERVICES.iter().zip(roles) {
        match *role {
            None => {}
            Some(0) => counter.serves.push(code.into()),
            Some(handicap_s) => counter.helps.push(Help {
                service: code.into(),
                handicap_s,
            }),
        }
    }
    counter
}

fn always_open() -> queue_core::Hours {
    let mut hours = plan::weekdays(&[plan::session("00:00-24:00", "00:00-24:00")]);
    for day in 0..60 {
        let date = MONDAY + chrono::Days::new(day);
        hours
            .calendar
            .insert(date, DayPlan::WorksAs(chrono::Weekday::Mon));
    }
    hours
}

/// The actor whose device holds `counter`.
pub fn holder(centre: &Centre, counter: CounterNo) -> Actor {
    let device = centre.desks.get(&counter).map(|desk| desk.device);
    Actor::Counter(device.unwrap_or(crate::hall::device(counter.0)))
}
