//! `xinmoi serve`

use super::log;
use crate::service::{Config, start};
use anyhow::bail;
use chrono::{DateTime, FixedOffset};
use clap::Args;
use std::net::SocketAddr;
use std::path::PathBuf;
use tokio::signal::unix::{SignalKind, signal};

/// Run the service until it is told to stop (SIGTERM, Ctrl-C).
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Where to listen. Any address but this machine's own lets others on the network listen in:
    /// there is no TLS yet.
    #[arg(long, value_name = "ADDR", default_value_t = Config::LISTEN)]
    listen: SocketAddr,
    /// Begin at this time instead of now, such as 2026-11-23T07:25:00+07:00; only in a folder made
    /// with `init --demo`. A folder with later events goes on from those.
    #[arg(long, value_name = "TIME")]
    demo_clock: Option<DateTime<FixedOffset>>,
    /// How many times as fast as real time the demo clock runs.
    #[arg(long, value_name = "N", default_value_t = 1.0, value_parser = speed, requires = "demo_clock")]
    speed: f64,
}

fn speed(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(speed) if (0.1..=3600.0).contains(&speed) => Ok(speed),
        _ => Err("a number from 0.1 to 3600".to_owned()),
    }
}

impl Serve {
    pub fn run(self, data: PathBuf) -> anyhow::Result<()> {
        log::begin();
        let demo_clock = self.demo_clock.map(|start| (start, self.speed));
        let config = Config {
            data,
            listen: self.listen,
            demo_clock,
        };
        tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()?
            .block_on(serve(config))
    }
}

async fn serve(config: Config) -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut running = start(config).await?;
    let told = tokio::select! {
        _ = terminate.recv() => true,
        _ = interrupt.recv() => true,
        () = running.wait() => false,
    };
    running.stop().await;
    if told {
        Ok(())
    } else {
        bail!("a part of the service ended by itself")
    }
}
