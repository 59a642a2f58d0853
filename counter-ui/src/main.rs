//! `xinmoi-counter`: the officer's desk.

use anyhow::Context as _;
use clap::Parser;
use counter_ui::settings::Settings;
use counter_ui::wiring;
use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// The officer's desk: calls visitors to one counter.
#[derive(Debug, Parser)]
#[command(name = "xinmoi-counter", version)]
struct Arguments {
    /// The settings; the counter chosen at sign-in is remembered beside them.
    #[arg(
        long,
        value_name = "FILE",
        default_value = "counter.toml",
        env = "XINMOI_COUNTER_CONFIG"
    )]
    config: PathBuf,
    /// The window's size instead of the one drawn, such as 1366x768.
    #[arg(long, value_name = "WxH", value_parser = size)]
    size: Option<(u32, u32)>,
}

fn size(text: &str) -> Result<(u32, u32), String> {
    let sides = text
        .split_once('x')
        .and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)));
    sides.ok_or_else(|| "expected a width and a height, such as 1366x768".to_owned())
}

fn main() -> ExitCode {
    let Arguments { config, size } = Arguments::parse();
    let filter = tracing_subscriber::EnvFilter::try_from_env("XINMOI_LOG");
    tracing_subscriber::fmt()
        .with_env_filter(filter.unwrap_or_else(|_| "info".into()))
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
    let prepared = Settings::read(&config)
        .and_then(|settings| Ok((wiring::client(&settings)?, settings)))
        .context("the counter cannot start");
    let run = match prepared {
        Ok((client, settings)) => wiring::run(&settings, client, &config, size),
        Err(error) => {
            tracing::error!("{error:#}");
            return ExitCode::from(2);
        }
    };
    match run {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
