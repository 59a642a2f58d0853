use crate::assets;
use crate::command_line::Arguments;
use crate::reading_distance::ReadingDistance;
use crate::settings::{self, Settings, Unusable};
use crate::shell::{BoardWindow, Inbox, Network, Theme, start_voice};
use crate::view_model::{Board, Deed, News, Picture};
use anyhow::Result;
use queue_client::{Client, Token};
use queue_protocol::Language;
use slint::{ComponentHandle as _, PhysicalSize, Timer, TimerMode};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::{Duration, Instant};
use voice_announcer::{Health, Report, Voice};

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
    let distance = ReadingDistance::on(settings.screen.width_mm.0);
    tracing::info!(
        "calls can be read from {:.0} m, counters from {:.1} m",
        distance.call_m,
        distance.row_m
    );

    let start = Instant::now();
    let window = open_window(arguments, &settings)?;
    let inbox = Inbox::new(window.app.as_weak());
    let voice = speak(arguments, &settings.voice, &inbox, start);
    let network = Network::start(client, inbox.clone(), start)?;
    let running = Rc::new(RefCell::new(Running {
        board: Board::new(settings.screen.language),
        shown: None,
        health: Health::Starting,
        window,
        inbox,
        voice,
        notices: settings.voice.notices,
        network,
        start,
    }));
    running.borrow_mut().turn();

    let app = running.borrow().window.app.clone_strong();
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
    let language = match settings.screen.language {
        Language::Vi => "",
        Language::En => "en",
    };
    slint::select_bundled_translation(language)?;
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
) -> Option<Voice> {
    if !settings.enabled {
        return None;
    }
    assets::voices(arguments.assets.as_deref())
        .and_then(|voices| start_voice(settings, &voices, inbox.clone(), start))
        .inspect_err(|error| tracing::error!("this board has no voice: {error:#}"))
        .ok()
}

/// The board with everything it moves.
struct Running {
    board: Board,
    shown: Option<Picture>,
    health: Health,
    window: BoardWindow,
    inbox: Inbox,
    voice: Option<Voice>,
    /// Whether the hall is told more than calls.
    notices: bool,
    network: Network,
    start: Instant,
}

impl Running {
    /// Hears what came, draws what changed, does what follows.
    fn turn(&mut self) {
        for (news, at) in self.inbox.take() {
            if let (News::Frame(frame), Some(voice)) = (&news, &self.voice) {
                voice.set_time(frame.at);
            }
            self.board.hear(news, at);
        }
        let now = self.start.elapsed();
        self.look_after_voice(now);
        let picture = self.board.turn(now);
        if self.shown.as_ref() != Some(&picture) {
            self.window.show(&picture);
        }
        self.board.drawn(&picture, now);
        self.shown = Some(picture);
        for deed in self.board.deeds() {
            match (deed, &self.voice) {
                (Deed::Receipt(call, receipt), _) => self.network.send(call, receipt),
                (Deed::Voice(order), Some(voice)) => voice.obey(order),
                (Deed::Voice(_), None) => {}
            }
        }
        let notices = self.board.tell(now);
        if let (Some(voice), true) = (&self.voice, self.notices) {
            notices.into_iter().for_each(|notice| voice.tell(notice));
        }
    }

    /// A sound system that hangs cannot report it itself.
    fn look_after_voice(&mut self, now: Duration) {
        let Some(voice) = &self.voice else { return };
        let health = voice.health();
        if health != self.health {
            if matches!(health, Health::Stuck | Health::Stopped) {
                tracing::warn!(?health, "the hall cannot hear calls");
            }
            self.board
                .hear(News::Voice(Report::Health(health.clone())), now);
            self.health = health;
        }
    }
}
