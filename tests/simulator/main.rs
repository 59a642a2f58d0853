//! Simulated days: random people, random faults, and checkers that know only the events.
//!
//! `workload` tries things and knows nothing of what must hold; `checkers` judge what came of it
//! and know nothing of how. A failure names its seed and step; `XINMOI_SEEDS=7` lives through that
//! one again, `XINMOI_SEEDS=100..200` through others.

mod checkers;
mod doctored;
mod hall;
mod through_the_journal;
mod through_the_rules;
mod workload;

use anyhow::{Context as _, Result, ensure};
use std::collections::BTreeSet;
use system_tests::seeds::seeds;

const THROUGH_THE_RULES: u64 = 60;
const THROUGH_THE_JOURNAL: u64 = 8;

/// Everything that can become true of a day; each of the two runs must have reached all of it.
const KINDS: [&str; 23] = [
    "break_ended",
    "break_started",
    "counter_closed",
    "counter_opened",
    "day_ended",
    "day_opened",
    "help_ended",
    "help_started",
    "paper_reported",
    "priority_changed",
    "reprint_asked",
    "ticket_called",
    "ticket_cancelled",
    "ticket_finished",
    "ticket_handed_in",
    "ticket_held",
    "ticket_issued",
    "ticket_no_show",
    "ticket_recalled",
    "ticket_restored",
    "ticket_resumed",
    "ticket_returned",
    "ticket_served",
];

#[test]
fn days_through_the_rules_alone() -> Result<()> {
    live_all(THROUGH_THE_RULES, through_the_rules::live)
}

#[test]
fn days_through_the_journal_with_crashes() -> Result<()> {
    live_all(THROUGH_THE_JOURNAL, through_the_journal::live)
}

/// Lives through every seed; each gives the kinds of events it reached.
fn live_all(usual: u64, live: impl Fn(u64) -> Result<BTreeSet<String>>) -> Result<()> {
    let seeds = seeds(usual)?;
    let mut reached = BTreeSet::new();
    for seed in &seeds {
        reached.extend(live(*seed).with_context(|| format!("XINMOI_SEEDS={seed}"))?);
    }
    let missing: Vec<_> = KINDS
        .iter()
        .filter(|kind| !reached.contains(**kind))
        .collect();
    ensure!(
        missing.is_empty() || seeds.len() < 5,
        "nobody got as far as {missing:?}"
    );
    Ok(())
}
