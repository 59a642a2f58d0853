//! A damaged main file: refused with exit code 4, and left as it is byte for byte.

use crate::ONE_AT_A_TIME;
use anyhow::{Context as _, Result, ensure};
use fastrand::Rng;
use queue_core::{Actor, Command, DeviceId, Language};
use queue_service::journal::{DataFolder, Journal, OpenError};
use std::fs;
use std::path::Path;
use std::process::{Command as Process, Stdio};
use system_tests::folder::{Folder, instant, order};
use system_tests::programs::program;
use system_tests::seeds::seeds;
use system_tests::stopped_time::StoppedTime;

const MORNING: &str = "2026-11-26T08:00:00+07:00";
const PAGE: usize = 4096;
const DAMAGED: i32 = 4;
const HEADER: usize = 100;

#[test]
fn a_damaged_file_is_refused_and_left_as_it_is() -> Result<()> {
    let _alone = ONE_AT_A_TIME.blocking_lock();
    let dir = tempfile::tempdir()?;
    let whole = a_morning(&dir.path().join("data"))?;
    for seed in seeds(1)? {
        let mut random = Rng::with_seed(seed);
        for (what, damaged) in damages(&whole, &mut random) {
            let path = dir.path().join("damaged");
            let refused = is_refused(&path, &damaged);
            refused.with_context(|| format!("XINMOI_SEEDS={seed}: {what}"))?;
            fs::remove_dir_all(path)?;
        }
    }
    Ok(())
}

/// A journal with a day's events, closed in good order.
fn a_morning(data: &Path) -> Result<Vec<u8>> {
    let folder = Folder::make(data, "khanh-hoa", StoppedTime::at(instant(MORNING)?))?;
    let service = folder
        .rules
        .services
        .keys()
        .next()
        .context("a service")?
        .clone();
    let (writer, thread) = folder.scribe()?.start(|| {})?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    for _ in 0..60 {
        let issue = Command::Issue {
            service: service.clone(),
            purpose: *folder.rules.services[&service]
                .purposes
                .iter()
                .next()
                .context("a purpose")?,
            procedure: None,
            classes: Vec::new(),
            language: Language::VI,
        };
        runtime.block_on(writer.submit(order(Actor::Kiosk(DeviceId(1)), None, issue)))?;
    }
    drop(writer);
    thread.stop();
    let log = folder.data.journal().with_extension("db-wal");
    ensure!(!log.exists(), "a service that stopped leaves no log");
    Ok(fs::read(folder.data.journal())?)
}

/// The header scribbled over, with and without its first words, the file cut, and random pages.
fn damages(whole: &[u8], random: &mut Rng) -> Vec<(String, Vec<u8>)> {
    let mut scribble = |from: usize, to: usize| {
        let mut damaged = whole.to_vec();
        damaged[from..to]
            .iter_mut()
            .for_each(|byte| *byte ^= random.u8(1..));
        (format!("bytes {from} to {to} scribbled over"), damaged)
    };
    let mut damages = vec![scribble(0, HEADER), scribble(16, HEADER), scribble(0, PAGE)];
    let pages = whole.len() / PAGE;
    for _ in 0..12 {
        let page = random.usize(1..pages) * PAGE;
        let mut damaged = whole.to_vec();
        damaged[page..page + PAGE]
            .iter_mut()
            .for_each(|byte| *byte ^= random.u8(1..));
        damages.push((format!("the page at {page} scribbled over"), damaged));
    }
    let cut = random.usize(HEADER..whole.len());
    damages.push((format!("cut to {cut} bytes"), whole[..cut].to_vec()));
    damages
}

/// What a start looks at keeps it from starting; what it does not look at, `journal verify` finds.
fn is_refused(path: &Path, damaged: &[u8]) -> Result<()> {
    let data = DataFolder::new(path);
    fs::create_dir(path)?;
    fs::write(data.journal(), damaged)?;
    match Journal::open(&data).map(drop) {
        Err(OpenError::Damaged { .. }) => {
            let serve = ["serve", "--listen", "127.0.0.1:0", "--demo-clock", MORNING];
            ensure!(exit_code(path, &serve)? == Some(DAMAGED), "serve");
        }
        Err(other) => anyhow::bail!("refused for another reason: {other}"),
        Ok(()) => {}
    }
    ensure!(
        exit_code(path, &["journal", "verify"])? == Some(DAMAGED),
        "journal verify"
    );
    ensure!(fs::read(data.journal())? == damaged, "the file was changed");
    Ok(())
}

fn exit_code(data: &Path, arguments: &[&str]) -> Result<Option<i32>> {
    let mut process = Process::new(program("xinmoi")?);
    process
        .arg("--data")
        .arg(data)
        .args(arguments)
        .stdin(Stdio::null());
    let ended = process.output()?;
    Ok(ended.status.code())
}
