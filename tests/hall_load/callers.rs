//! How many durable commands a second one caller gets done, and 64 at once.

use crate::visits::Crowd;
use anyhow::{Context as _, Result};
use queue_core::{Actor, Command, DeviceId, Language, Purpose};
use queue_protocol::IssueRequest;
use queue_service::journal::DataFolder;
use queue_service::writer::{Order, Reply, Scribe, Writer};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Commands a second of one caller and of 64.
pub struct Rates {
    pub one: f64,
    pub many: f64,
}

impl Rates {
    /// How many times as much 64 callers get done.
    pub fn ratio(&self) -> f64 {
        self.many / self.one
    }
}

const MANY: usize = 64;

async fn rate<F, W>(callers: usize, lasting: Duration, work: F) -> Result<f64>
where
    F: Fn(usize) -> W + Send + Sync + 'static,
    W: Future<Output = Result<()>> + Send,
{
    let (work, done) = (Arc::new(work), Arc::new(AtomicUsize::new(0)));
    let start = Instant::now();
    let mut tasks = tokio::task::JoinSet::new();
    for caller in 0..callers {
        let (work, done) = (Arc::clone(&work), Arc::clone(&done));
        tasks.spawn(async move {
            let mut turn = caller;
            while start.elapsed() < lasting {
                work(turn).await?;
                turn += callers;
                done.fetch_add(1, Ordering::Relaxed);
            }
            Ok::<_, anyhow::Error>(())
        });
    }
    while let Some(task) = tasks.join_next().await {
        task??;
    }
    Ok(done.load(Ordering::Relaxed) as f64 / start.elapsed().as_secs_f64())
}

/// Numbers taken over HTTP.
pub async fn over_http(crowd: &Arc<Crowd>, lasting: Duration) -> Result<Rates> {
    let crowd = Arc::clone(crowd);
    let take = move |turn: usize| {
        let crowd = Arc::clone(&crowd);
        async move {
            let services = &crowd.catalogue.services;
            let service = &services[turn % services.len()];
            let request = IssueRequest {
                service: service.code.clone(),
                purpose: *service.purposes.first().context("no purpose")?,
                procedure: None,
                priority: None,
                language: queue_protocol::Language::Vi,
            };
            crowd.kiosk.issue(&request, Duration::from_secs(20)).await?;
            Ok(())
        }
    };
    let take = Arc::new(take);
    let again = Arc::clone(&take);
    let one = rate(1, lasting, move |turn| take(turn)).await?;
    Ok(Rates {
        one,
        many: rate(MANY, lasting, move |turn| again(turn)).await?,
    })
}

/// Numbers taken from the writer itself, on a folder of its own; `slow_disk` is added to each commit.
pub async fn of_writer(data: &DataFolder, lasting: Duration, slow_disk: Duration) -> Result<Rates> {
    let mut scribe = Scribe::open(data, Some((crate::setup::MORNING.parse()?, 1.0)))?;
    if !slow_disk.is_zero() {
        scribe.set_before_commit(Box::new(move || {
            std::thread::sleep(slow_disk);
            Ok(())
        }));
    }
    let (writer, thread) = scribe.start(|| std::process::exit(1))?;
    let one = issue_rate(&writer, 1, lasting).await?;
    let many = issue_rate(&writer, MANY, lasting).await?;
    drop(writer);
    tokio::task::spawn_blocking(move || thread.stop()).await?;
    Ok(Rates { one, many })
}

async fn issue_rate(writer: &Writer, callers: usize, lasting: Duration) -> Result<f64> {
    let writer = writer.clone();
    let services: Vec<_> = {
        let centre = writer.shared().centre();
        let services = centre.catalogue.services.values();
        services
            .map(|s| (s.code.clone(), s.purposes.first().copied()))
            .collect()
    };
    rate(callers, lasting, move |turn| {
        let (service, purpose) = services[turn % services.len()].clone();
        let writer = writer.clone();
        async move {
            let command = Command::Issue {
                service,
                purpose: purpose.unwrap_or(Purpose::Submit),
                procedure: None,
                classes: Vec::new(),
                language: Language::Vi,
            };
            let reply = Box::new(|_: &_, _, _: &[_]| Reply {
                status: 201,
                body: String::new(),
            });
            let order = Order {
                actor: Actor::Kiosk(DeviceId(1)),
                key: None,
                command,
                reply,
            };
            writer.submit(order).await?;
            Ok(())
        }
    })
    .await
}
