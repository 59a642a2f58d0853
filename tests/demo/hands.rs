//! What a visitor and an officer do with their fingers, on the real windows.

use crate::windows::Windows;
use anyhow::{Result, ensure};
use queue_client::Client;
use queue_protocol::{CounterView, TicketState, views::Visitor};
use std::path::Path;
use std::time::{Duration, Instant};
use system_tests::counter::sign_in;
use system_tests::kiosk;
use system_tests::programs::wait_for;
use system_tests::screen::Screen;
use system_tests::stage::{COUNTER, OFFICER, Stage};

const PATIENCE: Duration = Duration::from_secs(60);
/// Nobody came for so long: an officer presses again.
const AGAIN: Duration = Duration::from_secs(3);

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
    sign_in(screen, OFFICER)?;
    desk.wait("the counter to open", |view| view.yours.then_some(()))?;

    while Instant::now() < until || done.called.is_empty() {
        let visitor = call_next(stage, windows, &desk, &mut done)?;
        // The one key has finished the visit before.
        done.finished = u32::try_from(done.called.len())?;
        if done.called.is_empty() {
            windows.board.photograph()?.save(&out.join("board.png"))?;
        }
        serve(&desk, screen, &visitor)?;
        if done.called.is_empty() {
            screen.photograph()?.save(&out.join("counter.png"))?;
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
fn take_number(stage: &Stage, screen: &Screen, picture: Option<&Path>) -> Result<()> {
    let slips = stage.printer.seen().slips().count();
    for place in [kiosk::FIRST_PURPOSE, kiosk::FIRST_SERVICE, kiosk::ORDINARY] {
        kiosk::touch_until_it_changes(screen, place)?;
    }
    let printed = stage
        .printer
        .wait_until(PATIENCE, |seen| seen.slips().count() > slips);
    ensure!(printed.is_ok(), "no slip came out after three touches");
    if let Some(path) = picture {
        screen.photograph()?.save(path)?;
    }
    kiosk::touch_until_it_changes(screen, kiosk::DONE)
}

/// Presses for the next visitor; again when another counter took the only one who waited.
fn call_next(stage: &Stage, windows: &Windows, desk: &Desk, done: &mut Done) -> Result<Visitor> {
    let mut pressed = None::<Instant>;
    wait_for(PATIENCE, "a visitor to be called", || {
        let view = desk.view()?;
        let called = |visitor: &Visitor| visitor.state == TicketState::Called;
        if let Some(visitor) = view.visitor.filter(called) {
            return Ok(Some(visitor));
        }
        if pressed.is_none_or(|at| at.elapsed() > AGAIN) {
            if view.waiting == 0 {
                take_number(stage, &windows.kiosk, None)?;
                done.issued += 1;
            }
            windows.counter.press(&["F2"])?;
            pressed = Some(Instant::now());
        }
        Ok(None)
    })
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
