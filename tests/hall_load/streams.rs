//! How long after its answer a call is on the boards' streams.

use crate::figures::{Sample, ms};
use crate::setup::Open;
use crate::table::Line;
use anyhow::{Context as _, Result};
use futures::future::try_join_all;
use queue_client::{LiveView, View};
use queue_protocol::BoardView;
use std::time::Duration;

const STREAMS: usize = 50;
const CALLS: usize = 200;
const PATIENCE: Duration = Duration::from_secs(20);

/// Calls visitors one after another while 50 streams watch, and takes the time from each answer to
/// the call's arrival on each stream; zero where it was there before the answer.
pub async fn lines(open: &Open) -> Result<Vec<Line>> {
    let streams: Vec<LiveView<BoardView>> = (0..STREAMS)
        .map(|_| LiveView::follow(open.board.clone(), "board"))
        .collect();
    for stream in &streams {
        let mut watch = stream.watch();
        let live = watch.wait_for(View::is_live);
        tokio::time::timeout(PATIENCE, live)
            .await
            .context("a stream is not live")??;
    }
    let (mut all, mut last) = (Sample::default(), Sample::default());
    for desk in open.crowd.desks.iter().cycle().take(CALLS) {
        let watches = streams.iter().map(LiveView::watch).collect::<Vec<_>>();
        let (call, answered) = open.crowd.come_and_call(desk).await?;
        let arrivals = watches.into_iter().map(|mut watch| async move {
            watch.wait_for(|view| shows(view, call)).await?;
            Ok::<_, anyhow::Error>(answered.elapsed())
        });
        let arrivals = tokio::time::timeout(PATIENCE, try_join_all(arrivals)).await??;
        last.add(arrivals.iter().copied().max().unwrap_or_default());
        arrivals.into_iter().for_each(|arrival| all.add(arrival));
        desk.finish().await?;
    }
    Ok(vec![Line {
        what: format!("call answered → board view received, {STREAMS} streams, {CALLS} calls"),
        measured: format!(
            "p99 {}, median {}; p99 of the last stream {}",
            ms(all.p99()),
            ms(all.median()),
            ms(last.p99())
        ),
        budget: "p99 ≤ 10 ms".to_owned(),
        limit: String::new(),
        verdict: (all.p99() <= Duration::from_millis(10)).into(),
    }])
}

fn shows(view: &View<BoardView>, call: u64) -> bool {
    let calls = |frame: &BoardView| frame.calls.iter().any(|shown| shown.id == call);
    view.frame().is_some_and(|frame| calls(&frame.view))
}
