//! `hours.toml`: the sessions of an ordinary week. A service may have such a list of its own.

use crate::centre::source::{Placed, Table, value};
use chrono::Weekday;
use queue_core::{Minute, Session};

/// The file's name.
pub(in crate::centre) const FILE: &str = "hours.toml";

/// The sessions of a week, Monday first, each day in order of time.
pub(in crate::centre) type Week = [Vec<Session>; 7];

/// Reads the file.
pub(in crate::centre) fn read(top: &mut Table<'_>) -> Week {
    let sessions = top.tables("sessions");
    week(sessions)
}

/// Reads a list of sessions and puts them on their days.
pub(in crate::centre) fn week(tables: Vec<Table<'_>>) -> Week {
    let mut week: Week = Default::default();
    for mut table in tables {
        let days = table.list("days");
        let days: Vec<Weekday> = days
            .iter()
            .filter_map(|day| day.read(value::weekday))
            .collect();
        let session = session(&mut table);
        table.done();
        let Some(session) = session else { continue };
        for day in days {
            let today = &mut week[day.num_days_from_monday() as usize];
            if let Some(other) = today.iter().find(|other| overlap(other, &session)) {
                let serve = format!("serve {}-{}", other.serve_from, other.serve_to);
                let issue = format!("issue {}-{}", other.issue_from, other.issue_to);
                let day = day.to_string().to_lowercase();
                table.error(format!(
                    "expected sessions that follow each other: on {day} this one overlaps {serve}, \
                     {issue}"
                ));
            }
            today.push(session);
            today.sort_by_key(|session| session.serve_from);
        }
    }
    week
}

fn session(table: &mut Table<'_>) -> Option<Session> {
    let serve: Placed<Option<(Minute, Minute)>> = table
        .cell("serve")
        .placed(|text| value::span(text).map(Some));
    let issue: Placed<Option<(Minute, Minute)>> = table
        .cell("issue")
        .placed(|text| value::span(text).map(Some));
    let ((serve_from, serve_to), (issue_from, issue_to)) = (serve.value?, issue.value?);
    if issue_to > serve_to {
        table.error_at(issue.line, format!(
            "`issue`: expected an end not after the end of serving ({serve_to}), found {issue_to}"
        ));
    }
    if issue_to <= serve_from {
        table.error_at(
            issue.line,
            format!(
                "`issue`: expected an end after serving begins ({serve_from}), found {issue_to}"
            ),
        );
    }
    Some(Session {
        serve_from,
        serve_to,
        issue_from,
        issue_to,
    })
}

fn overlap(a: &Session, b: &Session) -> bool {
    (a.serve_from < b.serve_to && b.serve_from < a.serve_to)
        || (a.issue_from < b.issue_to && b.issue_from < a.issue_to)
}
