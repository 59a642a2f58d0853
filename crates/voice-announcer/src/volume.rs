use chrono::NaiveTime;
use serde::Deserialize;
use std::fmt;
use std::str::FromStr;

/// A span of every day, such as `11:30-13:00`; one that ends before it begins goes over midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct Span {
    from: NaiveTime,
    to: NaiveTime,
}

/// The text is no span of a day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected two different times of day, such as 11:30-13:00")]
pub struct ParseSpanError;

impl Span {
    /// Whether `time` lies in it; its end does not.
    #[must_use]
    pub fn contains(self, time: NaiveTime) -> bool {
        if self.from < self.to {
            self.from <= time && time < self.to
        } else {
            self.from <= time || time < self.to
        }
    }
}

impl FromStr for Span {
    type Err = ParseSpanError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").ok();
        text.split_once('-')
            .and_then(|(from, to)| Some((time(from)?, time(to)?)))
            .filter(|(from, to)| from != to)
            .map(|(from, to)| Self { from, to })
            .ok_or(ParseSpanError)
    }
}

impl TryFrom<String> for Span {
    type Error = ParseSpanError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}-{}",
            self.from.format("%H:%M"),
            self.to.format("%H:%M")
        )
    }
}

/// How loud the hall is spoken to, from 0 (not at all) to 1 (as the banks are).
#[derive(Clone, Debug, PartialEq)]
pub struct VolumePlan {
    /// At all other hours, and as long as the time of day is not known.
    pub usual: f32,
    /// At some hours; where they overlap, the quietest.
    pub hours: Vec<(Span, f32)>,
    /// When nothing is said.
    pub quiet: Vec<Span>,
}

impl Default for VolumePlan {
    fn default() -> Self {
        Self {
            usual: 1.0,
            hours: Vec::new(),
            quiet: Vec::new(),
        }
    }
}

impl VolumePlan {
    /// The volume at a time of day.
    #[must_use]
    pub fn at(&self, time: Option<NaiveTime>) -> f32 {
        let Some(time) = time else { return self.usual };
        if self.quiet.iter().any(|span| span.contains(time)) {
            return 0.0;
        }
        let now = self.hours.iter().filter(|(span, _)| span.contains(time));
        let volumes = now.map(|(_, volume)| *volume);
        volumes.reduce(f32::min).unwrap_or(self.usual)
    }
}
