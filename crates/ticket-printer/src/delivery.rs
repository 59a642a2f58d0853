//! One slip over one link, from opening to the printer's confirmation.

use crate::driver::{BrokenOff, Driver, Link, hand_over};
use crate::encode;
use crate::health::Health;
use crate::job::{Cause, JobEvent};
use crate::settings::PrinterSettings;
use crate::status::{self, Reading};
use std::io::{self, ErrorKind};
use std::time::{Duration, Instant};

/// What an earlier job may have left in the printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Past {
    /// Nothing.
    Clean,
    /// Perhaps half a picture: this program may have been stopped in the middle of one.
    Doubtful,
    /// A torn slip, perhaps half on paper.
    Torn,
}

/// Carries slips over a driver.
pub(crate) struct Delivery {
    driver: Box<dyn Driver>,
    settings: PrinterSettings,
    past: Past,
    /// The printer left a question unanswered, so slips are not held up by asking before.
    silent: bool,
}

impl Delivery {
    pub fn new(driver: Box<dyn Driver>, settings: PrinterSettings) -> Self {
        // What this program did before it was started is not known.
        Self {
            driver,
            settings,
            past: Past::Doubtful,
            silent: false,
        }
    }

    /// How the printer is, asked over a link of its own. None if it does not answer questions.
    pub fn ask(&mut self) -> Option<Health> {
        if !self.can_answer() {
            return None;
        }
        let health = self.driver.open().and_then(|mut link| {
            self.clear_past(link.as_mut())?;
            self.question(link.as_mut())
        });
        health.unwrap_or_else(|error| {
            tracing::debug!(%error, "the printer cannot be asked");
            Some(Health::in_trouble(Cause::Offline))
        })
    }

    /// Prints `slip`, telling each step; says how the printer is, if that was learnt.
    pub fn print(&mut self, slip: &[u8], tell: &mut dyn FnMut(JobEvent)) -> Option<Health> {
        let mut link = match self.driver.open() {
            Ok(link) => link,
            Err(error) => {
                tracing::warn!(%error, "the printer cannot be reached");
                tell(JobEvent::Refused(Cause::Offline));
                return Some(Health::in_trouble(Cause::Offline));
            }
        };
        let before = match self.prepare(link.as_mut()) {
            Ok(health) => health,
            Err(error) => {
                tracing::warn!(%error, "the printer was lost before a slip");
                let cause = cause_of(&error);
                tell(JobEvent::Refused(cause));
                return Some(Health::in_trouble(cause));
            }
        };
        if let Some(cause) = before.and_then(|health| health.trouble) {
            tell(JobEvent::Refused(cause));
            return before;
        }
        tell(JobEvent::Begun);
        let (event, health) = self.send(link.as_mut(), slip);
        self.past = past_after(event);
        tell(event);
        health.or(before)
    }

    fn prepare(&mut self, link: &mut dyn Link) -> io::Result<Option<Health>> {
        self.clear_past(link)?;
        if self.can_answer() && !self.silent {
            self.question(link)
        } else {
            Ok(None)
        }
    }

    /// Clears what an earlier job may have left. This comes before any question: bytes of a
    /// question would be taken for the rest of a torn command.
    fn clear_past(&mut self, link: &mut dyn Link) -> io::Result<()> {
        if self.past != Past::Clean {
            let cut = self.past == Past::Torn;
            let recovery = encode::recovery(self.settings.width, cut);
            hand_over(link, &recovery, self.settings.stalled_after())
                .map_err(|broken| broken.error)?;
        }
        Ok(())
    }

    fn question(&mut self, link: &mut dyn Link) -> io::Result<Option<Health>> {
        let health = status::ask(link, self.settings.status_within())?.health;
        self.silent = health.is_none();
        // An answer shows that all before the question has arrived; without one, what was torn is
        // at least not cut a second time.
        self.past = match (self.past, health) {
            (Past::Clean, _) | (_, Some(_)) => Past::Clean,
            (_, None) => Past::Doubtful,
        };
        Ok(health)
    }

    fn send(&self, link: &mut dyn Link, slip: &[u8]) -> (JobEvent, Option<Health>) {
        let patience = self.settings.stalled_after();
        if let Err(BrokenOff { taken, error }) = hand_over(link, slip, patience) {
            tracing::warn!(%error, taken, of = slip.len(), "a slip was broken off");
            let cause = cause_of(&error);
            // Without the cut no whole slip comes out; after it only the question is missing.
            let is_cut = taken + encode::CONFIRM.len() >= slip.len();
            let event = if is_cut {
                JobEvent::Silent(cause)
            } else {
                JobEvent::Broken(cause)
            };
            return (event, Some(Health::in_trouble(cause)));
        }
        match link.flush(patience) {
            Err(error) => lost(&error),
            Ok(()) if self.can_answer() => self.wait_for_printed(link),
            Ok(()) => (JobEvent::Printed, None),
        }
    }

    /// Waits for the answer to `GS r`, asking now and then what keeps the printer from it.
    fn wait_for_printed(&self, link: &mut dyn Link) -> (JobEvent, Option<Health>) {
        let deadline = Instant::now() + self.settings.confirm_within();
        loop {
            let patience = self.settings.status_within() * 2;
            let left = deadline.saturating_duration_since(Instant::now());
            let confirmed = match link.read(left.min(patience)) {
                Ok(Some(byte)) => status::is_confirmation(byte),
                Ok(None) => match status::ask(link, self.settings.status_within()) {
                    Ok(Reading {
                        confirmed: true, ..
                    }) => true,
                    Ok(Reading {
                        health: Some(health),
                        ..
                    }) if health.trouble.is_some() => {
                        let cause = health.trouble.unwrap_or(Cause::Fault);
                        return (JobEvent::Silent(cause), Some(health));
                    }
                    Ok(_) => false,
                    Err(error) => return lost(&error),
                },
                Err(error) => return lost(&error),
            };
            if confirmed {
                return (JobEvent::Printed, None);
            }
            if Instant::now() >= deadline {
                return (JobEvent::Silent(Cause::NoAnswer), None);
            }
        }
    }

    fn can_answer(&self) -> bool {
        self.settings.answers && self.driver.can_answer()
    }
}

/// How long an idle printer is left alone.
pub(crate) fn rest(settings: &PrinterSettings, health: Option<Health>) -> Option<Duration> {
    // In trouble it is asked more often, so that screens soon see that it is well again.
    let in_trouble = health.is_some_and(|health| health.trouble.is_some());
    settings
        .ask_every()
        .map(|every| if in_trouble { every / 6 } else { every })
}

fn lost(error: &io::Error) -> (JobEvent, Option<Health>) {
    let cause = cause_of(error);
    (JobEvent::Silent(cause), Some(Health::in_trouble(cause)))
}

fn cause_of(error: &io::Error) -> Cause {
    if error.kind() == ErrorKind::TimedOut {
        Cause::Stalled
    } else {
        Cause::CutOff
    }
}

fn past_after(event: JobEvent) -> Past {
    match event {
        JobEvent::Printed => Past::Clean,
        // The kernel may have dropped what the printer had not fetched yet.
        JobEvent::Broken(_) | JobEvent::Silent(Cause::CutOff) => Past::Torn,
        _ => Past::Doubtful,
    }
}
