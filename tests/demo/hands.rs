//! What a visitor and an officer do with their fingers, on the real windows.

use crate::stage::{COUNTER, OFFICER, Stage};
use crate::windows::Windows;
use anyhow::{Context as _, Result, ensure};
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

/// What was done by hand.
pub struct Done {
    /// Numbers taken at the kiosk's window.
    pub issued: u32,
    /// A number that the counter's window called.
    pub called: String,
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
    let mut issued = 1;

    let screen = &windows.counter;
    screen.focus_window("Xin Mời")?;
    sign_in(screen)?;
    desk.wait("the counter to open", |view| view.yours.then_some(()))?;

    let mut called = None;
    while Instant::now() < until || called.is_none() {
        if desk.view()?.waiting == 0 {
            take_number(stage, &windows.kiosk, None)?;
            issued += 1;
        }
        let before = desk.view()?.visitor.map(|visitor| visitor.id);
        screen.press(&["F2"])?;
        let visitor = desk.wait("a visitor to be called", |view| {
            view.visitor
                .filter(|v| v.state == TicketState::Called && Some(v.id) != before)
        })?;
        if called.is_none() {
            settle(&windows.board)?.save(&out.join("board.png"))?;
        }
        serve(&desk, screen, &visitor)?;
        if called.is_none() {
            settle(screen)?.save(&out.join("counter.png"))?;
        }
        called = Some(visitor.number);
    }
    screen.press(&["F8"])?;
    desk.wait("the last visit to be finished", |view| {
        view.visitor.is_none().then_some(())
    })?;
    Ok(Done {
        issued,
        called: called.context("nobody was called")?,
    })
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
        let before = kiosk.look()?;
        kiosk.touch(place.0, place.1)?;
        wait_for(PATIENCE, "the kiosk's next screen", || {
            Ok((differs(&before, &kiosk.look()?) > 0.05).then_some(()))
        })?;
        settle(kiosk)?;
    }
    let printed = stage
        .printer
        .wait_until(PATIENCE, |seen| seen.slips().count() > slips);
    ensure!(printed.is_ok(), "no slip came out after three touches");
    if let Some(path) = picture {
        settle(kiosk)?.save(path)?;
    }
    kiosk.touch(kiosk_places::DONE.0, kiosk_places::DONE.1)
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
