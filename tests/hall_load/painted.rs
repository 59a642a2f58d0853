//! How long after its answer a call is painted on a real board's window.

use crate::figures::{Sample, ms};
use crate::setup::Open;
use crate::table::Line;
use anyhow::{Result, ensure};
use std::time::Duration;
use system_tests::apps::App;
use system_tests::screen::{Region, Screen};

const CALLS: usize = 60;
/// Counters of the board's first column.
const COUNTERS: usize = 12;
const PATIENCE: Duration = Duration::from_secs(5);
const BUDGET: Duration = Duration::from_millis(100);

/// Calls visitors, and looks for the first pixel that changes in the row of the counter.
pub async fn lines(open: &Open) -> Result<Vec<Line>> {
    let screen = Screen::start(1920, 1080)?;
    let _board = App::board(true).open(&open.hall, &open.service.address, &[], Some(&screen))?;
    screen.settle()?;
    let mut sample = Sample::default();
    let desks = open.crowd.desks.iter().take(COUNTERS).enumerate();
    for (place, desk) in desks.cycle().take(CALLS) {
        let row = row(place);
        screen.settle()?;
        let before = screen.look_at(row)?;
        let (_, answered) = open.crowd.come_and_call(desk).await?;
        while screen.look_at(row)? == before {
            ensure!(answered.elapsed() < PATIENCE, "a call is not on the board");
            std::thread::sleep(Duration::from_millis(1));
        }
        sample.add(answered.elapsed());
        desk.finish().await?;
    }
    Ok(vec![Line {
        what: format!("call answered → a changed pixel on the board's window, {CALLS} calls"),
        measured: format!("p99 {}, median {}", ms(sample.p99()), ms(sample.median())),
        budget: format!("≤ {}", ms(BUDGET)),
        limit: String::new(),
        verdict: (sample.p99() <= BUDGET).into(),
    }])
}

/// The row of the counter at `place` in the first column, on a board of 1920 × 1080.
fn row(place: usize) -> Region {
    Region {
        x: 1110,
        y: 156 + place * 71,
        width: 320,
        height: 55,
    }
}
