//! Agencies end and their work goes on: who has it on a date.

use super::files::agencies::Agency;
use chrono::NaiveDate;
use queue_core::Validity;
use std::collections::{BTreeMap, BTreeSet};

/// The agencies of a centre and who took over from whom.
#[derive(Debug)]
pub(super) struct Succession<'a> {
    agencies: BTreeMap<&'a str, &'a Agency>,
    successors: BTreeMap<&'a str, Vec<&'a Agency>>,
}

impl<'a> Succession<'a> {
    pub(super) fn new(agencies: &'a [Agency]) -> Self {
        let mut successors: BTreeMap<&str, Vec<&Agency>> = BTreeMap::new();
        for agency in agencies {
            for old in &agency.successor_of {
                successors.entry(&old.value).or_default().push(agency);
            }
        }
        let agencies = agencies
            .iter()
            .map(|agency| (agency.code.value.as_str(), agency))
            .collect();
        Self {
            agencies,
            successors,
        }
    }

    pub(super) fn agency(&self, code: &str) -> Option<&'a Agency> {
        self.agencies.get(code).copied()
    }

    /// The agencies that took over directly from `code`.
    pub(super) fn successors(&self, code: &str) -> &[&'a Agency] {
        self.successors.get(code).map_or(&[], Vec::as_slice)
    }

    /// The agencies that have the work of `code` on `date`: itself, or once it has ended those
    /// that took over, or those that took over from them.
    pub(super) fn holders(&self, code: &str, date: NaiveDate) -> Vec<&'a Agency> {
        let mut holders = Vec::new();
        self.walk(code, &mut BTreeSet::new(), &mut |agency| {
            if agency.valid.includes(date) {
                holders.push(agency);
            }
            agency.valid.until.is_some_and(|until| until < date)
        });
        holders
    }

    /// From when until when somebody has the work of `code`.
    pub(super) fn span(&self, code: &str) -> Validity {
        let from = self.agency(code).and_then(|agency| agency.valid.from);
        let mut ends = Vec::new();
        self.walk(code, &mut BTreeSet::new(), &mut |agency| {
            ends.push(agency.valid.until);
            agency.valid.until.is_some()
        });
        // `None` is open-ended, hence later than any date.
        let until = if ends.contains(&None) {
            None
        } else {
            ends.into_iter().flatten().max()
        };
        Validity { from, until }
    }

    /// Visits `code`, then its successors wherever `visit` asks to go on; each agency once, since
    /// an unchecked folder may go round in circles.
    fn walk(
        &self,
        code: &str,
        seen: &mut BTreeSet<&'a str>,
        visit: &mut impl FnMut(&'a Agency) -> bool,
    ) {
        let Some(agency) = self.agency(code) else {
            return;
        };
        if seen.insert(&agency.code.value) && visit(agency) {
            for next in self.successors(code) {
                self.walk(&next.code.value, seen, visit);
            }
        }
    }
}

/// The dates that lie in both; `None` when there are none.
pub(super) fn common(a: Validity, b: Validity) -> Option<Validity> {
    let from = a.from.max(b.from);
    let until = match (a.until, b.until) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    match (from, until) {
        (Some(from), Some(until)) if until < from => None,
        _ => Some(Validity { from, until }),
    }
}
