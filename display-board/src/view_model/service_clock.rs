use chrono::{DateTime, FixedOffset, TimeDelta};
use std::time::Duration;

/// The service's time: a frame's `at`, carried on by this machine's monotonic clock. It never goes back.
#[derive(Clone, Copy, Debug)]
pub struct ServiceClock {
    at: DateTime<FixedOffset>,
    since: Duration,
    floor: DateTime<FixedOffset>,
}

impl ServiceClock {
    /// Starts at a frame's `at`, which came at the moment `since`.
    #[must_use]
    pub const fn new(at: DateTime<FixedOffset>, since: Duration) -> Self {
        Self {
            at,
            since,
            floor: at,
        }
    }

    /// Follows a newer frame of the same journal.
    pub fn follow(&mut self, at: DateTime<FixedOffset>, since: Duration) {
        let floor = self.now(since).max(at);
        *self = Self { at, since, floor };
    }

    /// The time at the moment `now`.
    #[must_use]
    pub fn now(&self, now: Duration) -> DateTime<FixedOffset> {
        let gone = TimeDelta::from_std(now.saturating_sub(self.since)).unwrap_or_default();
        self.at
            .checked_add_signed(gone)
            .unwrap_or(self.at)
            .max(self.floor)
    }
}
