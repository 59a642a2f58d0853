//! The load run: whole visits against the service, and the budgets of the design beside what was
//! measured and what the machine allows in the same run.
//!
//! `cargo run --release -p system-tests --bin hall-load`

mod boards;
mod callers;
mod disk;
mod figures;
mod setup;
mod visits;

use anyhow::Result;
use clap::Parser;
use figures::{Line, ms, table};
use std::path::PathBuf;
use std::time::Duration;

/// Loads the service as the worst days do, and prints what was measured beside each budget.
#[derive(Debug, Parser)]
struct Options {
    /// Seconds of each part.
    #[arg(long, default_value_t = 15)]
    seconds: u64,
    /// Where the data folders are made: the disk that is measured.
    #[arg(long, default_value = "target")]
    disk: PathBuf,
}

fn main() -> Result<()> {
    let options = Options::parse();
    std::fs::create_dir_all(&options.disk)?;
    let lines = tokio::runtime::Runtime::new()?.block_on(measure(&options))?;
    #[expect(clippy::print_stdout, reason = "the table is what the program is for")]
    {
        print!("{}", table(&lines));
    }
    Ok(())
}

async fn measure(options: &Options) -> Result<Vec<Line>> {
    let lasting = Duration::from_secs(options.seconds);
    let folder = tempfile::tempdir_in(&options.disk)?;
    let data = setup::prepare(&folder.path().join("hall"))?;
    let hall = setup::open(&data).await?;
    let mut lines = Vec::new();

    let sync = disk::fdatasync(folder.path(), 500)?;
    let paced = visits::run(&hall.crowd, lasting, Some(100.0)).await?;
    let allowed = 4 * sync.median() + Duration::from_micros(500);
    for (what, sample) in [("issue", &paced.issue), ("call-next", &paced.call)] {
        lines.push(Line {
            what: format!(
                "{what} at 100 commands a second, median of {}",
                sample.len()
            ),
            measured: ms(sample.median()),
            budget: format!("≤ 4 × fdatasync + 0.5 ms = {}", ms(allowed)),
            limit: format!("fdatasync {}", ms(sync.median())),
            holds: sample.median() <= allowed,
        });
    }

    let full = visits::run(&hall.crowd, lasting, None).await?;
    let mut all = full.issue.clone();
    all.merge(full.call.clone());
    all.merge(full.other.clone());
    let (numbers, called) = full.counts();
    let wal = std::fs::metadata(data.journal().with_extension("db-wal"))?.len() as f64 / 1e6;
    lines.push(Line {
        what: format!("24 clients as fast as they can, {} commands", full.commands),
        measured: format!("p99 {}, max {}", ms(all.p99()), ms(all.max())),
        budget: "p99 ≤ 10 ms, max ≤ 60 ms".to_owned(),
        limit: format!("fdatasync p99 {}, max {}", ms(sync.p99()), ms(sync.max())),
        holds: all.p99() <= Duration::from_millis(10) && all.max() <= Duration::from_millis(60),
    });
    lines.push(Line {
        what: "the same: write-ahead log; distinct numbers and calls".to_owned(),
        measured: format!("{wal:.1} MB; {numbers} and {called}, none twice"),
        budget: "≤ 64 MB; all distinct".to_owned(),
        limit: String::new(),
        holds: wal <= 64.0,
    });

    let board = boards::measure(&hall.board, &hall.crowd).await?;
    lines.push(Line {
        what: format!(
            "call answered → the view on all of 50 streams, {} calls",
            board.len()
        ),
        measured: format!("p99 {}, median {}", ms(board.p99()), ms(board.median())),
        budget: "p99 ≤ 10 ms".to_owned(),
        limit: String::new(),
        holds: board.p99() <= Duration::from_millis(10),
    });

    let http = callers::over_http(&hall.crowd, lasting / 3).await?;
    hall.running.stop().await;
    lines.push(rates("64 callers over HTTP", &http, 1.5));
    for (what, name, slow, at_least) in [
        ("64 callers at the writer", "writer", Duration::ZERO, 3.0),
        (
            "the same with 1 ms added to each commit",
            "slow",
            Duration::from_millis(1),
            10.0,
        ),
    ] {
        let data = setup::prepare(&folder.path().join(name))?;
        let measured = callers::of_writer(&data, lasting / 3, slow).await?;
        lines.push(rates(what, &measured, at_least));
    }
    Ok(lines)
}

fn rates(what: &str, rates: &callers::Rates, at_least: f64) -> Line {
    Line {
        what: what.to_owned(),
        measured: format!("{:.1} × ({:.0} a second)", rates.ratio(), rates.many),
        budget: format!("≥ {at_least} × one caller"),
        limit: format!("one caller {:.0} a second", rates.one),
        holds: rates.ratio() >= at_least,
    }
}
