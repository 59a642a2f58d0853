//! What the demo leaves behind, and whether all of it happened.

use crate::hands::Done;
use anyhow::{Context as _, Result, ensure};
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use system_tests::programs::{assets, program, run};
use system_tests::stage::Stage;
use system_tests::tally::Tally;

/// Writes the slip, the call and the figures into `out`; fails unless all of it happened.
pub fn check(stage: Stage, tally: &Tally, done: &Done, out: &Path) -> Result<()> {
    let seen = stage.printer.seen();
    ensure!(
        seen.errors.is_empty(),
        "the printer did not understand: {:?}",
        seen.errors
    );
    std::fs::write(out.join("ticket.bin"), &seen.bytes)?;
    let slip = seen
        .slips()
        .next()
        .context("no slip came out of the printer")?;
    std::fs::write(out.join("ticket.png"), slip.to_png()?)?;

    let (called, ..) = done.called.first().context("nobody was called")?;
    let wav = out.join("call.wav");
    let mut say = Command::new(program("xinmoi-board")?);
    say.args([
        "say",
        called,
        &system_tests::stage::COUNTER.to_string(),
        "--lang",
        "vi",
        "--wav",
    ]);
    run(say.arg(&wav).env("XINMOI_ASSETS", assets()))?;
    let heard = std::fs::metadata(&wav)?.len();
    ensure!(heard > 50_000, "the announcement has only {heard} bytes");

    let ended = stage.service.guard.stop(Duration::from_secs(20))?;
    ensure!(ended.success(), "the service ended with {ended}");
    run(stage.hall.xinmoi()?.args(["journal", "verify"]))?;

    for _ in 0..done.issued {
        tally.issued();
    }
    for (_, priority, waited_s) in &done.called {
        tally.called(*priority, *waited_s);
    }
    for _ in 0..done.finished {
        tally.finished();
    }
    let summary = tally.summary();
    std::fs::write(
        out.join("summary.json"),
        serde_json::to_string_pretty(&summary)?,
    )?;
    ensure!(
        summary.errors == 0,
        "commands without a sensible answer: {:?}",
        summary.error_texts
    );
    ensure!(
        summary.issued > 0 && summary.called > 0 && summary.finished > 0,
        "an empty hall: {summary:?}"
    );
    for name in ["kiosk.png", "counter.png", "board.png"] {
        ensure!(out.join(name).exists(), "{name} is missing");
    }
    #[expect(clippy::print_stdout, reason = "the demo talks to whoever started it")]
    {
        println!(
            "{} numbers, {} calls, {} visits finished; see {}",
            summary.issued,
            summary.called,
            summary.finished,
            out.display()
        );
    }
    Ok(())
}
