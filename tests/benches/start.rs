//! Opening a data folder: an empty one, and one with ten years of a busy centre (3 million events,
//! or as many as `$EVENTS` says), which is made once and kept beside the build.
#![allow(
    clippy::unwrap_used,
    reason = "a bench that cannot prepare its hall should stop"
)]

use divan::Bencher;
use queue_service::journal::{DataFolder, Journal};
use queue_service::writer::Scribe;
use std::env;
use std::sync::LazyLock;
use system_tests::folder::{Folder, instant};
use system_tests::stopped_time::StoppedTime;
use system_tests::ten_years;

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn an_empty_journal(bencher: Bencher<'_, '_>) {
    let home = tempfile::tempdir().unwrap();
    let opening = instant("2026-11-25T08:00:00+07:00").unwrap();
    let time = StoppedTime::at(opening);
    let folder = Folder::make(&home.path().join("data"), "khanh-hoa", time).unwrap();
    starts(bencher, &folder.data);
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn ten_years(bencher: Bencher<'_, '_>) {
    static FOLDER: LazyLock<DataFolder> = LazyLock::new(|| {
        let events = env::var("EVENTS").map_or(ten_years::EVENTS, |events| events.parse().unwrap());
        ten_years::folder(events).unwrap()
    });
    starts(bencher, &FOLDER);
}

fn starts(bencher: Bencher<'_, '_>, folder: &DataFolder) {
    let newest = Journal::open(folder).unwrap().0.head().at;
    let clock = StoppedTime::at(newest).clock();
    bencher.bench_local(|| Scribe::open_with(folder, clock.clone()).unwrap());
}
