//! The table of budgets (design of the hall), line by line as it is measured.

use std::fmt;

/// One line.
pub struct Line {
    /// What was measured.
    pub what: String,
    /// The figures, or why there are none.
    pub measured: String,
    /// The budget.
    pub budget: String,
    /// What the machine allows, or a peer, in the same run.
    pub limit: String,
    /// What is to be said of it.
    pub verdict: Verdict,
}

/// Whether a budget holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It does.
    Holds,
    /// It does not.
    Missed,
    /// Something that the measurement needs is not here.
    NotMeasured,
}

impl From<bool> for Verdict {
    fn from(holds: bool) -> Self {
        if holds { Self::Holds } else { Self::Missed }
    }
}

impl Line {
    /// A line without figures, because something that it needs is not here.
    pub fn not_measured(what: &str, why: &anyhow::Error) -> Self {
        Self {
            what: what.to_owned(),
            measured: format!("{why:#}"),
            budget: String::new(),
            limit: String::new(),
            verdict: Verdict::NotMeasured,
        }
    }
}

/// The head of the table, in Markdown.
pub const HEAD: &str =
    "| what | measured | budget | limit in the same run | |\n|---|---|---|---|---|";

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = match self.verdict {
            Verdict::Holds => "holds",
            Verdict::Missed => "MISSED",
            Verdict::NotMeasured => "NOT MEASURED",
        };
        let Self {
            what,
            measured,
            budget,
            limit,
            ..
        } = self;
        write!(
            f,
            "| {what} | {measured} | {budget} | {limit} | {verdict} |"
        )
    }
}
