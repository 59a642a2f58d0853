//! People who use the hall as fast as it answers, one command after the other.

use crate::wire::{Answer, Sent, Wire};
use anyhow::{Result, ensure};
use fastrand::Rng;
use serde_json::json;
use system_tests::hall::PIN;
use tokio::sync::Semaphore;

/// Services of the Khánh Hòa centre that the officers here deal with.
const SERVICES: [&str; 2] = ["tu-phap", "giao-thong"];

/// What somebody does all day.
pub enum Work {
    /// Gives numbers.
    Kiosk,
    /// Opens a counter, then calls, serves and finishes.
    Counter { counter: u16, officer: u32 },
}

/// Somebody at a device, with everything ever asked there.
pub struct Person {
    name: String,
    token: String,
    work: Work,
    random: Rng,
    pub sent: Vec<Sent>,
    /// How often a command was asked again that had no answer.
    pub repeated: u32,
}

impl Person {
    pub fn new(name: &str, token: String, work: Work, random: Rng) -> Self {
        Self {
            name: name.to_owned(),
            token,
            work,
            random,
            sent: Vec::new(),
            repeated: 0,
        }
    }

    /// Works until an answer fails to come; `answers` gets a permit for each that came.
    pub async fn work(&mut self, wire: &Wire, answers: &Semaphore) -> Result<()> {
        if !self.catch_up(wire).await? {
            return Ok(());
        }
        loop {
            let next = self.next();
            self.sent.push(next);
            if !self.ask_last(wire).await? {
                return Ok(());
            }
            answers.add_permits(1);
        }
    }

    /// Repeats the newest command under its key: it was not answered, or is answered now word for
    /// word as before. False if the answer fails to come.
    pub async fn catch_up(&mut self, wire: &Wire) -> Result<bool> {
        let unanswered = self.sent.last().is_some_and(|last| last.answer.is_none());
        self.repeated += u32::from(unanswered);
        self.ask_last(wire).await
    }

    async fn ask_last(&mut self, wire: &Wire) -> Result<bool> {
        let Some(last) = self.sent.last_mut() else {
            return Ok(true);
        };
        let Some(answer) = wire.post(&self.token, last).await else {
            return Ok(false);
        };
        ensure!(
            matches!(answer.status, 200 | 201 | 204),
            "{last:?} brought {answer:?}"
        );
        match &last.answer {
            // An empty call-next changed nothing and is decided anew.
            Some(before) if before.status != 204 => {
                ensure!(
                    *before == answer,
                    "{last:?} brought another answer: {answer:?}"
                );
            }
            _ => last.answer = Some(answer),
        }
        Ok(true)
    }

    fn next(&mut self) -> Sent {
        let (path, body) = match self.work {
            Work::Kiosk => {
                let service = SERVICES[self.random.usize(0..SERVICES.len())];
                let ask = json!({ "service": service, "purpose": "submit", "language": "vi" });
                ("/tickets".to_owned(), ask)
            }
            Work::Counter { counter, officer } => {
                let verb = self.next_verb();
                let body = match verb {
                    "open" => json!({ "officer": officer, "pin": PIN }),
                    "finish" => json!({ "outcome": "received" }),
                    _ => json!({}),
                };
                (format!("/counters/{counter}/{verb}"), body)
            }
        };
        let key = format!("{}-{}", self.name, self.sent.len());
        Sent {
            key,
            path,
            body,
            answer: None,
        }
    }

    fn next_verb(&self) -> &'static str {
        let Some(last) = self.sent.last() else {
            return "open";
        };
        let nobody = matches!(last.answer, Some(Answer { status: 204, .. }));
        match last.path.rsplit('/').next() {
            Some("call-next") if !nobody => "serve",
            Some("serve") => "finish",
            _ => "call-next",
        }
    }
}
