//! The journal against the kiosk's ledger and the papers that came out.

use crate::papers;
use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;
use system_tests::fake_printer::Seen;
use system_tests::hall::Hall;
use system_tests::programs::run;

/// One line of `xinmoi journal export`.
#[derive(Debug, Deserialize)]
struct Line {
    seq: u64,
    kind: String,
    body: Value,
}

/// What the journal holds.
#[derive(Debug)]
pub struct Record(Vec<Line>);

impl Record {
    /// Reads the journal, and checks its chain.
    pub fn of(hall: &Hall) -> Result<Self> {
        run(hall.xinmoi()?.args(["journal", "verify"]))?;
        let lines = run(hall.xinmoi()?.args(["journal", "export"]))?;
        let lines: Result<_, serde_json::Error> = lines.lines().map(serde_json::from_str).collect();
        Ok(Self(lines?))
    }

    /// The number of the newest ticket.
    pub fn newest(&self) -> Result<&str> {
        let ticket = self.0.iter().rfind(|line| line.kind == "ticket_issued");
        let number = ticket.and_then(|line| line.body["number"].as_str());
        number.context("no ticket was issued")
    }

    /// How many events of this kind there are.
    pub fn count(&self, kind: &str) -> usize {
        self.0.iter().filter(|line| line.kind == kind).count()
    }

    /// The numbers whose paper came to this end, in their order.
    pub fn results(&self, result: &str) -> Vec<&str> {
        let reports = self.0.iter().filter(|line| line.kind == "paper_reported");
        let ended = reports.filter(|line| line.body["result"] == result);
        let mut numbers: Vec<&str> = ended
            .filter_map(|line| self.number(line.body["ticket"].as_u64()?))
            .collect();
        numbers.sort_unstable();
        numbers
    }

    fn number(&self, ticket: u64) -> Option<&str> {
        let line = self.0.iter().find(|line| line.seq == ticket)?;
        line.body["number"].as_str()
    }
}

/// Each number that the kiosk gave by itself was handed in once, and each paper bears one of them, each another one.
pub fn check(hall: &Hall, address: &str, given: &[Value], seen: &Seen) -> Result<Record> {
    let record = Record::of(hall)?;
    let number = |body: &Value| {
        body["number"]
            .as_str()
            .context("no number")
            .map(str::to_owned)
    };
    let handed_in = record
        .0
        .iter()
        .filter(|line| line.kind == "ticket_handed_in");
    let handed_in: Vec<String> = handed_in
        .map(|line| number(&line.body))
        .collect::<Result<_>>()?;
    let given_numbers = given.iter().map(|ticket| number(&ticket["request"]));
    let given_numbers: Vec<String> = given_numbers.collect::<Result<_>>()?;
    ensure!(
        handed_in == given_numbers,
        "given {given_numbers:?}, handed in {handed_in:?}"
    );
    let papers = papers::numbers(hall, address, given, seen)?;
    for numbers in [&handed_in, &papers] {
        let distinct: BTreeSet<&String> = numbers.iter().collect();
        ensure!(distinct.len() == numbers.len(), "twice in {numbers:?}");
    }
    ensure!(
        papers.iter().all(|paper| handed_in.contains(paper)),
        "papers {papers:?}, handed in {handed_in:?}"
    );
    Ok(record)
}
