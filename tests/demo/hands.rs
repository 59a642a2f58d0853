//! What a visitor and an officer do with their fingers, on the real windows.

use crate::stage::{COUNTER, OFFICER, Stage};
use crate::windows::Windows;
use anyhow::{Result, ensure};
use queue_client::Client;
use queue_protocol::{CounterView, TicketState, views::Visitor};
use std::path::Path;
use std::time::{Duration, Instant};
use system_tests::hall::PIN;
use system_tests::programs::wait_for;
use system_tests::screen::{Picture, Screen};

/// Where the kiosk's buttons are on its screen of 1080 × 1920.
mod kiosk_places {
    pub const FIRST_PURPOSE: (u32, u32) = (540, 603);
    pub const FIRST_SERVICE: (u32, u32) = (540, 568);
    pub const ORDINARY: (u32, u32) = (540, 1560);
    pub const DONE: (u32, u32) = (780, 1545);
}

const PATIENCE: Duration = Duration::from_secs(30);
/// Nothing happened for so long: a person touches again.
const AGAIN: Duration = Duration::from_secs(2);

/// What was done by hand.
#[derive(Default)]
pub struct Done {
    /// Numbers taken at the kiosk's window.
    pub issued: u32,
    /// Visitors that the counter's window called: number, priority, seconds waited.
    pub called: Vec<(String, bool, u32)>,
    /// Visits that it finished.
    pub finished: u32,
}

/// Takes numbers and serves visitors until `until`, and keeps a picture of each window.
pub fn work(stage: &Stage, windows: &Windows, out: &Path, until: Instant) -> Result<Done> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let desk = Desk {
        client: stage.client(&stage.counter)?,
        runtime,
    };

    take_number(stage, &windows.kiosk, Some(&out.join("kiosk.png")))?;
    let mut done = Done {
        issued: 1,
        ..Done::default()
    };

    let screen = &windows.counter;
    screen.focus_window("xinmoi-counter")?;
    sign_in(screen)?;
    desk.wait("the counter to open", |view| view.yours.then_some(()))?;

    while Instant::now() < until || done.called.is_empty() {
        if desk.view()?.waiting == 0 {
            take_number(stage, &windows.kiosk, None)?;
            done.issued += 1;
        }
        let before = desk.view()?.visitor.map(|visitor| visitor.id);
        screen.press(&["F2"])?;
        let visitor = desk.wait("a visitor to be called", |view| {
            view.visitor
                .filter(|v| v.state == TicketState::Called && Some(v.id) != before)
        })?;
        // The one key has finished the visit before.
        done.finished = u32::try_from(done.called.len())?;
        if done.called.is_empty() {
            settle(&windows.board)?.save(&out.join("board.png"))?;
        }
        serve(&desk, screen, &visitor)?;
        if done.called.is_empty() {
            settle(screen)?.save(&out.join("counter.png"))?;
        }
        done.called
            .push((visitor.number, visitor.priority, visitor.waited_s));
    }
    screen.press(&["F8"])?;
    desk.wait("the last visit to be finished", |view| {
        view.visitor.is_none().then_some(())
    })?;
    done.finished += 1;
    Ok(done)
}

/// Three touches to a ticket, and its paper.
fn take_number(stage: &Stage, kiosk: &Screen, picture: Option<&Path>) -> Result<()> {
    let slips = stage.printer.seen().slips().count();
    settle(kiosk)?;
    for place in [
        kiosk_places::FIRST_PURPOSE,
        kiosk_places::FIRST_SERVICE,
        kiosk_places::ORDINARY,
    ] {
        touch_until_it_changes(kiosk, place)?;
    }
    let printed = stage
        .printer
        .wait_until(PATIENCE, |seen| seen.slips().count() > slips);
    ensure!(printed.is_ok(), "no slip came out after three touches");
    if let Some(path) = picture {
        settle(kiosk)?.save(path)?;
    }
    touch_until_it_changes(kiosk, kiosk_places::DONE)
}

/// A new screen of the kiosk takes no touch for half a second, so one touch may not be enough.
fn touch_until_it_changes(kiosk: &Screen, (x, y): (u32, u32)) -> Result<()> {
    let before = settle(kiosk)?;
    let mut touched = None::<Instant>;
    wait_for(PATIENCE, "the kiosk's next screen", || {
        if touched.is_none_or(|at| at.elapsed() > AGAIN) {
            kiosk.touch(x, y)?;
            touched = Some(Instant::now());
        }
        Ok((differs(&before, &kiosk.look()?) > 0.05).then_some(()))
    })?;
    settle(kiosk).map(drop)
}

fn sign_in(screen: &Screen) -> Result<()> {
    settle(screen)?;
    screen.type_text(&OFFICER.to_string())?;
    screen.press(&["Tab"])?;
    screen.type_text(PIN)?;
    screen.press(&["Return"])
}

fn serve(desk: &Desk, screen: &Screen, visitor: &Visitor) -> Result<()> {
    screen.press(&["F4"])?;
    desk.wait("the visitor to be served", |view| {
        view.visitor
            .filter(|v| v.id == visitor.id && v.state == TicketState::Serving)
            .map(drop)
    })
}

/// The counter as the service sees it.
struct Desk {
    client: Client,
    runtime: tokio::runtime::Runtime,
}

impl Desk {
    fn view(&self) -> Result<CounterView> {
        let name = format!("counters/{COUNTER}");
        Ok(self
            .runtime
            .block_on(self.client.view::<CounterView>(&name))?
            .view)
    }

    fn wait<T>(&self, what: &str, seen: impl Fn(CounterView) -> Option<T>) -> Result<T> {
        wait_for(PATIENCE, what, || Ok(seen(self.view()?)))
    }
}

/// The picture once the window has drawn and stands still.
fn settle(screen: &Screen) -> Result<Picture> {
    let mut last = screen.look()?;
    let mut same = 0;
    wait_for(PATIENCE, "the window to stand still", || {
        let now = screen.look()?;
        same = if now == last && now.colours() > 20 {
            same + 1
        } else {
            0
        };
        last = now;
        Ok((same >= 5).then_some(()))
    })?;
    Ok(last)
}

/// The share of pixels that differ.
fn differs(one: &Picture, other: &Picture) -> f64 {
    let pairs = one
        .rgb
        .as_chunks::<3>()
        .0
        .iter()
        .zip(other.rgb.as_chunks::<3>().0);
    let different = pairs.filter(|(a, b)| a != b).count();
    different as f64 / (one.width * one.height) as f64
}
