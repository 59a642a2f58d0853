//! Each date stands once in the calendar, and a make-up day works as a day with sessions.

use crate::centre::files::Parts;
use crate::centre::files::calendar::FILE;
use crate::centre::source::Findings;
use chrono::{Datelike, NaiveDate, Weekday};
use queue_core::DayPlan;
use std::collections::BTreeMap;

/// Dates that stand twice, make-up days that make up nothing.
pub(super) fn check(parts: &Parts, findings: &Findings) {
    let file = findings.in_file(FILE);
    let open = |day: Weekday| !parts.week[day.num_days_from_monday() as usize].is_empty();
    let mut first: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for day in parts
        .calendar
        .iter()
        .filter(|day| day.date.value != NaiveDate::default())
    {
        let (date, line) = (day.date.value, day.date.line);
        if let Some(other) = first.insert(date, line) {
            file.error(line, format!("{date} is already on line {other}"));
        }
        if let Some(DayPlan::WorksAs(weekday)) = day.plan {
            if !open(weekday) {
                file.error(
                    line,
                    format!("{date} works as {weekday}, which has no sessions"),
                );
            }
            if open(date.weekday()) {
                file.warning(
                    line,
                    format!("{date} is a {}, which is worked anyway", date.weekday()),
                );
            }
        }
    }
}
