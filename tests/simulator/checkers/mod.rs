//! What must hold of every journal, judged from its events alone. Nothing here asks the rules: who
//! is where, who is next and which numbers are given is worked out again from the events.

pub mod answers;
mod book;
mod numbers;
mod projections;
mod rank;
mod state;

use anyhow::{Context as _, Result, ensure};
use book::Book;
use numbers::Numbers;
use queue_core::{Catalogue, Centre, Event, Moment, Seq};
use queue_service::journal::row;
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::sync::Arc;
use system_tests::folder::Fact;

/// Follows one journal from its first event.
pub struct Checkers {
    rules: Arc<Catalogue>,
    book: Book,
    numbers: Numbers,
    newest: (Seq, Moment),
    /// The kinds of events seen so far.
    pub kinds: BTreeSet<String>,
}

impl Checkers {
    /// Checkers of an empty journal.
    pub fn new(rules: &Arc<Catalogue>) -> Self {
        Self {
            rules: Arc::clone(rules),
            book: Book::default(),
            numbers: Numbers::default(),
            newest: (Seq(0), Moment(0)),
            kinds: BTreeSet::new(),
        }
    }

    /// The place of the newest event seen.
    pub const fn newest(&self) -> Seq {
        self.newest.0
    }

    /// Judges the next event by everything before it.
    pub fn see(&mut self, fact: &Fact) -> Result<()> {
        self.judge(fact).with_context(|| format!("{fact:?}"))
    }

    fn judge(&mut self, fact: &Fact) -> Result<()> {
        let (seq, at) = self.newest;
        ensure!(fact.seq.0 == seq.0 + 1, "it does not follow {}", seq.0);
        ensure!(
            fact.at >= at || fact.event == Event::ClockAccepted,
            "time went back"
        );
        self.newest = (fact.seq, fact.at);
        self.kinds
            .insert(row::write(&fact.event)?.kind().to_owned());
        self.numbers.see(&fact.event)?;
        rank::check(&self.book, &self.rules, &fact.event)?;
        self.book.enter(fact)
    }

    /// The state says of everyone what the events say; nobody is lost.
    pub fn agree_with_state(&self, centre: &Centre) -> Result<()> {
        state::check(&self.book, centre)
    }

    /// The projections say what the events say.
    pub fn agree_with_projections(&self, db: &Connection) -> Result<()> {
        projections::check(&self.book, db)
    }
}
