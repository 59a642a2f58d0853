use super::counters::{counters, page_of};
use super::notices::{Notice, notices};
use super::picture::{Arrival, Card, Panel, Picture, SlotPicture};
use super::receipts::Receipts;
use super::service_clock::ServiceClock;
use super::spotlight::{Call, Spotlight};
use super::steps::Steps;
use super::waiting::waiting;
use chrono::{DateTime, FixedOffset};
use queue_protocol::views::{BoardCall, BoardCounter, Issuing};
use queue_protocol::{
    BoardView, Catalogue, ClosedReason, CounterStatus, Frame, Language, ReceiptRequest,
};
use std::sync::Arc;
use std::time::Duration;
use voice_announcer::{BoardCalls, BoardNotices, CallId, Health, Order, Report};

/// A service that is back sooner was not away: restarts take less.
pub const OFFLINE_AFTER: Duration = Duration::from_secs(3);
/// A call that took its slot this lately is on its way there.
const ARRIVING: Duration = Duration::from_millis(200);
const PAGE: Duration = Duration::from_secs(8);

/// What the board hears.
#[derive(Clone, Debug)]
pub enum News {
    /// The newest picture of the service.
    Frame(Arc<Frame<BoardView>>),
    /// The stream was lost.
    Lost,
    /// The adopted centre.
    Catalogue(Arc<Catalogue>),
    /// What became of a call in the voice, or of the voice.
    Voice(Report),
}

/// What the board has to do besides drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// For the voice.
    Voice(Order),
    /// For the service.
    Receipt(CallId, ReceiptRequest),
}

/// A board: the news it heard, and what follows from them.
#[derive(Debug)]
pub struct Board {
    language: Language,
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
    grid: Steps,
    queues: Steps,
    line: Steps,
    deeds: Vec<Deed>,
}

impl Board {
    /// A board that has heard nothing, with its words in `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self {
            language,
            catalogue: None,
            frame: None,
            clock: None,
            lost: None,
            calls: BoardCalls::default(),
            told: BoardNotices::default(),
            spotlight: Spotlight::default(),
            receipts: Receipts::default(),
            last: None,
            grid: Steps::new(PAGE),
            queues: Steps::new(PAGE),
            line: Steps::new(PAGE),
            deeds: Vec::new(),
        }
    }

    /// Takes news that came at the moment `now`.
    pub fn hear(&mut self, news: News, now: Duration) {
        match news {
            News::Frame(frame) => self.hear_frame(frame, now),
            News::Lost => _ = self.lost.get_or_insert(now),
            News::Catalogue(catalogue) => self.catalogue = Some(catalogue),
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

    /// What the voice is told, the spotlight follows: eye and ear agree.
    fn call(&mut self, order: &Order, view: &BoardView, now: Duration) {
        match order {
            Order::Announce(id, announcement) => {
                let call = Call::announced(*id, announcement);
                if let Some(page) = page_of(&view.counters, &call) {
                    self.grid.show(page, now);
                }
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
            Report::Health(health) => self.spotlight.set_audible(*health == Health::Ready),
        }
    }

    /// The picture of the moment `now`.
    pub fn turn(&mut self, now: Duration) -> Picture {
        self.spotlight.turn(now);
        let (Some(frame), Some(clock)) = (self.frame.clone(), self.clock) else {
            let panel = if now < OFFLINE_AFTER {
                Panel::Starting
            } else {
                Panel::NeverConnected
            };
            return Picture {
                panel,
                ..Picture::default()
            };
        };
        let view = &frame.view;
        let time = clock.now(now);
        let grid = counters(&view.counters, &mut self.grid, now);
        let lost = self
            .lost
            .filter(|since| now.saturating_sub(*since) >= OFFLINE_AFTER);
        let catalogue = self.catalogue.as_deref();
        let name = catalogue.map(|catalogue| catalogue.centre.name.get(self.language));
        Picture {
            centre: name.unwrap_or_default().to_owned(),
            time: Some(time),
            offline_since: lost.map(|since| clock.now(since)),
            panel: match lost {
                Some(_) => Panel::Offline {
                    speaking: self.spotlight.speaking().cloned(),
                },
                None => self.panel(&frame.view, now),
            },
            waiting: waiting(
                &view.queues,
                catalogue,
                self.language,
                &mut self.queues,
                now,
            ),
            notice: self.notice(view, time, now),
            counters: grid,
        }
    }

    fn panel(&self, view: &BoardView, now: Duration) -> Panel {
        let filled = self.spotlight.filled();
        let mut place = 0..;
        let slots = self.spotlight.slots(now).map(|slot| {
            let place = place.next();
            let (call, age) = slot?;
            let speaking = self.spotlight.speaking();
            Some(SlotPicture {
                call: call.clone(),
                filled: place == filled,
                speaking: speaking.is_some_and(|spoken| spoken.same_visit(call)),
                arrival: self.arrival(view, call, age),
            })
        });
        let mut calls = slots.iter().flatten();
        match (calls.next(), calls.next(), &self.last, closed(view)) {
            (Some(_), Some(_), ..) => Panel::List(Box::new(slots)),
            (Some(only), None, ..) => Panel::Card(Card::Now(only.clone())),
            (None, _, Some(last), _) => Panel::Card(Card::Last(last.clone())),
            (None, _, None, Some((reason, next))) => Panel::Closed { reason, next },
            (None, _, None, None) => Panel::Card(Card::Idle {
                open: view.counters.iter().any(is_open),
            }),
        }
    }

    fn arrival(&self, view: &BoardView, call: &Call, age: Duration) -> Arrival {
        let row = view.counters.iter().position(|c| c.number == call.counter);
        match row {
            Some(row) if age < ARRIVING && self.grid.page() == row / super::ROWS_A_PAGE => {
                Arrival::FromRow(row % super::ROWS_A_PAGE)
            }
            _ => Arrival::Standing,
        }
    }

    fn notice(
        &mut self,
        view: &BoardView,
        time: DateTime<FixedOffset>,
        now: Duration,
    ) -> Option<Notice> {
        let mut notices = notices(view, self.catalogue.as_deref(), self.language, time);
        if closed(view).is_some() {
            notices.retain(|notice| !matches!(notice, Notice::NotIssuing { .. }));
        }
        let step = self.line.turn(notices.len(), now);
        notices.into_iter().nth(step)
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
        std::mem::take(&mut self.deeds)
    }
}

/// Why the hall is shut and until when; `None` as long as anybody is at a counter.
fn closed(view: &BoardView) -> Option<(ClosedReason, Option<DateTime<FixedOffset>>)> {
    match &view.issuing {
        Issuing::Closed { reason, next } if !view.counters.iter().any(is_open) => {
            Some((*reason, *next))
        }
        _ => None,
    }
}

fn is_open(counter: &BoardCounter) -> bool {
    counter.status != CounterStatus::Closed || counter.ticket.is_some()
}

fn is_there(view: &BoardView, number: &str, counter: u16) -> bool {
    view.counters.iter().any(|known| {
        known.number == counter && known.ticket.as_deref().is_some_and(|there| there == number)
    })
}

fn last_call(view: &BoardView) -> Option<Call> {
    let there = |call: &&BoardCall| is_there(view, &call.number, call.counter);
    view.calls.iter().rev().find(there).map(|call| Call {
        id: call.id,
        number: call.number.clone(),
        counter: call.counter,
        priority: call.priority,
    })
}
