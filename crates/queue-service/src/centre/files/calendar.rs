//! `calendar.csv`: the dates that differ from the ordinary week.

use crate::centre::source::{InFile, Placed, Row, Text, names, value};
use chrono::NaiveDate;
use queue_core::DayPlan;
use queue_protocol::Text as Names;

/// The file's name.
pub(in crate::centre) const FILE: &str = "calendar.csv";

/// A date that differs, or may come to differ.
#[derive(Debug)]
pub(in crate::centre) struct Day {
    pub(in crate::centre) date: Placed<NaiveDate>,
    /// `None` while the decision is pending: the day is an ordinary one.
    pub(in crate::centre) plan: Option<DayPlan>,
    /// What the day is called.
    pub(in crate::centre) name: Names,
}

/// Reads the file.
pub(in crate::centre) fn read(file: InFile<'_>, text: &str) -> Vec<Day> {
    super::rows(
        file,
        text,
        &["date", "kind", "name_vi", "name_en"],
        &["works_as"],
        day,
    )
}

fn day(row: &Row<'_>) -> Day {
    let date = row.cell("date").placed(value::date);
    let name = names(&row.cell("name_vi"), &row.cell("name_en"), Text::LINE);
    let works_as = row.cell("works_as").read_optional(value::weekday);
    let kind = row.cell("kind");
    let plan = match kind.as_str() {
        "statutory" | "compensatory" | "swap_off" | "weekend_in_block" => Some(DayPlan::Holiday),
        "local_closure" => Some(DayPlan::LocalClosure),
        "makeup_workday" => works_as.map(DayPlan::WorksAs),
        "pending" => None,
        _ => kind.read(|_| Err(KINDS.into())),
    };
    match (kind.as_str(), works_as) {
        ("makeup_workday", None) if row.cell("works_as").is_empty() => {
            row.error(
                "`works_as`: expected the weekday whose sessions this day has, found nothing",
            );
        }
        ("makeup_workday", _) | (_, None) => {}
        _ => row.error("`works_as`: expected nothing for this kind"),
    }
    if kind.as_str() == "pending" {
        row.warning(format!(
            "{} ({}) is pending: an ordinary day until decided",
            date.value, name.vi
        ));
    }
    Day { date, plan, name }
}

const KINDS: &str =
    "statutory, compensatory, swap_off, makeup_workday, weekend_in_block, local_closure or pending";
