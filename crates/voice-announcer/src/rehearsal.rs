use crate::{
    Announcer, CallId, Order, Output, OutputError, OutputState, Report, Settings, Sound, Voices,
};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

/// A sound as the hall would hear it.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// Whose call; none for a notice.
    pub call: Option<CallId>,
    /// When its first sample sounds.
    pub from: Duration,
    /// What sounds.
    pub sound: Sound,
}

impl Heard {
    /// When its last sample has sounded.
    #[must_use]
    pub fn to(&self) -> Duration {
        self.from + self.sound.duration()
    }
}

/// So long the announcer rests when nothing is due.
const LOOK: Duration = Duration::from_secs(5);
const TICK: Duration = Duration::from_millis(1);

#[derive(Default)]
struct Tape {
    now: Duration,
    /// Whose sentences follow.
    call: Option<CallId>,
    heard: Vec<Heard>,
}

impl Tape {
    fn is_playing(&self) -> bool {
        self.heard.last().is_some_and(|last| self.now < last.to())
    }

    fn note(&mut self, report: &Report) {
        match report {
            Report::Speaking(call) => {
                self.call = Some(*call);
                if let Some(first) = self.heard.last_mut() {
                    first.call = self.call;
                }
            }
            Report::Spoken(_) => self.call = None,
            Report::Dropped(..) | Report::Health(_) => {}
        }
    }
}

struct Recorder(Rc<RefCell<Tape>>);

impl Output for Recorder {
    fn open(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn start(&mut self, sound: Sound) -> Result<(), OutputError> {
        let mut tape = self.0.borrow_mut();
        let (call, from) = (tape.call, tape.now);
        tape.heard.push(Heard { call, from, sound });
        Ok(())
    }

    fn state(&mut self) -> Result<OutputState, OutputError> {
        Ok(if self.0.borrow().is_playing() {
            OutputState::Playing
        } else {
            OutputState::Quiet
        })
    }

    fn close(&mut self) {}
}

/// What the hall would hear if these orders came at these moments, in their order: every sound in turn, on a device
/// that never fails and a clock that only this function moves.
#[must_use]
pub fn rehearse(
    voices: Arc<Voices>,
    settings: Settings,
    orders: impl IntoIterator<Item = (Duration, Order)>,
) -> Vec<Heard> {
    let tape = Rc::new(RefCell::new(Tape::default()));
    let noting = Rc::clone(&tape);
    let report = move |report| noting.borrow_mut().note(&report);
    let mut announcer = Announcer::new(Recorder(Rc::clone(&tape)), voices, settings, report);
    let mut orders = orders.into_iter().peekable();
    let mut now = Duration::ZERO;
    loop {
        while let Some((_, order)) = orders.next_if(|(at, _)| *at <= now) {
            announcer.obey(order, now);
        }
        tape.borrow_mut().now = now;
        let wait = announcer.step(now).max(TICK);
        match orders.peek() {
            Some((at, _)) => now = (now + wait).min(*at),
            None if wait >= LOOK && !tape.borrow().is_playing() => break,
            None => now += wait,
        }
    }
    tape.take().heard
}
