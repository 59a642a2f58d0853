mod drawing;

use super::Files;
use super::arrangement::Arrangement;
use super::condition::Condition;
use super::newest::{is_there, last_call};
use super::pages::{Pages, Told};
use super::picture::Picture;
use super::receipts::Receipts;
use super::service_clock::ServiceClock;
use super::spotlight::{Call, Spotlight};
use super::standard::standard;
use queue_protocol::{
    BoardState, BoardView, Catalogue, Frame, Language, Layout, LayoutTrouble, ReceiptRequest,
};
use std::sync::Arc;
use std::time::Duration;
use voice_announcer::{BoardCalls, BoardNotices, CallId, Health, Order, Report};

/// A service that is back sooner was not away: restarts take less.
pub const OFFLINE_AFTER: Duration = Duration::from_secs(3);
/// A 55-inch screen, as long as nobody says otherwise.
const WIDTH_MM: f64 = 1218.0;

/// What the board hears.
#[derive(Clone, Debug)]
pub enum News {
    /// The newest picture of the service.
    Frame(Arc<Frame<BoardView>>),
    /// The stream was lost.
    Lost,
    /// The adopted centre.
    Catalogue(Arc<Catalogue>),
    /// The layout of this board and its pictures; `None`: it has none of its own.
    Layout(Option<Arc<Layout>>, Arc<Files>),
    /// Its own layout cannot be shown: the last good one stays.
    NoLayout(LayoutTrouble),
    /// A picture, by digest, is none that can be shown.
    LostPicture(String),
    /// What became of a call in the voice, or of the voice.
    Voice(Report),
}

/// What the board has to do besides drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// For the voice.
    Voice(Order),
    /// For the voice: whether this board speaks.
    Speak(bool),
    /// For the service.
    Receipt(CallId, ReceiptRequest),
    /// For the service: how this board does.
    Tell(BoardState),
}

/// A board: the news it heard, and what follows from them.
#[derive(Debug)]
pub struct Board {
    language: Language,
    width_mm: f64,
    layout: Arc<Layout>,
    arrangement: Arc<Arrangement>,
    pages: Pages,
    catalogue: Option<Arc<Catalogue>>,
    frame: Option<Arc<Frame<BoardView>>>,
    clock: Option<ServiceClock>,
    lost: Option<Duration>,
    calls: BoardCalls,
    told: BoardNotices,
    spotlight: Spotlight,
    receipts: Receipts,
    /// The newest call whose visitor is on the way or at the counter.
    last: Option<Call>,
    /// Whether this is the board that speaks; unknown before the first frame.
    speaks: Option<bool>,
    /// Whether the hall can hear this board.
    sound: bool,
    condition: Condition,
    deeds: Vec<Deed>,
}

impl Board {
    /// A board that has heard nothing, with its words in `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let layout = Arc::new(standard());
        let arrangement = Arc::new(Arrangement::new(&layout, WIDTH_MM));
        Self {
            language,
            width_mm: WIDTH_MM,
            pages: Pages::of(&arrangement),
            layout,
            arrangement,
            catalogue: None,
            frame: None,
            clock: None,
            lost: None,
            calls: BoardCalls::default(),
            told: BoardNotices::default(),
            spotlight: Spotlight::default(),
            receipts: Receipts::default(),
            last: None,
            speaks: None,
            sound: false,
            condition: Condition::default(),
            deeds: Vec::new(),
        }
    }

    /// The same on a picture so many millimetres wide.
    #[must_use]
    pub fn on(mut self, width_mm: f64) -> Self {
        self.width_mm = width_mm;
        self.arrange(Arc::clone(&self.layout));
        self
    }

    /// What stands where.
    #[must_use]
    pub const fn arrangement(&self) -> &Arc<Arrangement> {
        &self.arrangement
    }

    fn arrange(&mut self, layout: Arc<Layout>) {
        self.arrangement = Arc::new(Arrangement::new(&layout, self.width_mm));
        self.pages = Pages::of(&self.arrangement);
        self.spotlight.set_places(self.arrangement.spotlight.calls);
        self.layout = layout;
    }

    /// Takes news that came at the moment `now`.
    pub fn hear(&mut self, news: News, now: Duration) {
        match news {
            News::Frame(frame) => self.hear_frame(frame, now),
            News::Lost => _ = self.lost.get_or_insert(now),
            News::Catalogue(catalogue) => self.catalogue = Some(catalogue),
            News::Layout(layout, _) => {
                self.arrange(layout.unwrap_or_else(|| Arc::new(standard())));
                self.condition.arranged();
            }
            News::NoLayout(trouble) => self.condition.keep_layout(trouble),
            News::LostPicture(digest) => self.condition.lose_picture(digest),
            News::Voice(report) => self.hear_voice(&report, now),
        }
    }

    fn hear_frame(&mut self, frame: Arc<Frame<BoardView>>, now: Duration) {
        let known = self.frame.as_ref().map(|known| &known.journal);
        if known.is_some_and(|journal| *journal != frame.journal) {
            self.clock = None;
            self.receipts.clear();
            self.last = None;
        }
        match &mut self.clock {
            Some(clock) => clock.follow(frame.at, now),
            None => self.clock = Some(ServiceClock::new(frame.at, now)),
        }
        self.let_speak(&frame.view);
        for order in self.calls.take(&frame) {
            self.call(&order, &frame.view, now);
            self.deeds.push(Deed::Voice(order));
        }
        self.last = last_call(&frame.view).or_else(|| {
            let last = self.last.take();
            last.filter(|call| is_there(&frame.view, &call.number, call.counter))
        });
        if self.lost.take().is_some() {
            let calls = frame.view.calls.iter().map(|call| call.id);
            let again = self.receipts.again(calls);
            self.deeds
                .extend(again.map(|(call, receipt)| Deed::Receipt(call, receipt)));
        }
        self.frame = Some(frame);
    }

    /// One board of a zone speaks. What that one has spoken, another that takes over does not say again.
    fn let_speak(&mut self, view: &BoardView) {
        if self.speaks != Some(view.speaks) {
            self.speaks = Some(view.speaks);
            self.spotlight.set_audible(self.sound && view.speaks);
            self.deeds.push(Deed::Speak(view.speaks));
        }
        if view.speaks {
            return;
        }
        let before = self.frame.as_ref().map(|frame| &frame.view.calls);
        let known = |id| {
            let mut before = before.into_iter().flatten();
            before.any(|call| call.id == id && call.spoken)
        };
        let spoken = view
            .calls
            .iter()
            .filter(|call| call.spoken && !known(call.id));
        let orders = spoken.map(|call| Deed::Voice(Order::Withdraw(call.id)));
        self.deeds.extend(orders.collect::<Vec<_>>());
    }

    /// What the voice is told, the spotlight follows: eye and ear agree.
    fn call(&mut self, order: &Order, view: &BoardView, now: Duration) {
        match order {
            Order::Announce(id, announcement) => {
                let call = Call::announced(*id, announcement);
                let told = Told {
                    arrangement: &self.arrangement,
                    view,
                    catalogue: self.catalogue.as_deref(),
                    language: self.language,
                };
                self.pages.show_counter(told, call.counter, now);
                self.spotlight.enter(call, now);
            }
            Order::Withdraw(id) => {
                let mut calls = view.calls.iter();
                let arrived = calls
                    .find(|call| call.id == *id)
                    .is_some_and(|call| is_there(view, &call.number, call.counter));
                self.spotlight.withdraw(*id, arrived);
            }
            Order::Forget => self.spotlight.clear(),
        }
    }

    fn hear_voice(&mut self, report: &Report, now: Duration) {
        match report {
            Report::Speaking(call) => self.spotlight.speak(*call, now),
            Report::Dropped(call, _) => _ = self.spotlight.ended(*call),
            Report::Spoken(call) => {
                if self.spotlight.ended(*call)
                    && let Some(clock) = &self.clock
                    && let Some(receipt) = self.receipts.spoken(*call, clock.now(now))
                {
                    self.deeds.push(Deed::Receipt(*call, receipt));
                }
            }
            Report::Health(health) => {
                self.condition.hear_voice(health);
                self.sound = *health == Health::Ready;
                let speaks = self.speaks.unwrap_or(true);
                self.spotlight.set_audible(self.sound && speaks);
            }
        }
    }

    /// Takes note that `picture` was drawn at `now`: the calls on it were shown.
    pub fn drawn(&mut self, picture: &Picture, now: Duration) {
        let (Some(frame), Some(clock), None) = (&self.frame, &self.clock, self.lost) else {
            return;
        };
        let time = clock.now(now);
        for call in frame.view.calls.iter().filter(|call| picture.shows(call)) {
            if let Some(receipt) = self.receipts.shown(call.id, time) {
                self.deeds.push(Deed::Receipt(call.id, receipt));
            }
        }
    }

    /// What the hall is to be told besides calls at `now`; of what a lost service said last, nothing.
    pub fn tell(&mut self, now: Duration) -> Vec<voice_announcer::Notice> {
        match (&self.frame, &self.clock, self.lost) {
            (Some(frame), Some(clock), None) => self.told.take(frame, clock.now(now)),
            _ => Vec::new(),
        }
    }

    /// Gives away what is to be done, in order.
    pub fn deeds(&mut self) -> Vec<Deed> {
        self.deeds.extend(self.condition.news().map(Deed::Tell));
        std::mem::take(&mut self.deeds)
    }
}
