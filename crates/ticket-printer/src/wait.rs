//! A wait as people say it: a rounded range of minutes, never false precision.

use queue_protocol::WaitRange;

/// A wait in whole minutes, ready to be worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitMinutes {
    /// Less than so many minutes.
    Under(u32),
    /// About so many minutes.
    About(u32),
    /// Between the two.
    Range(u32, u32),
}

impl From<WaitRange> for WaitMinutes {
    /// Rounds outwards (the likely wait down, the cautious one up) to steps that grow with the
    /// wait: 5 minutes up to one hour, 10 up to two hours, 30 beyond. So what is printed always
    /// holds the estimate.
    fn from(wait: WaitRange) -> Self {
        let cautious_s = wait.cautious_s.max(wait.likely_s);
        let step = match cautious_s.div_ceil(60) {
            0..=60 => 5,
            61..=120 => 10,
            _ => 30,
        };
        let from = wait.likely_s / (step * 60) * step;
        let to = cautious_s.div_ceil(step * 60) * step;
        match (from, to) {
            (0, to) => Self::Under(to.max(step)),
            (from, to) if from == to => Self::About(to),
            (from, to) => Self::Range(from, to),
        }
    }
}
