//! `xinmoi clock accept`

use super::{say, send};
use crate::journal::DataFolder;
use crate::writer::{AdminAnswer, AdminOrder};
use chrono::{DateTime, Local, SecondsFormat};
use clap::Subcommand;

/// Settle a doubt about the clock.
#[derive(Debug, Subcommand)]
pub(super) enum Clock {
    /// Believe the machine's clock as it stands, though it jumped, goes back, or is far ahead of
    /// the journal. Look at it first: `date`.
    Accept,
}

impl Clock {
    pub fn run(self, folder: &DataFolder) -> anyhow::Result<()> {
        let Self::Accept = self;
        let AdminAnswer::ClockAccepted { at_ms } = send(folder, AdminOrder::AcceptClock)? else {
            anyhow::bail!("the service answered another question");
        };
        Ok(say(&format!("time goes on from {}", time(at_ms)))?)
    }
}

/// An instant as the administrator's machine writes it.
pub(super) fn time(at_ms: i64) -> String {
    let at = DateTime::from_timestamp_millis(at_ms).unwrap_or_default();
    at.with_timezone(&Local)
        .to_rfc3339_opts(SecondsFormat::Secs, false)
}
