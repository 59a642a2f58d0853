//! What happened in a simulated day, counted by those who took part in it.

use queue_client::CallError;
use serde::Serialize;
use std::sync::Mutex;

/// Counts shared by everybody in the hall.
#[derive(Debug, Default)]
pub struct Tally(Mutex<Counts>);

#[derive(Debug, Default)]
struct Counts {
    issued: u32,
    called: u32,
    finished: u32,
    refused: u32,
    errors: Vec<String>,
    ordinary_waits_s: Vec<u32>,
    priority_waits_s: Vec<u32>,
}

/// The waits of one kind of visitor, in seconds of the hall.
#[derive(Debug, Serialize)]
pub struct Waits {
    /// How many were called.
    pub visitors: usize,
    /// Half of them waited no longer than this.
    pub median_s: u32,
    /// Nine in ten of them waited no longer than this.
    pub p90_s: u32,
    /// The longest wait.
    pub longest_s: u32,
}

/// The day in numbers, as `summary.json` holds it.
#[derive(Debug, Serialize)]
pub struct Summary {
    /// Numbers given.
    pub issued: u32,
    /// Visitors called.
    pub called: u32,
    /// Visits finished.
    pub finished: u32,
    /// Commands that the rules refused.
    pub refused: u32,
    /// Commands that had no answer, or one that made no sense.
    pub errors: usize,
    /// Waits of ordinary visitors.
    pub ordinary: Option<Waits>,
    /// Waits of priority visitors.
    pub priority: Option<Waits>,
    /// What the errors said, the first ten.
    pub error_texts: Vec<String>,
}

impl Tally {
    fn change(&self, change: impl FnOnce(&mut Counts)) {
        // A poisoned count is still a count.
        change(
            &mut self
                .0
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner),
        );
    }

    /// A number was given.
    pub fn issued(&self) {
        self.change(|counts| counts.issued += 1);
    }

    /// A visitor was called after `waited_s` seconds.
    pub fn called(&self, priority: bool, waited_s: u32) {
        self.change(|counts| {
            counts.called += 1;
            if priority {
                &mut counts.priority_waits_s
            } else {
                &mut counts.ordinary_waits_s
            }
            .push(waited_s);
        });
    }

    /// A visit was finished.
    pub fn finished(&self) {
        self.change(|counts| counts.finished += 1);
    }

    /// A command gave no result.
    pub fn failed(&self, error: &CallError) {
        self.change(|counts| match error {
            CallError::Refused(_) => counts.refused += 1,
            CallError::Unanswered(_) | CallError::Unreadable(_) => {
                counts.errors.push(error.to_string());
            }
        });
    }

    /// The day so far.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let counts = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        Summary {
            issued: counts.issued,
            called: counts.called,
            finished: counts.finished,
            refused: counts.refused,
            errors: counts.errors.len(),
            ordinary: waits(&counts.ordinary_waits_s),
            priority: waits(&counts.priority_waits_s),
            error_texts: counts.errors.iter().take(10).cloned().collect(),
        }
    }
}

fn waits(seconds: &[u32]) -> Option<Waits> {
    let mut sorted = seconds.to_vec();
    sorted.sort_unstable();
    let at = |share: usize| {
        sorted
            .get((sorted.len() * share / 100).min(sorted.len().saturating_sub(1)))
            .copied()
    };
    Some(Waits {
        visitors: sorted.len(),
        median_s: at(50)?,
        p90_s: at(90)?,
        longest_s: at(100)?,
    })
}
