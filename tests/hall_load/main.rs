//! The load run: the built programs under the budgets of the design, what was measured beside each
//! and what the machine allows in the same run.
//!
//! `cargo build --release --workspace --bins`, then `target/release/hall-load`.

mod callers;
mod crowd;
mod disk;
mod figures;
mod idle;
mod load;
mod painted;
mod playlist;
mod search;
mod setup;
mod start;
mod streams;
mod table;
mod touch;
mod visits;

use anyhow::{Result, ensure};
use clap::{Parser, ValueEnum};
use setup::{ALL, Open};
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::time::Duration;
use table::Line;
use tokio::runtime::Runtime;

/// Loads the built programs as the worst days do, and prints what was measured beside each budget.
#[derive(Debug, Parser)]
struct Options {
    /// Only this part; may be given several times.
    #[arg(long, value_enum)]
    only: Vec<Part>,
    /// Seconds of each load.
    #[arg(long, default_value_t = 15)]
    seconds: u64,
    /// Where the data folders are made: the disk that is measured.
    #[arg(long, default_value = "target")]
    disk: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Whole visits at a steady pace, and as fast as 24 clients can.
    Load,
    /// 64 callers against one.
    Callers,
    /// A call on 50 boards' streams.
    Streams,
    /// A call on a board's window (Xvfb).
    Painted,
    /// A touch on a kiosk's window (Xvfb).
    Touch,
    /// The start with ten years in the journal.
    Start,
    /// A keystroke's search.
    Search,
    /// A minute without work (Xvfb).
    Idle,
    /// A board with many pictures (Xvfb).
    Playlist,
}

fn main() -> Result<()> {
    let options = Options::parse();
    tracing_subscriber::fmt()
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
    std::fs::create_dir_all(&options.disk)?;
    let runtime = Runtime::new()?;
    say(table::HEAD);
    let mut failed = 0;
    for part in Part::value_variants() {
        if !options.only.is_empty() && !options.only.contains(part) {
            continue;
        }
        let folder = tempfile::tempdir_in(&options.disk)?;
        let lasting = Duration::from_secs(options.seconds);
        let measured = runtime.block_on(measure(*part, folder.path(), lasting));
        match measured {
            Ok(lines) => lines.iter().for_each(|line| say(&line.to_string())),
            Err(error) => {
                say(&Line::not_measured(&format!("{part:?}"), &error).to_string());
                failed += 1;
            }
        }
    }
    ensure!(failed == 0, "{failed} parts could not be measured");
    Ok(())
}

async fn measure(part: Part, folder: &Path, lasting: Duration) -> Result<Vec<Line>> {
    let hall = folder.join("hall");
    match part {
        Part::Load => load::lines(&Open::hall(&hall, ALL).await?, folder, lasting).await,
        Part::Callers => {
            callers::lines(&Open::hall(&hall, ALL).await?.crowd, folder, lasting / 3).await
        }
        Part::Streams => streams::lines(&Open::hall(&hall, ALL).await?).await,
        Part::Painted => painted::lines(&Open::hall(&hall, ALL).await?).await,
        Part::Touch => touch::lines(&Open::hall(&hall, ALL).await?),
        Part::Start => start::lines(folder),
        Part::Search => Ok(search::lines()),
        Part::Idle => idle::lines(&Open::hall(&hall, idle::OTHERS).await?).await,
        Part::Playlist => playlist::lines(&hall).await,
    }
}

#[expect(clippy::print_stdout, reason = "the table is what the program is for")]
fn say(line: &str) {
    println!("{line}");
}
