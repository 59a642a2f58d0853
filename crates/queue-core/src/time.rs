//! Instants and times of day, given in by the caller: nothing here reads a clock.

use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Weekday,
};
use std::fmt;

/// An instant: milliseconds since 1970-01-01T00:00Z, as the journal stores it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

impl Moment {
    /// This instant moved later by `seconds` (earlier when negative).
    #[must_use]
    pub const fn plus_s(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    /// Whole seconds from `earlier` to this instant; negative when this instant is the earlier.
    #[must_use]
    pub const fn since_s(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0).div_euclid(1000)
    }

    /// The wall clock of a place at `offset` from UTC. Instants beyond chrono's range read as 1970.
    #[must_use]
    pub fn local(self, offset: FixedOffset) -> LocalTime {
        LocalTime(
            DateTime::from_timestamp_millis(self.0)
                .unwrap_or_default()
                .with_timezone(&offset)
                .naive_local(),
        )
    }
}

/// The date and time of day that the centre's wall clock shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalTime(pub NaiveDateTime);

impl LocalTime {
    /// The centre's date.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.0.date()
    }

    /// The minute of the day that has begun.
    #[must_use]
    pub fn minute(self) -> Minute {
        Minute::clamped(self.0.hour() * 60 + self.0.minute())
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }
}

/// A time of day in whole minutes after local midnight, 0 to 1440 (the end of the day).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minute(u16);

impl Minute {
    /// Local midnight at the beginning of the day.
    pub const START_OF_DAY: Self = Self(0);
    /// Local midnight at the end of the day.
    pub const END_OF_DAY: Self = Self(1440);

    /// `None` when `minutes` lies beyond the end of the day.
    #[must_use]
    pub const fn new(minutes: u16) -> Option<Self> {
        if minutes <= 1440 {
            Some(Self(minutes))
        } else {
            None
        }
    }

    fn clamped(minutes: u32) -> Self {
        Self(u16::try_from(minutes.min(1440)).unwrap_or(1440))
    }

    /// Minutes after midnight.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }

    /// The instant of this minute on `date` at `offset` from UTC.
    #[must_use]
    pub fn on(self, date: NaiveDate, offset: FixedOffset) -> Moment {
        let local = date.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(i64::from(self.0));
        Moment(
            (local - TimeDelta::seconds(i64::from(offset.local_minus_utc())))
                .and_utc()
                .timestamp_millis(),
        )
    }
}

impl fmt::Display for Minute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}
