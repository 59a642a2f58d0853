//! Whole visits at a steady pace and as fast as 24 clients can, beside what the disk allows.

use crate::disk::fdatasync;
use crate::figures::ms;
use crate::setup::Open;
use crate::table::Line;
use crate::visits;
use anyhow::Result;
use std::path::Path;
use std::time::Duration;

const SYNCS: usize = 500;
const A_SECOND: f64 = 100.0;
const WRITE_AHEAD_MB: f64 = 64.0;

/// Both parts of the load, `lasting` each.
pub async fn lines(open: &Open, folder: &Path, lasting: Duration) -> Result<Vec<Line>> {
    let pause = Duration::from_secs_f64(1.0 / A_SECOND);
    let mut sync = fdatasync(folder, SYNCS, pause)?;
    let hot = fdatasync(folder, SYNCS, Duration::ZERO)?;
    let paced = visits::run(&open.crowd, lasting, Some(A_SECOND)).await?;
    sync.merge(fdatasync(folder, SYNCS, pause)?);
    let allowed = 4 * sync.median() + Duration::from_micros(500);
    let steady = [("issue", &paced.issue), ("call-next", &paced.call)].map(|(what, sample)| Line {
        what: format!("{what} at {A_SECOND} commands a second, {}", sample.len()),
        measured: format!("median {}, p99 {}", ms(sample.median()), ms(sample.p99())),
        budget: format!("median ≤ 4 × fdatasync + 0.5 ms = {}", ms(allowed)),
        limit: format!(
            "fdatasync as often: median {}, p99 {}; back to back {}",
            ms(sync.median()),
            ms(sync.p99()),
            ms(hot.median())
        ),
        verdict: (sample.median() <= allowed).into(),
    });

    let full = visits::run(&open.crowd, lasting, None).await?;
    let all = full.all();
    let (numbers, calls) = full.counts();
    let log = std::fs::metadata(open.log())?.len() as f64 / 1e6;
    let sync = fdatasync(folder, SYNCS, Duration::ZERO)?;
    let fast = [
        Line {
            what: format!("24 clients as fast as they can, {} commands", all.len()),
            measured: format!(
                "p99 {}, max {}, median {} ({:.0} a second)",
                ms(all.p99()),
                ms(all.max()),
                ms(all.median()),
                all.len() as f64 / lasting.as_secs_f64()
            ),
            budget: "p99 ≤ 10 ms, max ≤ 60 ms".to_owned(),
            limit: format!("fdatasync: p99 {}, max {}", ms(sync.p99()), ms(sync.max())),
            verdict: (all.p99() <= Duration::from_millis(10)
                && all.max() <= Duration::from_millis(60))
            .into(),
        },
        Line {
            what: "the same: write-ahead log; distinct numbers and calls".to_owned(),
            measured: format!("{log:.1} MB; {numbers} and {calls}, none twice"),
            budget: format!("≤ {WRITE_AHEAD_MB} MB; all distinct"),
            limit: String::new(),
            verdict: (log <= WRITE_AHEAD_MB).into(),
        },
    ];
    Ok(steady.into_iter().chain(fast).collect())
}
