//! `xinmoi-kiosk print-test`: a sample slip, and what became of it.

use crate::settings::Settings;
use anyhow::{Context as _, Result};
use queue_protocol::Language;
use std::io::Write;
use std::path::Path;
use std::sync::mpsc;
use ticket_printer::{JobState, Printer, PrinterEvent, Slip, SlipDrawer};

/// Prints a sample slip on the printer of `settings`, and writes to `terminal` what the printer says. With `png`, its
/// picture is stored there too. Gives whether the slip came out.
///
/// # Errors
/// The picture cannot be stored, or no thread can be started.
pub fn print_test(
    settings: &Settings,
    png: Option<&Path>,
    terminal: &mut dyn Write,
) -> Result<bool> {
    let now = chrono::Local::now().fixed_offset();
    let picture = SlipDrawer::new().draw(&Slip::sample(Language::VI, now), settings.printer.width);
    if let Some(png) = png {
        std::fs::write(png, picture.to_png()?)
            .with_context(|| format!("cannot write {}", png.display()))?;
        writeln!(terminal, "picture: {}", png.display())?;
    }
    writeln!(
        terminal,
        "slip: {} × {} dots",
        picture.width(),
        picture.height()
    )?;
    let (news, heard) = mpsc::channel();
    let printer = Printer::start(settings.printer.clone(), move |event| {
        // Nobody listens any more once the slip's fate is known.
        let _ = news.send(event);
    })?;
    printer.print(1, &picture)?;
    let mut end = JobState::Queued;
    while !end.has_ended() {
        match heard.recv().context("the printer's thread has ended")? {
            PrinterEvent::Job { state, .. } => {
                end = state;
                writeln!(terminal, "{}", told(state))?;
            }
            PrinterEvent::Health(health) => {
                let trouble = health.trouble.map_or("none", ticket_printer::Cause::code);
                writeln!(
                    terminal,
                    "printer: paper {:?}, trouble {trouble}",
                    health.paper
                )?;
            }
        }
    }
    printer.finish();
    Ok(end == JobState::Confirmed)
}

fn told(state: JobState) -> String {
    match state {
        JobState::Queued => "waiting".to_owned(),
        JobState::Sent => "sending".to_owned(),
        JobState::Confirmed => "printed: the slip is out".to_owned(),
        JobState::Unknown(cause) => {
            format!("unknown ({}): look whether a slip came out", cause.code())
        }
        JobState::Failed(cause) => format!("not printed: {}", cause.code()),
    }
}
