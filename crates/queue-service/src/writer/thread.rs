//! The writer's thread: takes what waits, at most 64 commands, and answers after the commit.

use super::draft::Changes;
use super::handle::{Answer, Job, Message, WAITING_LIMIT, Writer};
use super::order::WriteError;
use super::scribe::{Failed, Scribe};
use super::shared::{Head, Health, Shared, write};
use crate::journal::apply;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Arc, RwLock};
use std::thread::{self, JoinHandle};
use tokio::sync::watch;

/// Commands in one transaction.
const BATCH: usize = 64;
/// Why the process ends when nobody knows what was stored: try again.
pub const EXIT_UNKNOWN: i32 = 75;

/// Why a writer does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The folder has no centre yet.
    #[error("no centre is adopted; `xinmoi centre adopt DIR` adopts one")]
    NoCentre,
    /// The first day cannot be opened.
    #[error("the day cannot be opened: {0}")]
    NotStored(WriteError),
    /// The machine gives no thread.
    #[error(transparent)]
    Thread(#[from] io::Error),
}

/// Ends the process without another answer; the default of [`Scribe::start`]'s `ending`.
pub fn end_process() {
    std::process::exit(EXIT_UNKNOWN);
}

/// A running writer's thread.
pub struct WriterThread {
    writer: Writer,
    thread: JoinHandle<()>,
}

impl WriterThread {
    /// Stores what waits, refuses what comes, closes the journal. Blocks until that is done.
    pub fn stop(self) {
        let stopping = self.writer.jobs.send(Message::Stop);
        if stopping.is_err() || self.thread.join().is_err() {
            tracing::error!("the writer had ended already");
        }
    }
}

impl Scribe {
    /// Opens the day if it is due and starts to take commands. `ending` runs once, on the writer's
    /// thread, when nobody can know what was stored; callers get no answer before it.
    ///
    /// # Errors
    /// [`StartError`].
    pub fn start(
        mut self,
        ending: impl FnOnce() + Send + 'static,
    ) -> Result<(Writer, WriterThread), StartError> {
        if self.draft.document.is_none() {
            return Err(StartError::NoCentre);
        }
        if self.day_is_due() {
            let (_, changes) = self
                .batch(Vec::new())
                .map_err(|failed| StartError::NotStored(failed.into()))?;
            log_days(&changes);
        }
        let shared = Arc::new(self.share().ok_or(StartError::NoCentre)?);
        let (jobs, waiting) = sync_channel(WAITING_LIMIT);
        let writer = Writer {
            jobs,
            shared: Arc::clone(&shared),
        };
        let work = Loop {
            scribe: self,
            shared,
            waiting,
            ending: Some(Box::new(ending)),
        };
        let thread = thread::Builder::new()
            .name("writer".to_owned())
            .spawn(|| work.run())?;
        Ok((writer.clone(), WriterThread { writer, thread }))
    }

    fn share(&self) -> Option<Shared> {
        let draft = &self.draft;
        let clock = draft.clock.now().1;
        if !clock.agrees() {
            tracing::warn!(?clock, "the wall clock is not believed");
        }
        let head = Head {
            seq: self.journal.head().seq,
            at: draft.stamp(),
        };
        Some(Shared {
            centre: RwLock::new(draft.centre.clone()),
            registry: RwLock::new(draft.registry.clone()),
            document: RwLock::new(draft.document.clone()?),
            health: RwLock::new(Health {
                storing: true,
                clock,
            }),
            head: watch::Sender::new(head),
            clock: draft.clock.clone(),
            journal_id: self.meta.journal_id.clone(),
            demo: self.meta.demo,
            secret: self.meta.secret,
        })
    }
}

struct Loop {
    scribe: Scribe,
    shared: Arc<Shared>,
    waiting: Receiver<Message>,
    ending: Option<Box<dyn FnOnce() + Send>>,
}

/// A panic must not leave a service that looks alive and stores nothing.
impl Drop for Loop {
    fn drop(&mut self) {
        if thread::panicking() {
            self.end();
        }
    }
}

impl Loop {
    fn run(mut self) {
        let mut minute = self.shared.clock.next_minute();
        loop {
            let wait = self.shared.clock.real_time_until(minute);
            let first = match self.waiting.recv_timeout(wait) {
                Ok(Message::Job(job)) => Some(*job),
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => None,
            };
            let (jobs, stop) = self.gather(first);
            if (!jobs.is_empty() || self.scribe.day_is_due()) && !self.store(jobs) {
                return;
            }
            if stop {
                break;
            }
            if self.shared.clock.now().0 >= minute {
                minute = self.shared.clock.next_minute();
                self.begin_minute();
            }
        }
        self.refuse_waiting();
    }

    /// What waits besides `first`, and whether the writer is to stop after it.
    fn gather(&self, first: Option<Job>) -> (Vec<Job>, bool) {
        let mut jobs: Vec<Job> = first.into_iter().collect();
        while !jobs.is_empty() && jobs.len() < BATCH {
            match self.waiting.try_recv() {
                Ok(Message::Job(job)) => jobs.push(*job),
                Ok(Message::Stop) => return (jobs, true),
                Err(_) => break,
            }
        }
        (jobs, false)
    }

    /// One batch: stored, published, answered. False when nobody knows what was stored.
    fn store(&mut self, jobs: Vec<Job>) -> bool {
        let (work, answers): (Vec<_>, Vec<Answer>) =
            jobs.into_iter().map(|job| (job.work, job.answer)).unzip();
        let (results, known) = match self.scribe.batch(work) {
            Ok((results, changes)) => {
                self.publish(&changes);
                (results, true)
            }
            Err(failed) => {
                write(&self.shared.health).storing = false;
                if failed == Failed::Unknown {
                    self.end();
                }
                let refusals = answers.iter().map(|_| Err(failed.into())).collect();
                (refusals, failed == Failed::NotStored)
            }
        };
        for (answer, result) in answers.into_iter().zip(results) {
            // Whoever asked may have gone; the command stands all the same.
            drop(answer.send(result));
        }
        known
    }

    /// Never two of the locks at a time: whoever holds one may be waiting for another.
    fn publish(&self, changes: &Changes) {
        if changes.events.is_empty() && !changes.registry {
            return;
        }
        log_days(changes);
        write(&self.shared.health).storing = true;
        if changes.registry {
            *write(&self.shared.registry) = self.scribe.draft.registry.clone();
        }
        let mut newest_first = changes.events.iter().rev();
        if let Some(document) = newest_first.find_map(|new| new.adopted.as_ref()) {
            *write(&self.shared.document) = Arc::clone(document);
        }
        let mut centre = write(&self.shared.centre);
        for new in &changes.events {
            apply(
                &mut centre,
                (new.seq, new.at),
                &new.event,
                new.adopted.as_ref(),
            );
        }
        let (seq, at) = (self.scribe.journal.head().seq, self.scribe.draft.stamp());
        self.shared.head.send_replace(Head { seq, at });
    }

    fn begin_minute(&self) {
        let (at, clock) = self.shared.clock.now();
        let before = std::mem::replace(&mut write(&self.shared.health).clock, clock);
        if std::mem::discriminant(&before) != std::mem::discriminant(&clock) {
            tracing::warn!(?clock, "the wall clock is seen otherwise than before");
        }
        self.shared.head.send_modify(|head| head.at = at);
    }

    fn refuse_waiting(&self) {
        while let Ok(message) = self.waiting.try_recv() {
            if let Message::Job(job) = message {
                drop(job.answer.send(Err(WriteError::Stopping)));
            }
        }
    }

    fn end(&mut self) {
        if let Some(ending) = self.ending.take() {
            tracing::error!("nobody knows what was stored: the process ends to read it anew");
            ending();
        }
    }
}

/// The chain's head at the end of each day: noted elsewhere, it proves later that no row was changed.
fn log_days(changes: &Changes) {
    for (date, head) in &changes.days_ended {
        tracing::info!(%date, seq = head.seq.0, hash = hex::encode(head.hash), "the day has ended");
    }
}
