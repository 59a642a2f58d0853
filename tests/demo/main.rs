//! A living hall on one machine: the service, a kiosk, a counter, a board, and a crowd.
//!
//! With a display it shows the three windows and goes on until they are closed. With `--headless` it
//! presses their buttons itself under Xvfb and leaves pictures and figures behind.

mod hands;
mod proof;
mod windows;

use anyhow::{Context as _, Result, ensure};
use clap::Parser;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use system_tests::crowd::Pace;
use system_tests::stage::Stage;

/// Shows a living hall: Khánh Hòa's centre with a crowd of simulated visitors and officers.
#[derive(Debug, Parser)]
struct Options {
    /// Without a display: press the buttons, and leave pictures and figures in --out.
    #[arg(long)]
    headless: bool,
    /// How long to run without a display.
    #[arg(long, default_value_t = 60)]
    seconds: u64,
    /// Where to leave pictures and figures.
    #[arg(long, default_value = "out/demo")]
    out: PathBuf,
    /// Seconds of the hall in one second.
    #[arg(long, default_value_t = 20.0)]
    speed: f64,
    /// Visitors an hour of the hall.
    #[arg(long, default_value_t = 150.0)]
    visitors: f64,
    /// What the simulated people do follows from this number.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> Result<()> {
    let options = Options::parse();
    let folder = tempfile::tempdir()?;
    let stage = Stage::set(folder.path(), options.speed)?;
    let pace = Pace {
        speed: options.speed,
        visitors_per_hour: options.visitors,
    };
    let crowd = stage.let_people_in(pace, options.seed)?;
    if options.headless {
        let seen = windows::under_xvfb(&stage)?;
        let until = Instant::now() + Duration::from_secs(options.seconds);
        std::fs::create_dir_all(&options.out).context("cannot make the --out folder")?;
        let done = hands::work(&stage, &seen, &options.out, until);
        let tally = crowd.leave()?;
        drop(seen);
        keep_logs(folder.path(), &options.out)?;
        proof::check(stage, &tally, &done?, &options.out)
    } else {
        ensure!(
            std::env::var_os("DISPLAY").is_some() || std::env::var_os("WAYLAND_DISPLAY").is_some(),
            "there is no display here; try: scripts/demo --headless --seconds 60 --out out/demo"
        );
        windows::until_closed(&stage)?;
        crowd.leave().map(drop)
    }
}

/// The logs of all programs, for whoever asks why.
fn keep_logs(folder: &Path, out: &Path) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if let (Some("log"), Some(name)) =
            (path.extension().and_then(|e| e.to_str()), path.file_name())
        {
            std::fs::copy(&path, out.join(name))?;
        }
    }
    Ok(())
}
