//! What was answered against what the journal holds: each command once, and nothing else.

use crate::wire::Sent;
use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;
use system_tests::hall::Hall;
use system_tests::programs::run;

/// One line of `xinmoi journal export`.
#[derive(Deserialize)]
struct Line {
    seq: u64,
    kind: String,
    device: Option<u32>,
    body: Value,
}

/// One thing that happened: the kind of its event, and which ticket, call or counter it made.
type Deed = (String, u64);

/// Checks the whole chain, then every answer against the journal.
pub fn check<'a>(hall: &Hall, sent: impl Iterator<Item = &'a Sent>) -> Result<()> {
    run(hall.xinmoi()?.args(["journal", "verify"]))?;
    let lines = run(hall.xinmoi()?.args(["journal", "export"]))?;
    let lines: Vec<Line> = lines
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<_, serde_json::Error>>()?;
    for (place, line) in (1..).zip(&lines) {
        ensure!(line.seq == place, "event {} stands at {place}", line.seq);
    }
    let asked = lines.iter().filter(|line| line.device.is_some());
    let mut stored = asked.map(deed_of_line).collect::<Result<Vec<Deed>>>()?;
    let mut told = Vec::new();
    let mut numbers = BTreeSet::new();
    for sent in sent {
        let answer = sent
            .answer
            .as_ref()
            .with_context(|| format!("no answer to {sent:?}"))?;
        if answer.status == 204 {
            continue;
        }
        let answer = answer.json()?;
        let deed = deed_of_answer(sent, &answer)?;
        if deed.0 == "ticket_issued" {
            let number = answer["ticket"]["number"].as_str().context("no number")?;
            ensure!(
                numbers.insert(number.to_owned()),
                "{number} was given twice"
            );
            let line = lines
                .get(usize::try_from(deed.1)? - 1)
                .context("no such event")?;
            ensure!(
                line.body["number"] == number,
                "{number} was answered: {}",
                line.body
            );
        }
        told.push(deed);
    }
    stored.sort();
    told.sort();
    ensure!(
        told.windows(2).all(|two| two[0] != two[1]),
        "answered twice"
    );
    let lost: Vec<_> = told
        .iter()
        .filter(|deed| stored.binary_search(deed).is_err())
        .collect();
    ensure!(
        lost.is_empty(),
        "answered, and not in the journal: {lost:?}"
    );
    let untold: Vec<_> = stored
        .iter()
        .filter(|deed| told.binary_search(deed).is_err())
        .collect();
    ensure!(
        untold.is_empty(),
        "in the journal, and never answered: {untold:?}"
    );
    ensure!(stored.len() == told.len(), "in the journal twice");
    Ok(())
}

fn deed_of_line(line: &Line) -> Result<Deed> {
    let about = match line.kind.as_str() {
        "ticket_issued" | "ticket_called" => line.seq,
        "counter_opened" => line.body["counter"].as_u64().context("no counter")?,
        _ => line.body["ticket"].as_u64().context("no ticket")?,
    };
    Ok((line.kind.clone(), about))
}

fn deed_of_answer(sent: &Sent, answer: &Value) -> Result<Deed> {
    let (kind, about) = match sent.path.rsplit('/').next() {
        Some("tickets") => ("ticket_issued", &answer["ticket"]["id"]),
        Some("open") => ("counter_opened", &answer["counter"]),
        Some("call-next") => ("ticket_called", &answer["ticket"]["call"]),
        Some("serve") => ("ticket_served", &answer["ticket"]["id"]),
        _ => ("ticket_finished", &answer["ticket"]["id"]),
    };
    let about = about
        .as_u64()
        .with_context(|| format!("{} brought {answer}", sent.path))?;
    Ok((kind.to_owned(), about))
}
