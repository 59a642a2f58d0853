//! How long each screen waits for its visitor.

use super::asking::{Waiting, waiting};
use super::kiosk::Kiosk;
use super::step::Step;
use super::visit::Visit;
use std::time::{Duration, Instant};
use ticket_printer::JobState;

/// Nobody has touched anything for so long: is anybody there?
const IDLE: Duration = Duration::from_secs(60);
/// Then the question stands for so long, counting down.
const WARNING: Duration = Duration::from_secs(20);
/// The number stays on the screen for so long after its slip came out.
const TICKET: Duration = Duration::from_secs(30);
/// What is only to be read.
const NOTICE: Duration = Duration::from_secs(10);

/// How a screen ends by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Patience {
    /// Not at all.
    Endless,
    /// After so long without a touch.
    Quiet(Duration),
    /// After a question with a countdown.
    Warned,
}

impl Kiosk {
    fn patience(&self, now: Instant) -> Patience {
        match self.path.last() {
            None if self.visit == Visit::default() => Patience::Endless,
            None => Patience::Quiet(self.idle()),
            Some(Step::Asking { since, .. }) if waiting(*since, now) != Waiting::Slow => {
                Patience::Endless
            }
            Some(Step::Asking { .. }) => Patience::Warned,
            Some(Step::Issued(issued)) => match issued.paper {
                JobState::Queued | JobState::Sent => Patience::Endless,
                JobState::Confirmed => Patience::Quiet(self.unhurried(TICKET)),
                // A photograph of this screen is the visitor's only slip.
                JobState::Unknown(_) | JobState::Failed(_) => Patience::Warned,
            },
            Some(Step::Staff(_)) => Patience::Quiet(IDLE),
            Some(Step::Cancelled { .. }) => Patience::Quiet(self.unhurried(NOTICE)),
            Some(_) if self.is_ready(now) => Patience::Warned,
            Some(_) => Patience::Quiet(self.idle()),
        }
    }

    /// Twice as long for who needs it.
    fn unhurried(&self, usual: Duration) -> Duration {
        if self.visit.unhurried || self.visit.aloud {
            usual * 2
        } else {
            usual
        }
    }

    fn idle(&self) -> Duration {
        self.unhurried(IDLE)
    }

    fn warning_for(&self) -> Duration {
        self.unhurried(WARNING)
    }

    fn left(&self, limit: Duration, now: Instant) -> Duration {
        limit.saturating_sub(now.saturating_duration_since(self.touched))
    }

    pub(super) fn lose_patience(&mut self, now: Instant) {
        let limit = match self.patience(now) {
            Patience::Endless => return,
            Patience::Quiet(limit) => limit,
            Patience::Warned => self.idle() + self.warning_for(),
        };
        if self.left(limit, now).is_zero() {
            self.end_visit(now);
        }
    }

    /// Seconds left in the countdown of the question whether anybody is there.
    pub(super) fn warning(&self, now: Instant) -> Option<u32> {
        let left = self.left(self.idle() + self.warning_for(), now);
        let is_time = self.patience(now) == Patience::Warned && left <= self.warning_for();
        is_time.then(|| seconds(left))
    }

    /// Seconds until a screen that says so goes back by itself.
    pub(super) fn leaves_in(&self, now: Instant) -> Option<u32> {
        match self.patience(now) {
            Patience::Quiet(limit) => Some(seconds(self.left(limit, now))),
            Patience::Endless | Patience::Warned => None,
        }
    }
}

/// Whole seconds, rounded up: a countdown ends at 1.
fn seconds(left: Duration) -> u32 {
    u32::try_from(left.as_millis().div_ceil(1000)).unwrap_or(u32::MAX)
}
