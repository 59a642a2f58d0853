//! Days through `decide` and `evolve` alone, by the hundreds of steps.

use crate::checkers::Checkers;
use crate::workload::Workload;
use anyhow::{Context as _, Result, ensure};
use chrono::NaiveDate;
use fastrand::Rng;
use queue_core::{Actor, Catalogue, Centre, Command, Event, Minute, Moment, Seq, decide, evolve};
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};
use system_tests::folder::{Fact, document, replay};

/// A Wednesday; the two days after it are working days too.
pub const FIRST_DAY: &str = "2026-11-25";
const DAYS: u64 = 3;
const STEPS: u32 = 350;

/// Lives through some days; gives the kinds of events that came of it.
pub fn live(seed: u64) -> Result<BTreeSet<String>> {
    let days = days(seed)?;
    ensure!(
        replay(&rules()?, &days.journal) == days.centre,
        "replaying gives another state"
    );
    Ok(days.checkers.kinds)
}

/// Some days of random people.
pub fn days(seed: u64) -> Result<Days> {
    let mut random = Rng::with_seed(seed);
    let rules = rules()?;
    let mut days = Days {
        centre: Centre::new(Arc::clone(&rules)),
        now: Moment(0),
        journal: Vec::new(),
        checkers: Checkers::new(&rules),
    };
    let mut people = Workload::new(&rules, random.fork());
    let first: NaiveDate = FIRST_DAY.parse()?;
    for date in (0..DAYS).filter_map(|later| first.checked_add_days(chrono::Days::new(later))) {
        let opening = seven_o_clock(&rules, date)?;
        days.now = opening.max(days.now);
        days.attempt(Actor::House, &Command::TurnDay { date })?;
        for step in 0..STEPS {
            days.let_time_pass(&mut random)?;
            let (actor, command) = people.next(&days.centre);
            let tried = days.attempt(actor, &command);
            tried.with_context(|| format!("{date}, step {step}: {actor:?} {command:?}"))?;
        }
    }
    Ok(days)
}

/// 07:00 at the centre, while numbers are issued.
pub fn seven_o_clock(rules: &Catalogue, date: NaiveDate) -> Result<Moment> {
    Ok(Minute::new(7 * 60)
        .context("a minute")?
        .on(date, rules.settings.offset))
}

/// The rules of Khánh Hòa's centre, read once.
pub fn rules() -> Result<Arc<Catalogue>> {
    static RULES: OnceLock<Arc<Catalogue>> = OnceLock::new();
    if let Some(rules) = RULES.get() {
        return Ok(Arc::clone(rules));
    }
    let rules = Arc::new(document("khanh-hoa")?.rules());
    Ok(Arc::clone(RULES.get_or_init(|| rules)))
}

/// What became true, judged at every step.
pub struct Days {
    pub centre: Centre,
    pub journal: Vec<Fact>,
    now: Moment,
    checkers: Checkers,
}

impl Days {
    /// Mostly seconds, now and then a long pause, rarely a clock set back by an administrator.
    fn let_time_pass(&mut self, random: &mut Rng) -> Result<()> {
        match random.u32(0..200) {
            0 => {
                self.now = self.now.plus_s(-random.i64(1..3600));
                self.append(false, Event::ClockAccepted)
            }
            1..4 => {
                self.now = self.now.plus_s(random.i64(600..2400));
                Ok(())
            }
            _ => {
                self.now = self.now.plus_s(random.i64(0..60));
                Ok(())
            }
        }
    }

    /// A refusal changes nothing; everything else is judged.
    fn attempt(&mut self, actor: Actor, command: &Command) -> Result<()> {
        let Ok(decision) = decide(&self.centre, self.now, actor, command) else {
            return Ok(());
        };
        for event in decision.events {
            self.append(actor != Actor::House, event)?;
        }
        self.checkers.agree_with_state(&self.centre)
    }

    fn append(&mut self, asked: bool, event: Event) -> Result<()> {
        let fact = Fact {
            seq: Seq(self.journal.len() as u64 + 1),
            at: self.now,
            asked,
            event,
        };
        self.checkers.see(&fact)?;
        evolve(&mut self.centre, fact.seq, fact.at, &fact.event);
        self.journal.push(fact);
        Ok(())
    }
}
