//! How many durable commands a second one caller gets done, and 64 at once. Each takes a number and
//! cancels it, so that nobody waits for long and the queue stays short.

use crate::crowd::Crowd;
use crate::setup::{CENTRE, MORNING};
use crate::table::Line;
use anyhow::Result;
use queue_core::{Actor, Command, DeviceId, Language, Purpose, Seq, ServiceCode};
use queue_service::writer::{Key, Writer};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use system_tests::folder::{Folder, instant, order};
use system_tests::stopped_time::StoppedTime;

const MANY: usize = 64;
/// Commands of one turn: issue and cancel.
const EACH: usize = 2;
const KIOSK: DeviceId = DeviceId(1);

/// Over HTTP, at the writer, and at the writer with a slow disk.
pub async fn lines(crowd: &Arc<Crowd>, folder: &Path, lasting: Duration) -> Result<Vec<Line>> {
    let http = over_http(crowd, lasting).await?;
    let fast = at_the_writer(&folder.join("writer"), lasting, Duration::ZERO).await?;
    let slow = at_the_writer(&folder.join("slow"), lasting, Duration::from_millis(1)).await?;
    Ok(vec![
        http.line("64 callers over HTTP, durable commands", 1.5),
        fast.line("64 callers at the writer", 3.0),
        slow.line("the same with 1 ms added to each commit", 10.0),
    ])
}

/// Commands a second of one caller and of 64.
struct Rates {
    one: f64,
    many: f64,
}

impl Rates {
    fn line(&self, what: &str, at_least: f64) -> Line {
        let ratio = self.many / self.one;
        Line {
            what: what.to_owned(),
            measured: format!("{ratio:.1} × ({:.0} a second)", self.many),
            budget: format!("≥ {at_least} × one caller"),
            limit: format!("one caller: {:.0} a second", self.one),
            verdict: (ratio >= at_least).into(),
        }
    }
}

/// `work` of one caller again and again, and then of 64 at once; its number differs every time.
async fn rates<F, W>(lasting: Duration, work: F) -> Result<Rates>
where
    F: Fn(usize) -> W + Send + Sync + 'static,
    W: Future<Output = Result<()>> + Send,
{
    let (work, turns) = (Arc::new(work), Arc::new(AtomicUsize::new(0)));
    let mut rates = [0.0; 2];
    for (rate, callers) in rates.iter_mut().zip([1, MANY]) {
        let (before, start) = (turns.load(Ordering::Relaxed), Instant::now());
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..callers {
            let (work, turns) = (Arc::clone(&work), Arc::clone(&turns));
            tasks.spawn(async move {
                while start.elapsed() < lasting {
                    work(turns.fetch_add(1, Ordering::Relaxed)).await?;
                }
                Ok::<_, anyhow::Error>(())
            });
        }
        while let Some(task) = tasks.join_next().await {
            task??;
        }
        let commands = (turns.load(Ordering::Relaxed) - before) * EACH;
        *rate = commands as f64 / start.elapsed().as_secs_f64();
    }
    let [one, many] = rates;
    Ok(Rates { one, many })
}

async fn over_http(crowd: &Arc<Crowd>, lasting: Duration) -> Result<Rates> {
    let crowd = Arc::clone(crowd);
    rates(lasting, move |turn| {
        let crowd = Arc::clone(&crowd);
        async move {
            let services = &crowd.catalogue.services;
            let ticket = crowd.issue(&services[turn % services.len()]).await?;
            crowd.kiosk.cancel(&ticket.number).await?;
            Ok(())
        }
    })
    .await
}

/// On a folder of its own, with `slower` added to each commit.
async fn at_the_writer(folder: &Path, lasting: Duration, slower: Duration) -> Result<Rates> {
    let folder = Folder::make(folder, CENTRE, StoppedTime::at(instant(MORNING)?))?;
    let mut scribe = folder.scribe()?;
    if !slower.is_zero() {
        scribe.set_before_commit(Box::new(move || {
            std::thread::sleep(slower);
            Ok(())
        }));
    }
    let (writer, thread) = scribe.start(|| std::process::exit(1))?;
    let services: Vec<(ServiceCode, Purpose)> = {
        let services = writer.shared().centre().catalogue.services.clone();
        let first =
            |(code, service): (_, queue_core::Service)| Some((code, *service.purposes.first()?));
        services.into_iter().filter_map(first).collect()
    };
    let measured = rates(lasting, move |turn| {
        let (service, purpose) = services[turn % services.len()].clone();
        let writer = writer.clone();
        async move {
            let issue = Command::Issue {
                service,
                purpose,
                procedure: None,
                classes: Vec::new(),
                language: Language::VI,
            };
            let ticket = submit(&writer, format!("{turn}-issue"), issue).await?;
            let cancel = Command::Cancel {
                ticket: ticket.into(),
            };
            submit(&writer, format!("{turn}-cancel"), cancel).await?;
            Ok(())
        }
    })
    .await;
    tokio::task::spawn_blocking(move || thread.stop()).await?;
    measured
}

/// Has a command stored under a key, and gives the place of its event.
async fn submit(writer: &Writer, key: String, command: Command) -> Result<Seq> {
    let key = Key {
        device: KIOSK,
        key,
        fingerprint: [0; 32],
    };
    let reply = writer
        .submit(order(Actor::Kiosk(KIOSK), Some(key), command))
        .await?;
    Ok(Seq(reply.body.parse()?))
}
