use super::announcer::Announcer;
use super::{CallId, Health, Order, Output, OutputError, Report, Settings};
use crate::{Announcement, Voices};
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
    orders: Sender<Order>,
    pulse: Arc<Mutex<Pulse>>,
    thread: JoinHandle<()>,
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
        if self.orders.send(order).is_err() {
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
    inbox: &Receiver<Order>,
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
            Ok(order) => {
                announcer.obey(order, start.elapsed());
                inbox
                    .try_iter()
                    .for_each(|order| announcer.obey(order, start.elapsed()));
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

fn lock(pulse: &Mutex<Pulse>) -> std::sync::MutexGuard<'_, Pulse> {
    pulse.lock().unwrap_or_else(PoisonError::into_inner)
}
