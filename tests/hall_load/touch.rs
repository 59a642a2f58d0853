//! From the finger that leaves the kiosk's glass to the ticket on its screen, and to the printer.

use crate::figures::{Sample, ms};
use crate::setup::Open;
use crate::table::Line;
use anyhow::{Context as _, Result};
use std::cell::Cell;
use std::time::{Duration, Instant};
use system_tests::apps::App;
use system_tests::fake_printer::FakePrinter;
use system_tests::kiosk::{self, NUMBER, SETTLING, touch_until_it_changes};
use system_tests::screen::{Finger, Picture, Screen};

const TICKETS: usize = 30;
const PAPER_DOTS: u32 = 576;
/// How long a finger rests on the glass.
const RESTING: Duration = Duration::from_millis(80);
/// How long the number must have stood still to be the ticket's.
const STILL: Duration = Duration::from_millis(400);
const PATIENCE: Duration = Duration::from_secs(10);
const ON_SCREEN: Duration = Duration::from_millis(100);
const AT_PRINTER: Duration = Duration::from_millis(150);

/// Takes tickets at a real kiosk's window, one after the other.
pub fn lines(open: &Open) -> Result<Vec<Line>> {
    let screen = Screen::start(1080, 1920)?;
    let printer = FakePrinter::start(PAPER_DOTS)?;
    let app = App::kiosk(printer.address(), true);
    let _kiosk = app.open(&open.hall, &open.service.address, &[], Some(&screen))?;
    let finger = Finger::above(&screen)?;
    let (mut shown, mut printed) = (Sample::default(), Sample::default());
    for _ in 0..TICKETS {
        for place in [kiosk::FIRST_PURPOSE, kiosk::FIRST_SERVICE] {
            std::thread::sleep(SETTLING);
            touch_until_it_changes(&screen, place)?;
        }
        screen.settle()?;
        std::thread::sleep(SETTLING);
        let before = screen.look_at(NUMBER)?;
        let (bytes, slips) = (printer.seen().bytes.len(), printer.seen().slips().count());
        finger.down(kiosk::ORDINARY)?;
        std::thread::sleep(RESTING);
        let lifted = finger.up()?;
        std::thread::scope(|scope| {
            let at_printer = scope.spawn(|| first_byte(&printer, bytes, lifted));
            shown.add(number_shown(&screen, before, lifted)?);
            let at_printer = at_printer.join();
            printed.add(at_printer.ok().flatten().context("no ticket was printed")?);
            Ok::<_, anyhow::Error>(())
        })?;
        let cut = printer.wait_until(PATIENCE, |seen| seen.slips().count() > slips);
        cut.ok().context("the paper was not cut")?;
        touch_until_it_changes(&screen, kiosk::DONE)?;
    }
    let line = |what, sample: &Sample, budget| Line {
        what: format!("finger lifted → {what}, {TICKETS} tickets"),
        measured: format!("p99 {}, median {}", ms(sample.p99()), ms(sample.median())),
        budget: format!("p99 ≤ {}", ms(budget)),
        limit: String::new(),
        verdict: (sample.p99() <= budget).into(),
    };
    Ok(vec![
        line("ticket on the kiosk's screen", &shown, ON_SCREEN),
        line("first byte at the printer", &printed, AT_PRINTER),
    ])
}

/// How long after `lifted` the number stood where it stays.
fn number_shown(screen: &Screen, before: Picture, lifted: Instant) -> Result<Duration> {
    let (mut last, mut since) = (before, None::<Instant>);
    loop {
        let now = screen.look_at(NUMBER)?;
        if now != last {
            (last, since) = (now, Some(Instant::now()));
        }
        match since {
            Some(since) if since.elapsed() > STILL => return Ok(since - lifted),
            None if lifted.elapsed() > PATIENCE => anyhow::bail!("no ticket on the screen"),
            _ => std::thread::sleep(Duration::from_millis(1)),
        }
    }
}

/// How long after `lifted` the printer got more than a question about its state.
fn first_byte(printer: &FakePrinter, before: usize, lifted: Instant) -> Option<Duration> {
    let first = Cell::new(None);
    let came = printer.wait_until(PATIENCE, |seen| {
        let began = is_more_than_questions(&seen.bytes[before..]);
        if began {
            first.set(Some(lifted.elapsed()));
        }
        began
    });
    came.ok().and(first.get())
}

/// `DLE EOT n` asks; a kiosk does so without a job too.
fn is_more_than_questions(mut bytes: &[u8]) -> bool {
    while let [0x10, 4, _, rest @ ..] = bytes {
        bytes = rest;
    }
    !matches!(bytes, [] | [0x10] | [0x10, 4])
}
