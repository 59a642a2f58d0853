//! `xinmoi-kiosk`: the visitor's screen.

use clap::Parser as _;
use kiosk_ui::command_line::CommandLine;
use kiosk_ui::commands::perform;
use kiosk_ui::settings::{Settings, SettingsError};
use kiosk_ui::wiring::{self, Ending};
use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// The configuration is not usable: nothing was started.
const NOT_SET_UP: u8 = 2;
/// Staff asked for it: the service manager starts it again.
const START_AGAIN: u8 = 3;

fn main() -> ExitCode {
    let filter = EnvFilter::try_from_env("XINMOI_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
    match run(CommandLine::parse()) {
        Ok(code) => code,
        Err(error) => {
            let code = if error.is::<SettingsError>() {
                ExitCode::from(NOT_SET_UP)
            } else {
                ExitCode::FAILURE
            };
            // A terminal that is gone cannot be told either.
            let _ = writeln!(std::io::stderr(), "xinmoi-kiosk: {error:#}");
            code
        }
    }
}

fn run(mut line: CommandLine) -> anyhow::Result<ExitCode> {
    if let Some(command) = line.command.take() {
        let went_well = perform(command, &line.config)?;
        return Ok(if went_well {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        });
    }
    let mut settings = Settings::read(&line.config)?;
    settings.screen.fullscreen =
        line.fullscreen || (settings.screen.fullscreen && line.size.is_none());
    let client = settings.client()?;
    Ok(match wiring::run(settings, client, line.size)? {
        Ending::Closed => ExitCode::SUCCESS,
        Ending::Restart => ExitCode::from(START_AGAIN),
    })
}
