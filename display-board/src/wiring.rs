use crate::assets;
use crate::command_line::Arguments;
use crate::running::Running;
use crate::settings::{self, Settings, Unusable};
use crate::shell::{BoardWindow, Inbox, Network, Speech, Theme};
use crate::view_model::Board;
use anyhow::Result;
use queue_client::{Client, Token};
use queue_protocol::Language;
use slint::{ComponentHandle as _, PhysicalSize, Timer, TimerMode};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// The clock shows minutes, pages step by seconds: one look a second is enough for all that nobody announces.
const LOOK: Duration = Duration::from_secs(1);

/// Shows the board until its window is closed.
///
/// # Errors
/// Settings or token are not usable ([`Unusable`]), or there is no display. A service that is away, and
/// sound that is missing, are no errors.
pub fn run(arguments: &Arguments) -> Result<()> {
    let settings = settings::read(&arguments.config)?;
    let token = Token::read(&settings.token_file).map_err(Unusable::from)?;
    let client = Client::new(&settings.service, token).map_err(Unusable::from)?;
    let start = Instant::now();
    let window = open_window(arguments, &settings)?;
    let inbox = Inbox::new(window.app.as_weak());
    let speech = speak(arguments, &settings.voice, &inbox, start);
    let network = Network::start(client, inbox.clone(), start)?;
    let board = Board::new(settings.screen.language).on(settings.screen.width_mm.0);
    let notices = settings.voice.notices;
    let running = Running::new(board, window, (inbox, start), network, (speech, notices));
    let running = Rc::new(RefCell::new(running));
    running.borrow_mut().turn();

    let app = running.borrow().window().clone_strong();
    // Weak: the window holds this closure, and what it holds holds the window.
    let turning = Rc::downgrade(&running);
    app.on_turn(move || {
        if let Some(running) = turning.upgrade() {
            running.borrow_mut().turn();
        }
    });
    let timer = Timer::default();
    let waking = app.as_weak();
    timer.start(TimerMode::Repeated, LOOK, move || {
        if let Some(app) = waking.upgrade() {
            app.invoke_turn();
        }
    });
    app.run()?;
    Ok(())
}

fn open_window(arguments: &Arguments, settings: &Settings) -> Result<BoardWindow> {
    let window = BoardWindow::new()?;
    // Only after a component exists does the language have somewhere to go.
    slint::select_bundled_translation(match settings.screen.language {
        Language::VI => "",
        other => other.as_str(),
    })?;
    let whole = arguments.fullscreen || (settings.screen.fullscreen && arguments.size.is_none());
    let app = &window.app;
    app.global::<Theme<'_>>().set_hide_pointer(whole);
    if let Some(size) = arguments.size {
        app.window()
            .set_size(PhysicalSize::new(size.width, size.height));
    }
    app.window().set_fullscreen(whole);
    Ok(window)
}

/// The voice, or none: a board never waits for sound.
fn speak(
    arguments: &Arguments,
    settings: &settings::Voice,
    inbox: &Inbox,
    start: Instant,
) -> Speech {
    if !settings.enabled {
        return Speech::default();
    }
    match assets::voices(arguments.assets.as_deref()) {
        Ok(voices) => Speech::start(settings.clone(), voices, inbox.clone(), start),
        Err(error) => {
            tracing::error!("this board has no voice: {error:#}");
            Speech::failed()
        }
    }
}
