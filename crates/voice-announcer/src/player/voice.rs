use super::announcer::Announcer;
use super::{CallId, Health, Order, Output, OutputError, Report, Settings};
use crate::{Announcement, Notice, Voices};
use chrono::{DateTime, FixedOffset};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

/// The audio thread looks up every 5 s; after this long it hangs in the sound system.
const STUCK: Duration = Duration::from_secs(15);

/// The voice of a hall. No method waits for the device; dropping it ends the audio thread, in mid-sentence if need be.
pub struct Voice {
    orders: Sender<Message>,
    pulse: Arc<Mutex<Pulse>>,
    thread: JoinHandle<()>,
}

/// What the audio thread is told.
enum Message {
    Order(Order),
    Notice(Notice),
    Time(DateTime<FixedOffset>),
    Speaks(bool),
}

struct Pulse {
    health: Health,
    at: Instant,
}

impl Voice {
    /// Starts the audio thread. `output` is made on that thread, since devices are bound to theirs;
    /// `report` is called there too and must not block.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start<O, F, R>(
        voices: Arc<Voices>,
        settings: Settings,
        output: F,
        mut report: R,
    ) -> io::Result<Self>
    where
        O: Output,
        F: FnOnce() -> O + Send + 'static,
        R: FnMut(Report) + Send + 'static,
    {
        let (orders, inbox) = channel();
        let pulse = Arc::new(Mutex::new(Pulse {
            health: Health::Starting,
            at: Instant::now(),
        }));
        let beat = Arc::clone(&pulse);
        let thread = Builder::new().name("voice".into()).spawn(move || {
            let health = Arc::clone(&beat);
            let note = move |said: Report| {
                if let Report::Health(new) = &said {
                    lock(&health).health = new.clone();
                }
                report(said);
            };
            run(
                Announcer::new(output(), voices, settings, note),
                &inbox,
                &beat,
            );
        })?;
        Ok(Self {
            orders,
            pulse,
            thread,
        })
    }

    /// Hands an order to the audio thread.
    pub fn obey(&self, order: Order) {
        self.send(Message::Order(order));
    }

    /// Speaks a notice when no call waits; one that would come too late is passed over.
    pub fn tell(&self, notice: Notice) {
        self.send(Message::Notice(notice));
    }

    /// Tells the hall's time, for the volume of the hour.
    pub fn set_time(&self, time: DateTime<FixedOffset>) {
        self.send(Message::Time(time));
    }

    /// Makes this the speaking board of its zone, or no longer; until told it speaks.
    pub fn set_speaks(&self, speaks: bool) {
        self.send(Message::Speaks(speaks));
    }

    fn send(&self, message: Message) {
        if self.orders.send(message).is_err() {
            tracing::error!("the audio thread has ended");
        }
    }

    /// Speaks a call after those already waiting; an id that was announced before is passed over.
    pub fn announce(&self, call: CallId, announcement: Announcement) {
        self.obey(Order::Announce(call, announcement));
    }

    /// Drops a call that still waits.
    pub fn withdraw(&self, call: CallId) {
        self.obey(Order::Withdraw(call));
    }

    /// Whether the hall can hear calls now.
    #[must_use]
    pub fn health(&self) -> Health {
        self.health_at(Instant::now())
    }

    pub(super) fn health_at(&self, now: Instant) -> Health {
        let pulse = lock(&self.pulse);
        if self.thread.is_finished() {
            Health::Stopped
        } else if now.saturating_duration_since(pulse.at) > STUCK {
            Health::Stuck
        } else {
            pulse.health.clone()
        }
    }
}

fn run<O: Output, R: FnMut(Report)>(
    mut announcer: Announcer<O, R>,
    inbox: &Receiver<Message>,
    beat: &Mutex<Pulse>,
) {
    let start = Instant::now();
    loop {
        let step = catch_unwind(AssertUnwindSafe(|| announcer.step(start.elapsed())));
        let wait = step.unwrap_or_else(|_| {
            announcer.fail(
                &OutputError("the sound library panicked".into()),
                start.elapsed(),
            );
            Duration::ZERO
        });
        lock(beat).at = Instant::now();
        match inbox.recv_timeout(wait) {
            Ok(message) => {
                let messages = std::iter::once(message).chain(inbox.try_iter());
                messages.for_each(|message| take(&mut announcer, message, start.elapsed()));
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

fn take<O: Output, R: FnMut(Report)>(
    announcer: &mut Announcer<O, R>,
    message: Message,
    now: Duration,
) {
    match message {
        Message::Order(order) => announcer.obey(order, now),
        Message::Notice(notice) => announcer.tell(notice, now),
        Message::Time(time) => announcer.set_time(time, now),
        Message::Speaks(speaks) => announcer.set_speaks(speaks),
    }
}

fn lock(pulse: &Mutex<Pulse>) -> std::sync::MutexGuard<'_, Pulse> {
    pulse.lock().unwrap_or_else(PoisonError::into_inner)
}
