//! A desk on the bench: its views, its keys and its clock in the hands of a test.

use crate::{centre, views};
use chrono::{DateTime, FixedOffset};
use counter_ui::view_model::{Answer, Button, Desk, Ending, Errand, Key, Picture, Verb};
use queue_client::View;
use queue_protocol::views::{CounterView, HallView, Visitor};
use queue_protocol::{CounterStatus, Frame, Language, Pin, Problem, ProblemCode, TicketState};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

pub struct Bench {
    pub desk: Desk,
    pub now: Instant,
    at: DateTime<FixedOffset>,
}

impl Bench {
    /// A desk that has heard nothing; its first errands are taken.
    pub fn new() -> Self {
        let mut desk = Desk::new(views::COUNTER, Language::VI);
        drop(desk.take_errands());
        Self {
            desk,
            now: Instant::now(),
            at: views::at("09:53"),
        }
    }

    /// A desk that has heard catalogue, hall and `view`.
    pub fn at(view: CounterView) -> Self {
        let mut bench = Self::new();
        bench.desk.hear_catalogue(centre::catalogue());
        bench.desk.hear_hall(bench.live(views::hall()));
        bench.hear(view);
        drop(bench.errands());
        bench
    }

    pub fn live<V>(&self, view: V) -> View<V> {
        let frame = Frame {
            at: self.at,
            journal: "j".to_owned(),
            seq: 1,
            view,
        };
        View::Live {
            frame: Arc::new(frame),
            received: self.now,
        }
    }

    /// The service's time and the clock pass alike.
    pub fn pass(&mut self, span: Duration) {
        self.now += span;
        self.at += span;
        self.desk.hear_time(self.now);
    }

    pub fn hear(&mut self, view: CounterView) {
        let view = self.live(view);
        self.desk.hear_counter(views::COUNTER, view, self.now);
    }

    pub fn hear_hall(&mut self, hall: HallView) {
        self.desk.hear_hall(self.live(hall));
    }

    /// The connection is lost.
    pub fn lose(&mut self, view: CounterView) {
        let View::Live { frame, received } = self.live(view) else {
            unreachable!()
        };
        let stale = View::Stale {
            frame,
            received,
            since: self.now,
        };
        self.desk.hear_counter(views::COUNTER, stale, self.now);
    }

    pub fn key(&mut self, key: Key) -> bool {
        self.desk.key(key, self.now)
    }

    pub fn keys(&mut self, keys: &[Key]) {
        for key in keys {
            self.key(*key);
        }
    }

    /// Types characters.
    pub fn type_text(&mut self, text: &str) {
        for character in text.chars() {
            self.key(Key::Char(character));
        }
    }

    pub fn press(&mut self, button: Button) {
        self.desk.press(button, self.now);
    }

    pub fn errands(&mut self) -> Vec<Errand> {
        self.desk.take_errands()
    }

    /// The commands sent since the last look.
    pub fn sent(&mut self) -> Vec<Verb> {
        let errands = self.errands().into_iter();
        errands
            .filter_map(|errand| match errand {
                Errand::Send(counter, verb) => {
                    assert_eq!(counter, views::COUNTER);
                    Some(verb)
                }
                _ => None,
            })
            .collect()
    }

    /// The one command sent since the last look.
    pub fn sent_one(&mut self) -> Verb {
        let sent = self.sent();
        assert_eq!(sent.len(), 1, "{sent:?}");
        sent.into_iter().next().unwrap()
    }

    pub fn end(&mut self, ending: Ending) {
        self.desk.hear_ending(ending, self.now);
    }

    /// The command is answered with the ticket as it stands then.
    pub fn answer(&mut self, visitor: Visitor) {
        self.end(Ending::Done(Answer::Ticket(Box::new(visitor))));
    }

    pub fn answer_counter(&mut self, status: CounterStatus) {
        self.end(Ending::Done(Answer::Counter(status)));
    }

    pub fn refuse(&mut self, problem: Problem) {
        self.end(Ending::Refused(problem.into()));
    }

    pub fn picture(&self) -> Picture {
        self.desk.picture(self.now)
    }
}

/// A problem with nothing but its code.
pub fn problem(code: ProblemCode) -> Problem {
    Problem::new(code, "so it is")
}

pub fn open(officer: u32, pin: &str, take_over: bool) -> Verb {
    Verb::Open {
        officer,
        pin: Pin(pin.to_owned()),
        take_over,
    }
}

/// `number` in `state`, as an answer tells.
pub fn ticket(number: &str, state: TicketState) -> Visitor {
    views::visitor(number, state, "09:47")
}

pub const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}
