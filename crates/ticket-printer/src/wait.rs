//! A wait as people say it: a rounded range of minutes, never false precision.

use queue_protocol::{MinuteRange, WaitRange};

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
    fn from(wait: WaitRange) -> Self {
        let MinuteRange { from, to } = wait.in_minutes();
        match from {
            0 => Self::Under(to),
            _ if from == to => Self::About(to),
            _ => Self::Range(from, to),
        }
    }
}
