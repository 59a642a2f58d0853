use super::call_queue::{CallQueue, WaitingCall};
use super::{
    CallId, DropReason, Health, Order, Output, OutputError, OutputState, Report, Settings,
};
use crate::{Announcement, Speech, Voices};
use queue_protocol::Language;
use std::sync::Arc;
use std::time::Duration;

/// A device that has not finished this long after the sound's own length will never finish.
const STALL: Duration = Duration::from_secs(2);
/// Each attempt makes the sound libraries print to the terminal.
const RETRY_FIRST: Duration = Duration::from_secs(30);
const RETRY_MOST: Duration = Duration::from_secs(120);
/// A call that could not be spoken for this long is not spoken late.
const STALE: Duration = Duration::from_secs(60);
/// With more speech than this behind it a call is said once and in Vietnamese only.
const BACKLOG: Duration = Duration::from_secs(20);
const POLL: Duration = Duration::from_millis(20);
const LOOK: Duration = Duration::from_millis(250);
const IDLE: Duration = Duration::from_secs(5);

/// The rules of speaking without thread or clock: `now` is any monotonic time.
pub(super) struct Announcer<O, R> {
    output: O,
    voices: Arc<Voices>,
    settings: Settings,
    report: R,
    queue: CallQueue,
    stage: Stage,
    /// Since when nothing could be spoken to its end.
    silent_since: Option<Duration>,
    retry: Duration,
}

enum Stage {
    Closed {
        retry_at: Duration,
    },
    Quiet {
        until: Duration,
    },
    Speaking {
        waiting: WaitingCall,
        ends: Duration,
        /// Withdrawn meanwhile: it is finished, but not spoken again after a fault.
        withdrawn: bool,
    },
}

impl<O: Output, R: FnMut(Report)> Announcer<O, R> {
    pub fn new(output: O, voices: Arc<Voices>, settings: Settings, report: R) -> Self {
        Self {
            output,
            voices,
            settings,
            report,
            queue: CallQueue::default(),
            stage: Stage::Closed {
                retry_at: Duration::ZERO,
            },
            silent_since: None,
            retry: RETRY_FIRST,
        }
    }

    /// Takes an order; what follows from it happens in the next step.
    pub fn obey(&mut self, order: Order, now: Duration) {
        match order {
            Order::Announce(call, announcement) => self.queue.announce(call, announcement, now),
            Order::Withdraw(call) => {
                if self.queue.withdraw(call) {
                    (self.report)(Report::Dropped(call, DropReason::Withdrawn));
                }
                self.withdraw_spoken(|spoken| spoken == call);
            }
            Order::Forget => {
                for call in self.queue.forget() {
                    (self.report)(Report::Dropped(call, DropReason::Withdrawn));
                }
                self.withdraw_spoken(|_| true);
            }
        }
    }

    fn withdraw_spoken(&mut self, meant: impl Fn(CallId) -> bool) {
        if let Stage::Speaking {
            waiting, withdrawn, ..
        } = &mut self.stage
            && meant(waiting.call)
        {
            *withdrawn = true;
        }
    }

    /// Does what is due at `now` and tells how long nothing will be due, unless an order comes.
    pub fn step(&mut self, now: Duration) -> Duration {
        if let Err(error) = self.attend(now) {
            self.fail(&error, now);
        }
        match &self.stage {
            Stage::Closed { retry_at } => retry_at.saturating_sub(now).min(IDLE),
            Stage::Speaking { ends, .. } => ends.saturating_sub(now).clamp(POLL, LOOK),
            Stage::Quiet { until } if self.queue.waiting().next().is_some() => {
                until.saturating_sub(now)
            }
            Stage::Quiet { .. } => IDLE,
        }
    }

    fn attend(&mut self, now: Duration) -> Result<(), OutputError> {
        match &self.stage {
            Stage::Closed { retry_at } => {
                if now >= *retry_at {
                    self.output.open()?;
                    self.stage = Stage::Quiet { until: now };
                    (self.report)(Report::Health(Health::Ready));
                }
            }
            Stage::Quiet { .. } => _ = self.output.state()?,
            Stage::Speaking { waiting, ends, .. } => match self.output.state()? {
                OutputState::Quiet => {
                    (self.report)(Report::Spoken(waiting.call));
                    self.silent_since = None;
                    self.retry = RETRY_FIRST;
                    self.stage = Stage::Quiet {
                        until: now + self.settings.gap,
                    };
                }
                OutputState::Playing if now >= *ends + STALL => {
                    return Err(OutputError("the device stopped taking sound".into()));
                }
                OutputState::Playing => {}
            },
        }
        self.drop_stale(now);
        match self.stage {
            Stage::Quiet { until } if now >= until => self.speak_next(now),
            _ => Ok(()),
        }
    }

    fn speak_next(&mut self, now: Duration) -> Result<(), OutputError> {
        while let Some(waiting) = self.queue.next() {
            match self.voices.render(&self.speech(&waiting.announcement)) {
                Err(missing) => {
                    tracing::error!(%missing, call = waiting.call, "a call cannot be spoken");
                    (self.report)(Report::Dropped(waiting.call, DropReason::Unspeakable));
                }
                Ok(sound) => {
                    let (call, ends) = (waiting.call, now + sound.duration());
                    self.stage = Stage::Speaking {
                        waiting,
                        ends,
                        withdrawn: false,
                    };
                    self.output.start(sound)?;
                    (self.report)(Report::Speaking(call));
                    break;
                }
            }
        }
        Ok(())
    }

    /// The whole speech, or the short one when others wait too long behind it; a recall is never shortened.
    fn speech(&self, announcement: &Announcement) -> Speech {
        let whole = |announcement| self.voices.speech(announcement, self.settings.times);
        let behind: Duration = self
            .queue
            .waiting()
            .map(|waiting| self.voices.duration(&whole(waiting)))
            .sum();
        if announcement.recall || behind <= BACKLOG {
            return whole(announcement);
        }
        let short = Announcement {
            languages: vec![Language::Vi],
            ..announcement.clone()
        };
        self.voices.speech(&short, 1)
    }

    /// Closes the device; the interrupted call is spoken again from its start. A device that has spoken since
    /// its last fault is opened anew at once, any other after a while.
    pub fn fail(&mut self, error: &OutputError, now: Duration) {
        tracing::warn!(%error, "the hall cannot hear calls");
        self.output.close();
        let proven = self.silent_since.is_none() && !matches!(self.stage, Stage::Closed { .. });
        self.silent_since.get_or_insert(now);
        let wait = if proven { Duration::ZERO } else { self.retry };
        if !proven {
            self.retry = (self.retry * 2).min(RETRY_MOST);
        }
        let closed = Stage::Closed {
            retry_at: now + wait,
        };
        match std::mem::replace(&mut self.stage, closed) {
            Stage::Speaking {
                waiting,
                withdrawn: true,
                ..
            } => {
                (self.report)(Report::Dropped(waiting.call, DropReason::Withdrawn));
            }
            Stage::Speaking { waiting, .. } => self.queue.put_back(waiting),
            Stage::Closed { .. } | Stage::Quiet { .. } => {}
        }
        (self.report)(Report::Health(Health::Silent {
            reason: error.to_string(),
        }));
    }

    /// After a silence only what was announced in its last minute, or waited when it began a minute ago, is spoken.
    fn drop_stale(&mut self, now: Duration) {
        let Some(silent_since) = self.silent_since else {
            return;
        };
        let oldest = now.saturating_sub(STALE);
        if silent_since < oldest {
            for call in self.queue.drop_older_than(oldest) {
                (self.report)(Report::Dropped(call, DropReason::Stale));
            }
        }
    }
}
