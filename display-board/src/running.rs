use crate::reading_distance::ReadingDistance;
use crate::shell::pictures::Goal;
use crate::shell::{AppWindow, BoardWindow, Inbox, Network, Pictures, Speech};
use crate::view_model::{Arrangement, Board, Deed, DrawnPlace, Files, News, Picture};
use slint::ComponentHandle as _;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};
use voice_announcer::{Health, Report};

/// The board with everything it moves.
pub(crate) struct Running {
    board: Board,
    shown: Option<Picture>,
    window: BoardWindow,
    inbox: Inbox,
    start: Instant,
    network: Network,
    speech: Speech,
    health: Option<Health>,
    /// Whether the hall is told more than calls.
    notices: bool,
    pictures: Pictures,
    files: Arc<Files>,
    /// The picture asked for last at each place, by digest, and its pixels.
    asked: BTreeMap<Goal, (Option<String>, (u32, u32))>,
}

impl Running {
    /// A board that has shown nothing yet; moments in the inbox count from `start`.
    pub fn new(
        board: Board,
        window: BoardWindow,
        (inbox, start): (Inbox, Instant),
        network: Network,
        (speech, notices): (Speech, bool),
    ) -> Self {
        Self {
            board,
            shown: None,
            pictures: Pictures::start(window.app.as_weak(), inbox.clone(), start),
            window,
            inbox,
            start,
            network,
            speech,
            health: None,
            notices,
            files: Arc::default(),
            asked: BTreeMap::new(),
        }
    }

    /// The window's component.
    pub const fn window(&self) -> &AppWindow {
        &self.window.app
    }

    /// Hears what came, draws what changed, does what follows.
    pub fn turn(&mut self) {
        for (news, at) in self.inbox.take() {
            match &news {
                News::Frame(frame) => {
                    let time = frame.at;
                    self.speech.tell(move |voice| voice.set_time(time));
                }
                News::Layout(_, files) => {
                    self.files = Arc::clone(files);
                    self.asked.clear();
                }
                _ => {}
            }
            self.board.hear(news, at);
        }
        let now = self.start.elapsed();
        self.look_after_voice(now);
        let picture = self.board.turn(now);
        if self.shown.as_ref() != Some(&picture) {
            self.window.show(&picture);
        }
        self.ask_for_pictures(&picture);
        self.board.drawn(&picture, now);
        let before = self.shown.replace(picture);
        self.tell_distance(before.as_ref());
        self.tell_spoken(before.as_ref());
        self.act(now);
    }

    fn act(&mut self, now: Duration) {
        for deed in self.board.deeds() {
            match deed {
                Deed::Receipt(call, receipt) => self.network.send(call, receipt),
                Deed::Tell(state) => self.network.tell(state),
                Deed::Voice(order) => self.speech.tell(move |voice| voice.obey(order)),
                Deed::Speak(speaks) => self.speech.tell(move |voice| voice.set_speaks(speaks)),
            }
        }
        let notices = self.board.tell(now);
        if self.notices {
            for notice in notices {
                self.speech.tell(move |voice| voice.tell(notice));
            }
        }
    }

    /// A sound system that hangs cannot report it itself.
    fn look_after_voice(&mut self, now: Duration) {
        let Some(health) = self.speech.health() else {
            return;
        };
        if self.health.as_ref() != Some(&health) {
            if matches!(health, Health::Stuck | Health::Stopped) {
                tracing::warn!(?health, "the hall cannot hear calls");
            }
            let report = Report::Health(health.clone());
            self.board.hear(News::Voice(report), now);
            self.health = Some(health);
        }
    }

    /// Asks for what is to be seen now, if it is not what was asked for last.
    fn ask_for_pictures(&mut self, picture: &Picture) {
        let at = &*picture.arrangement;
        let emblem = Arrangement::emblem_place(at.header);
        for (goal, shown, place) in [
            (Goal::Playlist, &picture.shown, at.playlist.place),
            (Goal::Emblem, &at.emblem, emblem),
        ] {
            let digest = shown.as_ref().map(|shown| shown.digest.clone());
            let wish = (digest, self.pixels(at, place));
            let nothing = (None, wish.1);
            if *self.asked.get(&goal).unwrap_or(&nothing) == wish {
                continue;
            }
            let file = |digest: &String| Some((digest.clone(), self.files.get(digest)?.clone()));
            self.pictures
                .show(goal, wish.0.as_ref().and_then(file), wish.1);
            self.asked.insert(goal, wish);
        }
    }

    /// The pixels of a place on this screen.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "pixels of a screen"
    )]
    fn pixels(&self, at: &Arrangement, place: DrawnPlace) -> (u32, u32) {
        let screen = self.window.app.window().size();
        let scale = (screen.width as f32 / at.width).min(screen.height as f32 / at.height);
        let pixels = |drawn: f32| (drawn * scale).round() as u32;
        (pixels(place.width), pixels(place.height))
    }

    /// Says in the log at which call the screen points while it is spoken.
    fn tell_spoken(&self, before: Option<&Picture>) {
        let spoken = self.shown.as_ref().and_then(Picture::spoken);
        if let Some(call) = spoken
            && before.and_then(Picture::spoken) != Some(call)
        {
            tracing::debug!(number = call.number, counter = call.counter, "spoken now");
        }
    }

    /// Says in the log from how far the board can be read, whenever that changes.
    fn tell_distance(&self, before: Option<&Picture>) {
        let arrangement = self.board.arrangement();
        if before.is_none_or(|before| before.arrangement != *arrangement) {
            let distance = ReadingDistance::of(arrangement);
            tracing::info!(
                "calls can be read from {:.0} m, counters from {:.1} m",
                distance.call_m,
                distance.row_m
            );
        }
    }
}
