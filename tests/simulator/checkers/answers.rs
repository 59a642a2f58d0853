//! Exactly once: an answer under a key never changes, and every event that a device asked for is in
//! one answer.

use anyhow::{Result, ensure};
use queue_service::writer::Reply;
use std::collections::{BTreeMap, BTreeSet};
use system_tests::folder::Fact;

/// What was answered under each key.
#[derive(Default)]
pub struct Answers(BTreeMap<u64, Reply>);

impl Answers {
    /// Takes down an answer; one that was given before must be the same. Gives whether it is the
    /// first.
    pub fn take(&mut self, key: u64, reply: Reply) -> Result<bool> {
        // An empty call-next changed nothing, so it is decided anew each time.
        if reply.status == 204 {
            return Ok(false);
        }
        let Some(before) = self.0.get(&key) else {
            self.0.insert(key, reply);
            return Ok(true);
        };
        ensure!(
            *before == reply,
            "key {key} was answered {before:?}, and now {reply:?}"
        );
        Ok(false)
    }

    /// Every event of a device stands in one answer, and every answer in the journal.
    pub fn check(&self, facts: &[Fact]) -> Result<()> {
        let mut told = BTreeSet::new();
        for (key, reply) in &self.0 {
            for place in reply.body.split(',') {
                let seq: u64 = place.parse()?;
                ensure!(
                    told.insert(seq),
                    "event {seq} was answered twice, last under key {key}"
                );
            }
        }
        let asked: BTreeSet<u64> = facts
            .iter()
            .filter(|fact| fact.asked)
            .map(|fact| fact.seq.0)
            .collect();
        let lost: Vec<_> = told.difference(&asked).collect();
        ensure!(
            lost.is_empty(),
            "answered, and not in the journal: {lost:?}"
        );
        let untold: Vec<_> = asked.difference(&told).collect();
        ensure!(
            untold.is_empty(),
            "in the journal, and never answered: {untold:?}"
        );
        Ok(())
    }
}
