//! A printer with a thread of its own: one job at a time, none ever printed twice.

use crate::bitmap::Bitmap;
use crate::delivery::{Delivery, rest};
use crate::driver::{self, Driver};
use crate::encode::{self, EncodeError};
use crate::health::Health;
use crate::job::{JobEvent, JobState};
use crate::settings::{PaperWidth, PrinterSettings};
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;
use thiserror::Error;

/// News from the printer's thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrinterEvent {
    /// A job went on. `Queued` is not told: it is what [`Printer::print`] answers.
    Job {
        /// The number given to [`Printer::print`].
        id: u64,
        /// Its state now.
        state: JobState,
    },
    /// The printer's state is another than before.
    Health(Health),
}

/// A job was not taken.
#[derive(Debug, Error)]
pub enum PrintRefused {
    /// The picture does not fit this printer.
    #[error(transparent)]
    Picture(#[from] EncodeError),
    /// The printer's thread has ended.
    #[error("the printer's thread has ended")]
    Gone,
}

/// A job on its way to the thread.
struct Job {
    id: u64,
    bytes: Vec<u8>,
}

/// A handle to a printer. Dropped, it lets the jobs taken end and then stops the thread.
#[derive(Debug)]
pub struct Printer {
    jobs: Sender<Job>,
    width: PaperWidth,
    thread: JoinHandle<()>,
}

impl Printer {
    /// Starts the printer of `settings`. `on_event` is called on the printer's thread, so it
    /// should only pass the news on.
    ///
    /// # Errors
    /// If no thread can be started. A printer that is not there is no error: it is told.
    pub fn start(
        settings: PrinterSettings,
        on_event: impl FnMut(PrinterEvent) + Send + 'static,
    ) -> io::Result<Self> {
        let driver = driver::for_settings(&settings);
        Self::start_with(driver, settings, on_event)
    }

    /// Like [`start`](Self::start), over a driver of the caller's.
    ///
    /// # Errors
    /// If no thread can be started.
    pub fn start_with(
        driver: Box<dyn Driver>,
        settings: PrinterSettings,
        on_event: impl FnMut(PrinterEvent) + Send + 'static,
    ) -> io::Result<Self> {
        let (jobs, to_do) = channel();
        let width = settings.width;
        let mut runner = Runner {
            delivery: Delivery::new(driver, settings.clone()),
            settings,
            health: None,
            on_event: Box::new(on_event),
        };
        let thread = std::thread::Builder::new()
            .name("printer".into())
            .spawn(move || runner.run(&to_do))?;
        Ok(Self {
            jobs,
            width,
            thread,
        })
    }

    /// Takes a picture to be printed once, after those taken before. `id` comes back with the
    /// news of this job.
    ///
    /// # Errors
    /// If the picture was drawn for other paper, or the printer's thread is gone.
    pub fn print(&self, id: u64, picture: &Bitmap) -> Result<(), PrintRefused> {
        let bytes = encode::slip(picture, self.width)?;
        self.jobs
            .send(Job { id, bytes })
            .map_err(|_| PrintRefused::Gone)
    }

    /// Waits until every job taken has ended, and stops.
    pub fn finish(self) {
        drop(self.jobs);
        if self.thread.join().is_err() {
            tracing::error!("the printer's thread had stopped");
        }
    }
}

struct Runner {
    delivery: Delivery,
    settings: PrinterSettings,
    health: Option<Health>,
    on_event: Box<dyn FnMut(PrinterEvent) + Send>,
}

impl Runner {
    fn run(&mut self, to_do: &Receiver<Job>) {
        // A slip that is there already comes before the first question.
        let at_once = self.settings.ask_every().map(|_| Duration::ZERO);
        let mut next = wait(to_do, at_once);
        loop {
            match next {
                Ok(job) => self.print(&job),
                Err(RecvTimeoutError::Timeout) => {
                    let health = self.delivery.ask();
                    self.learn(health);
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
            next = wait(to_do, rest(&self.settings, self.health));
        }
    }

    fn print(&mut self, job: &Job) {
        let mut state = JobState::Queued;
        let on_event = &mut self.on_event;
        let health = self.delivery.print(&job.bytes, &mut |event: JobEvent| {
            state = state.after(event);
            tracing::info!(job = job.id, ?state, "print job");
            on_event(PrinterEvent::Job { id: job.id, state });
        });
        self.learn(health);
    }

    fn learn(&mut self, health: Option<Health>) {
        if let Some(health) = health.filter(|health| self.health != Some(*health)) {
            self.health = Some(health);
            (self.on_event)(PrinterEvent::Health(health));
        }
    }
}

/// The next job; `Timeout` when the printer has been left alone for so long.
fn wait(to_do: &Receiver<Job>, idle: Option<Duration>) -> Result<Job, RecvTimeoutError> {
    match idle {
        Some(idle) => to_do.recv_timeout(idle),
        None => to_do.recv().map_err(|_| RecvTimeoutError::Disconnected),
    }
}
