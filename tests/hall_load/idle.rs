//! What the programs take from a machine on which nothing happens.

use crate::setup::Open;
use crate::table::Line;
use anyhow::{Context as _, Result};
use std::fs;
use std::ops::RangeInclusive;
use std::time::{Duration, Instant};
use system_tests::apps::App;
use system_tests::counter::sign_in;
use system_tests::fake_printer::FakePrinter;
use system_tests::screen::Screen;

const LASTING: Duration = Duration::from_secs(60);
/// What follows a start is not idleness.
const SETTLED: Duration = Duration::from_secs(10);
/// Visitors at counters meanwhile, so that there is something to show.
const VISITORS: usize = 12;
const OFFICER: u32 = 101;
/// The counter whose window is real.
const COUNTER: u16 = 1;
/// The counters that are open without a window.
pub const OTHERS: RangeInclusive<u16> = 2..=24;

/// Opens the real windows on a hall where counter 1 is free, lets them rest, and looks.
pub async fn lines(open: &Open) -> Result<Vec<Line>> {
    let screens = (
        Screen::start(1080, 1920)?,
        Screen::start(1366, 768)?,
        Screen::start(1920, 1080)?,
    );
    let printer = FakePrinter::start(576)?;
    open.hall.officer(OFFICER)?;
    open.hall.device("counter", "counter", Some(COUNTER))?;
    for desk in open.crowd.desks.iter().take(VISITORS) {
        open.crowd.come_and_call(desk).await?;
        desk.api.serve().await?;
    }
    let start = |app: App, screen| app.open(&open.hall, &open.service.address, &[], Some(screen));
    let kiosk = start(App::kiosk(printer.address(), true), &screens.0)?;
    let counter = start(App::counter(COUNTER), &screens.1)?;
    fs::create_dir_all(open.hall.path("heard"))?;
    let speaking = App::board(true).with_settings("\n[voice]\nrecord_to = \"heard\"\n");
    let board = start(speaking, &screens.2)?;
    sign_in(&screens.1, OFFICER)?;
    tokio::time::sleep(SETTLED).await;

    let programs = [
        ("service", open.service.guard.id(), 0.5, 40.0),
        ("kiosk 1080×1920", kiosk.id(), 0.5, 80.0),
        ("counter 1366×768", counter.id(), 0.5, 80.0),
        ("board with voice 1920×1080", board.id(), 2.0, 80.0),
    ];
    let began = Instant::now();
    let before = programs.map(|(_, id, ..)| time_on_cpu(id));
    tokio::time::sleep(LASTING).await;
    let mut lines = Vec::new();
    for ((name, id, share_max, mb_max), before) in programs.into_iter().zip(before) {
        let used = time_on_cpu(id)?.saturating_sub(before?);
        let share = used.as_secs_f64() / began.elapsed().as_secs_f64() * 100.0;
        let (resident, own) = (
            memory_mb(id, "status", "VmRSS:")?,
            memory_mb(id, "smaps_rollup", "Pss:")?,
        );
        lines.push(Line {
            what: format!("idle for {} s: {name}", LASTING.as_secs()),
            measured: format!(
                "{share:.2} % of a core; {resident:.1} MB resident ({own:.1} MB its share)"
            ),
            budget: format!("≤ {share_max} %; ≤ {mb_max} MB"),
            limit: String::new(),
            verdict: (share <= share_max && resident <= mb_max).into(),
        });
    }
    Ok(lines)
}

/// The time that all threads of a process have run.
fn time_on_cpu(process: u32) -> Result<Duration> {
    let mut time = Duration::ZERO;
    for thread in fs::read_dir(format!("/proc/{process}/task"))? {
        let file = thread?.path().join("schedstat");
        let text = fs::read_to_string(&file)?;
        let nanoseconds = text
            .split_whitespace()
            .next()
            .context("no time in schedstat")?;
        time += Duration::from_nanos(nanoseconds.parse()?);
    }
    Ok(time)
}

/// A size that `/proc` tells of a process, in MB.
pub fn memory_mb(process: u32, file: &str, key: &str) -> Result<f64> {
    let text = fs::read_to_string(format!("/proc/{process}/{file}"))?;
    let line = text.lines().find_map(|line| line.strip_prefix(key));
    let kib: f64 = line
        .and_then(|rest| rest.split_whitespace().next())
        .with_context(|| format!("no {key} in {file}"))?
        .parse()?;
    Ok(kib * 1024.0 / 1e6)
}
