//! When the centre serves and when it issues numbers: opening sessions by weekday, and a calendar.

use crate::{LocalTime, Minute};
use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::BTreeMap;

/// One opening session. Numbers are issued in a span of its own, usually earlier at both ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// Counters begin to serve.
    pub serve_from: Minute,
    /// Counters end serving.
    pub serve_to: Minute,
    /// The first number is issued.
    pub issue_from: Minute,
    /// From this minute on no number is issued.
    pub issue_to: Minute,
}

/// What the calendar says of one date, against the ordinary week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayPlan {
    /// A public holiday, a compensatory day or a swapped day off.
    Holiday,
    /// Closed by the centre's own decision.
    LocalClosure,
    /// A make-up working day, with the sessions of this weekday.
    WorksAs(Weekday),
}

/// Why no number is issued now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosedReason {
    /// Before the day's first issue.
    BeforeOpening,
    /// Between two sessions.
    Pause,
    /// After the day's last issue.
    AfterHours,
    /// A weekday without sessions.
    Weekend,
    /// A day off by the calendar.
    Holiday,
    /// Closed by the centre's own decision.
    LocalClosure,
}

/// No number is issued now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed {
    /// Why.
    pub reason: ClosedReason,
    /// When issuing begins again; `None` if not within the next 60 days.
    pub next: Option<(NaiveDate, Minute)>,
}

/// Whether numbers are issued at some minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Issuing {
    /// Yes, until this minute.
    Open {
        /// The end of this span of issuing.
        until: Minute,
    },
    /// No.
    Closed(Closed),
}

/// The hours of a centre or of one service.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hours {
    /// The sessions of an ordinary week, Monday first, each day in order of time.
    pub week: [Vec<Session>; 7],
    /// The dates that differ from the ordinary week.
    pub calendar: BTreeMap<NaiveDate, DayPlan>,
}

const SEARCH_DAYS: u64 = 60;

impl Hours {
    /// The sessions of `date`, in order; none when closed.
    #[must_use]
    pub fn sessions(&self, date: NaiveDate) -> &[Session] {
        let weekday = match self.calendar.get(&date) {
            Some(DayPlan::Holiday | DayPlan::LocalClosure) => return &[],
            Some(DayPlan::WorksAs(weekday)) => *weekday,
            None => date.weekday(),
        };
        &self.week[weekday.num_days_from_monday() as usize]
    }

    /// Whether numbers are issued at `now`.
    #[must_use]
    pub fn issuing(&self, now: LocalTime) -> Issuing {
        let (date, minute) = (now.date(), now.minute());
        let today = self.sessions(date);
        if let Some(open) = today
            .iter()
            .find(|s| s.issue_from <= minute && minute < s.issue_to)
        {
            return Issuing::Open {
                until: open.issue_to,
            };
        }
        let reason = match (self.calendar.get(&date), today) {
            (Some(DayPlan::Holiday), _) => ClosedReason::Holiday,
            (Some(DayPlan::LocalClosure), _) => ClosedReason::LocalClosure,
            (_, []) => ClosedReason::Weekend,
            (_, [first, ..]) if minute < first.issue_from => ClosedReason::BeforeOpening,
            (_, [.., last]) if minute >= last.issue_to => ClosedReason::AfterHours,
            _ => ClosedReason::Pause,
        };
        Issuing::Closed(Closed {
            reason,
            next: self.next_issue(date, minute),
        })
    }

    fn next_issue(&self, date: NaiveDate, after: Minute) -> Option<(NaiveDate, Minute)> {
        let later_today = self
            .sessions(date)
            .iter()
            .map(|s| s.issue_from)
            .find(|from| *from > after);
        later_today.map(|from| (date, from)).or_else(|| {
            (1..=SEARCH_DAYS).find_map(|days| {
                let day = date.checked_add_days(chrono::Days::new(days))?;
                self.sessions(day).first().map(|s| (day, s.issue_from))
            })
        })
    }

    /// When issuing begins on the first day after `date` that has sessions; `None` if not within 60.
    #[must_use]
    pub fn first_issue_after(&self, date: NaiveDate) -> Option<(NaiveDate, Minute)> {
        self.next_issue(date, Minute::END_OF_DAY)
    }

    /// Whether counters serve at some later minute of today's sessions, or at `now`.
    #[must_use]
    pub fn serves_later_today(&self, now: LocalTime) -> bool {
        self.sessions(now.date())
            .iter()
            .any(|s| now.minute() < s.serve_to)
    }
}
