//! `xinmoi-kiosk`: the visitor's screen.

use clap::Parser as _;
use kiosk_ui::centre_folder::read_centre;
use kiosk_ui::command_line::{Command, CommandLine};
use kiosk_ui::print_test::print_test;
use kiosk_ui::scan_lines::{scan_lines, usual_centre};
use kiosk_ui::search::search;
use kiosk_ui::settings::{Settings, SettingsError};
use kiosk_ui::wiring;
use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// The configuration is not usable: nothing was started.
const NOT_SET_UP: u8 = 2;

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

fn run(line: CommandLine) -> anyhow::Result<ExitCode> {
    if let Some(Command::Search {
        centre,
        json,
        limit,
        queries,
    }) = &line.command
    {
        let centre = read_centre(centre, chrono::Local::now().date_naive())?;
        search(&centre, queries, *limit, *json, &mut std::io::stdout())?;
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(Command::Scan { centre, on }) = &line.command {
        let folder = centre.clone().map_or_else(usual_centre, Ok)?;
        let centre = read_centre(&folder, *on)?;
        let (mut scanned, mut terminal) = (std::io::stdin().lock(), std::io::stdout());
        scan_lines(centre.catalogue(), *on, &mut scanned, &mut terminal)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut settings = Settings::read(&line.config)?;
    match line.command {
        Some(Command::PrintTest { png }) => {
            let printed = print_test(&settings, png.as_deref(), &mut std::io::stdout())?;
            Ok(if printed {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            })
        }
        Some(Command::Scan { .. } | Command::Search { .. }) | None => {
            settings.screen.fullscreen =
                line.fullscreen || (settings.screen.fullscreen && line.size.is_none());
            let client = settings.client()?;
            wiring::run(settings, client, line.size)?;
            Ok(ExitCode::SUCCESS)
        }
    }
}
