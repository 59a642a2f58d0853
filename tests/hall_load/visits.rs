//! Whole visits: issue, call-next, serve, finish, as the apps send them.

use crate::figures::Sample;
use anyhow::{Result, ensure};
use queue_client::{CallError, CounterApi, KioskApi};
use queue_protocol::{
    Catalogue, FinishRequest, IssueRequest, Language, Outcome, ProblemCode, Purpose,
};
use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::Mutex;

/// Everybody who takes part.
pub struct Crowd {
    /// Takes numbers.
    pub kiosk: KioskApi,
    /// Open counters, one for each caller.
    pub counters: Vec<CounterApi>,
    /// The centre.
    pub catalogue: Catalogue,
}

/// What a load has shown.
#[derive(Default)]
pub struct Outcomes {
    /// Time of an issue.
    pub issue: Sample,
    /// Time of a call that called somebody.
    pub call: Sample,
    /// Time of any other command.
    pub other: Sample,
    /// Commands answered.
    pub commands: usize,
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

    fn merge(&mut self, other: Self) -> Result<()> {
        self.issue.merge(other.issue);
        self.call.merge(other.call);
        self.other.merge(other.other);
        self.commands += other.commands;
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

/// Lets every counter's caller work until `until`, pausing so that all together send about
/// `per_second` commands, or as fast as they can when that is `None`.
pub async fn run(crowd: &Arc<Crowd>, until: Duration, per_second: Option<f64>) -> Result<Outcomes> {
    let waiting = Arc::new(AtomicUsize::new(0));
    let all = Arc::new(Mutex::new(Outcomes::default()));
    let end = Instant::now() + until;
    let gap = per_second.map(|rate| Duration::from_secs_f64(crowd.counters.len() as f64 / rate));
    let mut callers = tokio::task::JoinSet::new();
    for place in 0..crowd.counters.len() {
        let (crowd, waiting, all) = (Arc::clone(crowd), Arc::clone(&waiting), Arc::clone(&all));
        callers.spawn(async move {
            let outcomes = one_caller(&crowd, place, end, gap, &waiting).await?;
            all.lock().await.merge(outcomes)
        });
    }
    while let Some(done) = callers.join_next().await {
        done??;
    }
    Ok(std::mem::take(&mut *all.lock().await))
}

async fn one_caller(
    crowd: &Crowd,
    place: usize,
    end: Instant,
    gap: Option<Duration>,
    waiting: &AtomicUsize,
) -> Result<Outcomes> {
    let mut outcomes = Outcomes::default();
    let counter = &crowd.counters[place];
    let mut turn = place;
    let mut pace = gap.map(tokio::time::interval);
    while Instant::now() < end {
        if waiting.load(Ordering::Relaxed) < QUEUE_MAX {
            tick(pace.as_mut()).await;
            turn += 1;
            let service = &crowd.catalogue.services[turn % crowd.catalogue.services.len()];
            let request = IssueRequest {
                service: service.code.clone(),
                purpose: service.purposes.first().copied().unwrap_or(Purpose::Submit),
                procedure: None,
                priority: None,
                language: Language::Vi,
            };
            let start = Instant::now();
            let ticket = crowd
                .kiosk
                .issue(&request, Duration::from_secs(15))
                .await?
                .ticket;
            outcomes.issue.add(start.elapsed());
            outcomes.commands += 1;
            waiting.fetch_add(1, Ordering::Relaxed);
            ensure!(
                outcomes.numbers.insert(ticket.number),
                "a number was given twice"
            );
        }
        tick(pace.as_mut()).await;
        let start = Instant::now();
        let Some(call) = counter.call_next().await? else {
            continue;
        };
        outcomes.call.add(start.elapsed());
        outcomes.commands += 1;
        waiting.fetch_sub(1, Ordering::Relaxed);
        ensure!(
            outcomes.called.insert(call.ticket.id),
            "a ticket was called twice"
        );
        tick(pace.as_mut()).await;
        timed(&mut outcomes, counter.serve()).await?;
        tick(pace.as_mut()).await;
        let done = FinishRequest {
            outcome: Outcome::Received,
            number: None,
            dossiers: 1,
        };
        timed(&mut outcomes, counter.finish(&done)).await?;
    }
    Ok(outcomes)
}

async fn timed<T>(
    outcomes: &mut Outcomes,
    command: impl Future<Output = Result<T, CallError>>,
) -> Result<()> {
    let start = Instant::now();
    match command.await {
        Ok(_) => {}
        Err(error) if error.code() == Some(ProblemCode::CounterIdle) => {}
        Err(error) => return Err(error.into()),
    }
    outcomes.other.add(start.elapsed());
    outcomes.commands += 1;
    Ok(())
}

async fn tick(pace: Option<&mut tokio::time::Interval>) {
    if let Some(pace) = pace {
        pace.tick().await;
    }
}
