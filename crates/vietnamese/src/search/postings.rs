//! Which entries hold which terms.

use super::reading::Reading;
use super::vocabulary::TermId;

/// The entries of every term, term after term; the entries of a run of terms are one slice.
#[derive(Debug, Default)]
pub(super) struct Postings {
    /// Where the entries of each term begin, and the end of the last.
    starts: Vec<usize>,
    entries: Vec<u32>,
}

impl Postings {
    /// From the terms of each entry in order (an entry may hold a term many times).
    pub(super) fn of<'t>(
        terms: usize,
        entries: impl Iterator<Item = impl Iterator<Item = &'t TermId>>,
    ) -> Self {
        let mut holders: Vec<Vec<u32>> = vec![Vec::new(); terms];
        for (entry, held) in (0..).zip(entries) {
            for &term in held {
                let holders = &mut holders[term as usize];
                if holders.last() != Some(&entry) {
                    holders.push(entry);
                }
            }
        }
        let mut postings = Self {
            starts: vec![0],
            entries: Vec::new(),
        };
        for holders in holders {
            postings.entries.extend(holders);
            postings.starts.push(postings.entries.len());
        }
        postings
    }

    /// Counts into `held`, one place per entry, how many words of the reading it holds, up to the
    /// first it lacks; gives the number of words there are.
    pub(super) fn count_words(&self, reading: &Reading<'_>, held: &mut [usize]) -> usize {
        held.fill(0);
        let mut before = 0;
        for (asked, _) in reading.words() {
            for run in asked.runs() {
                for &entry in
                    &self.entries[self.starts[run.start as usize]..self.starts[run.end as usize]]
                {
                    let held = &mut held[entry as usize];
                    if *held == before {
                        *held += 1;
                    }
                }
            }
            before += 1;
        }
        before
    }
}
