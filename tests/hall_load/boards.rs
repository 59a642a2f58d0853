//! How long after its answer a call is on the boards' streams.

use crate::figures::Sample;
use anyhow::{Context as _, Result};
use queue_client::{Client, LiveView, View};
use queue_protocol::{BoardView, FinishRequest, IssueRequest, Language, Outcome};
use std::time::{Duration, Instant};

use crate::visits::Crowd;

const STREAMS: usize = 50;
const CALLS: usize = 100;

/// Calls visitors one after another while 50 streams watch, and waits until all have the call.
/// The time is taken from the answer to the last stream's frame; zero where all were there before.
pub async fn measure(board: &Client, crowd: &Crowd) -> Result<Sample> {
    let streams: Vec<LiveView<BoardView>> = (0..STREAMS)
        .map(|_| LiveView::follow(board.clone(), "board"))
        .collect();
    for stream in &streams {
        let live = async { stream.watch().wait_for(View::is_live).await.map(drop) };
        tokio::time::timeout(Duration::from_secs(20), live)
            .await
            .context("a stream is not live")??;
    }
    let counter = crowd.counters.first().context("no counter")?;
    let catalogue = &crowd.catalogue;
    let served = catalogue
        .counters
        .first()
        .and_then(|counter| counter.serves.first());
    let service = catalogue
        .services
        .iter()
        .find(|s| Some(&s.code) == served)
        .context("no service")?;
    let request = IssueRequest {
        service: service.code.clone(),
        purpose: *service.purposes.first().context("no purpose")?,
        procedure: None,
        priority: None,
        language: Language::Vi,
    };
    let mut sample = Sample::default();
    for _ in 0..CALLS {
        crowd.kiosk.issue(&request, Duration::from_secs(10)).await?;
        let arrivals: Vec<_> = streams.iter().map(LiveView::watch).collect();
        let call = counter.call_next().await?.context("nobody waits")?;
        let answered = Instant::now();
        let id = call.ticket.call.context("a called ticket has a call")?;
        let shown = futures::future::join_all(arrivals.into_iter().map(async |mut watch| {
            let seen = |view: &View<BoardView>| {
                view.frame()
                    .is_some_and(|frame| frame.view.calls.iter().any(|c| c.id == id))
            };
            watch.wait_for(seen).await.map(drop)
        }));
        for stream in tokio::time::timeout(Duration::from_secs(10), shown).await? {
            stream?;
        }
        sample.add(answered.elapsed());
        let done = FinishRequest {
            outcome: Outcome::Received,
            number: None,
            dossiers: 1,
        };
        counter.finish(&done).await?;
    }
    Ok(sample)
}
