//! Joins window, network, printer and voice, and runs until the window is closed.

use crate::command_line::WindowSize;
use crate::ledger::Ledger;
use crate::settings::Settings;
use crate::shell::keeping::Keeping;
use crate::shell::keypad;
use crate::shell::network::Network;
use crate::shell::pin_check::check_pin;
use crate::shell::printing::Printing;
use crate::shell::scanning;
use crate::shell::voice::Voice;
use crate::shell::watchdog::Watchdog;
use crate::shell::{Inbox, Stage, ui};
use crate::view_model::{Effect, Kept, Message};
use anyhow::Result;
use queue_client::Client;
use slint::{CloseRequestResponse, ComponentHandle as _, PhysicalSize, Timer, TimerMode};
use std::cell::Cell;
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};
use voice_announcer::Speaker;

const SECOND: Duration = Duration::from_secs(1);

/// Why the window is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It was closed from outside.
    Closed,
    /// Staff want the program started again.
    Restart,
}

/// Opens the window and runs it.
///
/// # Errors
/// There is no display, or a thread cannot be started.
pub fn run(settings: Settings, client: Client, size: Option<WindowSize>) -> Result<Ending> {
    let window = ui::App::new()?;
    let inbox = wake_by_event_loop(&window);
    let network = Network::start(client, inbox.clone())?;
    let printing = Printing::start(settings.printer, inbox.clone())?;
    let opened = settings.folder.as_deref().and_then(open_ledger);
    let has_folder = settings.folder.is_some();
    let (keeping, kept) = opened.unzip();
    let keeping = keeping
        .map(|ledger| Keeping::start(ledger, inbox.clone()))
        .transpose()?;
    let keys = settings.aloud.keys.clone();
    let voice = Voice::start(settings.aloud, Speaker::default, inbox.clone())?;
    let ending = Rc::new(Cell::new(Ending::Closed));
    let (wished, checked, pin) = (
        Rc::clone(&ending),
        inbox.clone(),
        settings.staff_pin.clone(),
    );
    let stage = Stage::new(
        window,
        settings.screen.clone(),
        Instant::now,
        move |effect| match effect {
            Effect::Print { job, slip } => printing.print(job, slip),
            Effect::Speak(speech) => voice.speak(speech),
            Effect::CheckPin(typed) => check_pin(pin.clone(), typed, &checked),
            Effect::Restart => {
                wished.set(Ending::Restart);
                if let Err(error) = slint::quit_event_loop() {
                    tracing::error!(%error, "the window does not close");
                }
            }
            effect @ (Effect::Keep(_)
            | Effect::KeepGivenUp(_)
            | Effect::KeepReprint { .. }
            | Effect::Remember(_)
            | Effect::KeepCentre(_)) => {
                // Without a ledger the kiosk wants nothing kept.
                if let Some(keeping) = &keeping {
                    keeping.perform(effect);
                }
            }
            other => network.perform(other),
        },
    );
    let is_unusable = has_folder && kept.is_none();
    stage.take(Message::Recalled(kept.map(Box::new)));
    if is_unusable {
        stage.take(Message::Remembered(false));
    }
    if settings.staff_pin.is_some() {
        stage.take(Message::HasPin);
    }
    if let Some(device) = settings.scanner.device {
        scanning::listen_to_line(device, inbox.clone())?;
    }
    scanning::listen_to_keys(&stage, keys.clone());
    listen(&stage, inbox);
    keypad::listen(&stage, keys);
    let ticking = Rc::downgrade(&stage);
    let watchdog = Watchdog::from_environment();
    let fullscreen = settings.screen.fullscreen;
    let timer = Timer::default();
    timer.start(TimerMode::Repeated, SECOND, move || {
        watchdog.alive();
        if let Some(stage) = ticking.upgrade() {
            stage.take(Message::Tick);
            if fullscreen {
                stay_full(stage.window().window());
            }
        }
    });
    open(&stage, fullscreen, size)?;
    Ok(ending.get())
}

/// A kiosk whose disk is no good still gives numbers as long as the service is there.
fn open_ledger(folder: &Path) -> Option<(Ledger, Kept)> {
    match Ledger::open(folder) {
        Ok(opened) => Some(opened),
        Err(error) => {
            tracing::error!(%error, "no numbers can be given while the service is away");
            None
        }
    }
}

/// One pending call into the event loop for all messages that wait.
fn wake_by_event_loop(window: &ui::App) -> Inbox {
    let window = window.as_weak();
    Inbox::new(move || {
        let woken = window.upgrade_in_event_loop(|window| {
            window.global::<ui::FrameState<'_>>().invoke_news();
        });
        if woken.is_err() {
            tracing::debug!("news after the window was closed");
        }
    })
}

fn listen(stage: &Rc<Stage>, inbox: Inbox) {
    let listening = Rc::downgrade(stage);
    let frame = stage.window().global::<ui::FrameState<'_>>();
    frame.on_news(move || {
        if let Some(stage) = listening.upgrade() {
            inbox
                .take()
                .into_iter()
                .for_each(|message| stage.take(message));
        }
    });
}

/// A compositor such as cage grants the whole screen only once the window is there, and nothing is to take it away.
fn stay_full(window: &slint::Window) {
    if !window.is_fullscreen() {
        window.set_fullscreen(true);
    }
}

fn open(stage: &Rc<Stage>, fullscreen: bool, size: Option<WindowSize>) -> Result<()> {
    let window = stage.window();
    window
        .global::<ui::Theme<'_>>()
        .set_hide_pointer(fullscreen);
    if let Some(WindowSize { width, height }) = size {
        window.window().set_size(PhysicalSize::new(width, height));
    }
    window.window().set_fullscreen(fullscreen);
    if fullscreen {
        // No key and no gesture leaves the kiosk: it ends when its session does.
        window
            .window()
            .on_close_requested(|| CloseRequestResponse::KeepWindowShown);
    }
    let (size, factor) = (window.window().size(), window.window().scale_factor());
    let size = size.to_logical(factor);
    stage.resized(size.width, size.height);
    window.run()?;
    Ok(())
}
