//! `xinmoi status`

use super::clock::time;
use super::say;
use crate::admin;
use crate::clock::ClockHealth;
use crate::journal::DataFolder;
use clap::Args;
use std::net::SocketAddr;

/// Show what the data folder holds and how the service does.
#[derive(Debug, Args)]
pub(super) struct Status {
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl Status {
    pub fn run(self, folder: &DataFolder) -> anyhow::Result<()> {
        let status = admin::status(folder)?;
        if self.json {
            say(&serde_json::to_string_pretty(&status)?)?;
        } else {
            describe(&status).iter().try_for_each(|line| say(line))?;
        }
        Ok(())
    }
}

fn describe(status: &admin::Status) -> Vec<String> {
    let newest = status
        .newest_ms
        .map_or(String::new(), |at| format!(", the newest at {}", time(at)));
    let demo = if status.demo {
        ", for demos and tests"
    } else {
        ""
    };
    let mut lines = vec![format!(
        "journal {}{demo}: {} events{newest}",
        status.journal, status.seq
    )];
    let Some(running) = &status.running else {
        lines.push("no service is running".to_owned());
        return lines;
    };
    lines.push(format!(
        "xinmoi {} is running as process {} on {}",
        running.version, running.pid, running.listen
    ));
    if running
        .listen
        .parse()
        .is_ok_and(|addr: SocketAddr| !addr.ip().is_loopback())
    {
        lines.push("warning: others on the network can listen in, there is no TLS yet".to_owned());
    }
    let digest = running.digest.get(..12).unwrap_or_default();
    lines.push(format!(
        "centre {} ({digest}…), {}",
        running.centre,
        time(running.now_ms)
    ));
    let day = running
        .day
        .map_or("no day is open".to_owned(), |day| format!("{day}"));
    lines.push(format!(
        "{day}: {} numbers given, {} waiting, {} at counters, {} counters open",
        running.issued, running.waiting, running.at_counters, running.counters
    ));
    lines.extend(doubt(running.clock));
    if !running.storing {
        lines.push("warning: the newest commands could not be stored; the log says why".to_owned());
    }
    lines
}

fn doubt(clock: ClockHealth) -> Option<String> {
    let what = match clock {
        ClockHealth::Agrees => return None,
        ClockHealth::Parted { by_s } => {
            format!("jumped by {by_s} s and is not followed, and no new day opens")
        }
        ClockHealth::BeforeLast { by_s } => {
            format!("stands {by_s} s before the newest event, and no numbers are issued")
        }
        ClockHealth::FarAhead { by_s } => {
            format!("stands {by_s} s after the newest event, and no numbers are issued")
        }
    };
    Some(format!(
        "warning: the wall clock {what}; set it right, or `xinmoi clock accept`"
    ))
}
