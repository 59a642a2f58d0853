//! Figures out of many measurements.

use std::time::Duration;

/// Many durations of one thing.
#[derive(Debug, Default, Clone)]
pub struct Sample(Vec<Duration>);

impl Sample {
    /// Adds one measurement.
    pub fn add(&mut self, duration: Duration) {
        self.0.push(duration);
    }

    /// Adds all measurements of `other`.
    pub fn merge(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The duration that this many in a thousand do not exceed; zero without measurements.
    pub fn per_mille(&self, share: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let last = sorted.len().saturating_sub(1);
        sorted
            .get((sorted.len() * share / 1000).min(last))
            .copied()
            .unwrap_or_default()
    }

    /// Half of them are no longer.
    pub fn median(&self) -> Duration {
        self.per_mille(500)
    }

    /// 99 of 100 are no longer.
    pub fn p99(&self) -> Duration {
        self.per_mille(990)
    }

    /// The longest.
    pub fn max(&self) -> Duration {
        self.per_mille(1000)
    }
}

/// Milliseconds with two decimals.
pub fn ms(duration: Duration) -> String {
    format!("{:.2} ms", duration.as_secs_f64() * 1e3)
}
