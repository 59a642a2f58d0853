//! Whole visits: issue, call-next, serve, finish, as the apps send them.

use crate::crowd::{Crowd, Desk};
use crate::figures::Sample;
use anyhow::{Result, ensure};
use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};
use tokio::sync::Mutex;
use tokio::time::{Interval, interval_at};

/// What a load has shown.
#[derive(Default)]
pub struct Outcomes {
    /// Time of an issue.
    pub issue: Sample,
    /// Time of a call that called somebody.
    pub call: Sample,
    /// Time of any other command.
    pub other: Sample,
    /// Numbers given.
    numbers: HashSet<String>,
    /// Tickets called, by id.
    called: HashSet<u64>,
}

impl Outcomes {
    /// Numbers given and tickets called, each of which was found distinct.
    pub fn counts(&self) -> (usize, usize) {
        (self.numbers.len(), self.called.len())
    }

    /// The times of all commands.
    pub fn all(&self) -> Sample {
        let mut all = self.issue.clone();
        all.merge(self.call.clone());
        all.merge(self.other.clone());
        all
    }

    fn merge(&mut self, other: Self) -> Result<()> {
        self.issue.merge(other.issue);
        self.call.merge(other.call);
        self.other.merge(other.other);
        for number in other.numbers {
            ensure!(
                self.numbers.insert(number.clone()),
                "{number} was given twice"
            );
        }
        for ticket in other.called {
            ensure!(
                self.called.insert(ticket),
                "ticket {ticket} was called twice"
            );
        }
        Ok(())
    }
}

const QUEUE_MAX: usize = 500;

/// Lets every counter's caller work for `lasting`, pausing so that all together send about
/// `per_second` commands, one after the other, or as fast as they can when that is `None`.
pub async fn run(
    crowd: &Arc<Crowd>,
    lasting: Duration,
    per_second: Option<f64>,
) -> Result<Outcomes> {
    let all = Arc::new(Mutex::new(Outcomes::default()));
    let (start, desks) = (Instant::now(), crowd.desks.len());
    let mut callers = tokio::task::JoinSet::new();
    for place in 0..desks {
        let (crowd, all) = (Arc::clone(crowd), Arc::clone(&all));
        let pace = per_second.map(|rate| {
            let turn = Duration::from_secs_f64(place as f64 / rate);
            let gap = Duration::from_secs_f64(desks as f64 / rate);
            interval_at((start + turn).into(), gap)
        });
        callers.spawn(async move {
            let mut caller = Caller {
                crowd: &crowd,
                desk: &crowd.desks[place],
                pace,
                turn: place,
                outcomes: Outcomes::default(),
            };
            while start.elapsed() < lasting {
                caller.visit().await?;
            }
            all.lock().await.merge(caller.outcomes)
        });
    }
    while let Some(done) = callers.join_next().await {
        done??;
    }
    Ok(std::mem::take(&mut *all.lock().await))
}

/// One who takes numbers, and serves whoever is next at a counter.
struct Caller<'c> {
    crowd: &'c Crowd,
    desk: &'c Desk,
    pace: Option<Interval>,
    turn: usize,
    outcomes: Outcomes,
}

impl Caller<'_> {
    /// A number for one, and the visit of another; only the visit while too many wait.
    async fn visit(&mut self) -> Result<()> {
        if self.crowd.waiting.load(Ordering::Relaxed) < QUEUE_MAX {
            self.turn += 1;
            let services = &self.crowd.catalogue.services;
            let service = &services[self.turn % services.len()];
            let start = self.at_its_pace().await;
            let ticket = self.crowd.issue(service).await?;
            self.outcomes.issue.add(start.elapsed());
            let new = self.outcomes.numbers.insert(ticket.number);
            ensure!(new, "a number was given twice");
        }
        let start = self.at_its_pace().await;
        let Some(ticket) = self.crowd.call_next(self.desk).await? else {
            return Ok(());
        };
        self.outcomes.call.add(start.elapsed());
        let new = self.outcomes.called.insert(ticket.id);
        ensure!(new, "a ticket was called twice");
        let start = self.at_its_pace().await;
        self.desk.api.serve().await?;
        self.outcomes.other.add(start.elapsed());
        let start = self.at_its_pace().await;
        self.desk.finish().await?;
        self.outcomes.other.add(start.elapsed());
        Ok(())
    }

    /// The moment of the next command.
    async fn at_its_pace(&mut self) -> Instant {
        if let Some(pace) = &mut self.pace {
            pace.tick().await;
        }
        Instant::now()
    }
}
