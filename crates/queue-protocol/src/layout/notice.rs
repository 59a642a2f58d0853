use crate::{Text, Weekday};
use chrono::{Datelike as _, NaiveDate, NaiveDateTime, Timelike as _};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A notice and when it is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ScheduledNotice {
    /// Its words.
    pub text: Text,
    /// On these days of the week; on all where empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<Weekday>,
    /// From this minute of the day to before that one; all day where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<TimeOfDay>,
    /// The first date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

/// A span of a day, in minutes since midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TimeOfDay {
    /// Its first minute.
    pub from_min: u16,
    /// The minute after its last.
    pub to_min: u16,
}

impl ScheduledNotice {
    /// Whether it is told at `time`, by the centre's wall clock.
    #[must_use]
    pub fn is_due(&self, time: NaiveDateTime) -> bool {
        let date = time.date();
        let minute = time.hour() * 60 + time.minute();
        let in_hours = |hours: TimeOfDay| {
            (u32::from(hours.from_min)..u32::from(hours.to_min)).contains(&minute)
        };
        (self.days.is_empty() || self.days.contains(&date.weekday().into()))
            && self.hours.is_none_or(in_hours)
            && self.from.is_none_or(|from| from <= date)
            && self.until.is_none_or(|until| date <= until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%F %R").unwrap()
    }

    #[test]
    fn a_notice_is_told_on_its_days_in_its_hours_and_between_its_dates() {
        let notice = ScheduledNotice {
            text: Text::default(),
            days: vec![Weekday::Mon, Weekday::Fri],
            hours: Some(TimeOfDay {
                from_min: 10 * 60,
                to_min: 11 * 60,
            }),
            from: NaiveDate::from_ymd_opt(2026, 11, 20),
            until: NaiveDate::from_ymd_opt(2026, 11, 27),
        };
        // 20 November 2026 is a Friday.
        for (time, due) in [
            ("2026-11-20 09:59", false),
            ("2026-11-20 10:00", true),
            ("2026-11-20 10:59", true),
            ("2026-11-20 11:00", false),
            ("2026-11-19 10:30", false),
            ("2026-11-24 10:30", false),
            ("2026-11-27 10:30", true),
            ("2026-11-30 10:30", false),
        ] {
            assert_eq!(notice.is_due(at(time)), due, "{time}");
        }
        let always = ScheduledNotice {
            days: Vec::new(),
            hours: None,
            from: None,
            until: None,
            ..notice
        };
        assert!(always.is_due(at("2030-01-01 00:00")));
    }
}
