//! The fixed words of the slip, from each `slip.toml` of `assets/lang`.

use crate::wait::WaitMinutes;
use chrono::{DateTime, FixedOffset};
use queue_protocol::Language;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// All fixed words of a slip in one language; the keys are explained in the files.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wording {
    pub number: String,
    pub priority: String,
    pub counter: String,
    pub or: String,
    pub ahead: String,
    pub ahead_may_rise: String,
    pub not_known: String,
    pub taken_offline: String,
    pub wait_about: String,
    pub wait_under: String,
    pub wait_unknown: String,
    pub minutes_range: String,
    pub minutes: String,
    pub not_estimated: String,
    pub papers: String,
    pub follow: String,
    pub follow_long: String,
    pub missed: String,
    pub taken: String,
    /// As chrono's `format` reads it.
    pub date: String,
    pub valid: String,
    pub thanks: String,
    pub reprint: String,
    pub test: String,
    pub sample: Sample,
}

/// The names on the slip that tries a printer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sample {
    pub centre_parent: String,
    pub centre_name: String,
    pub service: String,
    pub zone: String,
    pub procedure: String,
    pub papers: Vec<String>,
}

impl Wording {
    /// The words in `language`, parsed once.
    pub fn of(language: Language) -> &'static Self {
        static WORDINGS: LazyLock<BTreeMap<Language, Wording>> = LazyLock::new(|| {
            let parsed = |language| (language, parse(file(language)));
            Language::known().map(parsed).collect()
        });
        &WORDINGS[&language]
    }

    /// The label and the value of a wait: "Chờ khoảng", "10–15 phút".
    pub fn wait(&self, wait: Option<WaitMinutes>) -> (&str, String) {
        let to_minutes = |to: u32| fill(&self.minutes, &[("to", &to.to_string())]);
        match wait {
            None => (&self.wait_unknown, self.not_estimated.clone()),
            Some(WaitMinutes::Under(to)) => (&self.wait_under, to_minutes(to)),
            Some(WaitMinutes::About(to)) => (&self.wait_about, to_minutes(to)),
            Some(WaitMinutes::Range(from, to)) => {
                let (from, to) = (from.to_string(), to.to_string());
                (
                    &self.wait_about,
                    fill(&self.minutes_range, &[("from", &from), ("to", &to)]),
                )
            }
        }
    }

    /// "Lấy số lúc 08:42 ngày 25/11/2026", "Taken at 08:42 on 25 Nov 2026".
    pub fn taken_at(&self, at: DateTime<FixedOffset>) -> String {
        let time = at.format("%H:%M").to_string();
        let date = at.format(&self.date).to_string();
        fill(&self.taken, &[("time", &time), ("date", &date)])
    }
}

fn file(language: Language) -> &'static str {
    language.text("slip.toml").unwrap_or_default()
}

#[expect(
    clippy::expect_used,
    reason = "the embedded files are parsed by a test"
)]
fn parse(file: &str) -> Wording {
    toml::from_str(file).expect("the embedded slip.toml")
}

fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    values
        .iter()
        .fold(pattern.to_owned(), |text, (name, value)| {
            text.replace(&format!("{{{name}}}"), value)
        })
}

#[cfg(test)]
mod tests;
