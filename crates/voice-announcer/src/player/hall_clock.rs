use chrono::{DateTime, FixedOffset, NaiveTime, TimeDelta};
use std::time::Duration;

/// The hall's time of day, as the service last told it.
#[derive(Debug, Default)]
pub(super) struct HallClock {
    told: Option<(DateTime<FixedOffset>, Duration)>,
}

impl HallClock {
    /// It was `time` at the moment `now`.
    pub fn set(&mut self, time: DateTime<FixedOffset>, now: Duration) {
        self.told = Some((time, now));
    }

    /// The time of day at the moment `now`.
    pub fn time_of_day(&self, now: Duration) -> Option<NaiveTime> {
        let (time, told) = self.told?;
        let since = TimeDelta::from_std(now.saturating_sub(told)).ok()?;
        Some(time.checked_add_signed(since)?.time())
    }
}
