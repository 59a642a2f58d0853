//! Opening a data folder: an empty one, and one with ten years of a busy centre (3 million events,
//! or as many as `$EVENTS` says). The big one is made once and kept beside the build.
//!
//! `cargo bench -p queue-service --bench start`
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a bench that cannot prepare its hall should stop and say so"
)]

#[path = "../tests/journal/hall.rs"]
#[expect(
    dead_code,
    reason = "made for the tests, of which a bench needs little"
)]
mod hall;

use chrono::{Days, NaiveDate};
use divan::Bencher;
use hall::{DESK, Hall, KIOSK, OFFICER, StoppedTime, date};
use queue_core::{
    CallReason, Centre, CounterNo, DeviceId, Event, Language, Letter, Moment, Number, Outcome,
    Purpose, ReasonKind, Seq, ServiceCode,
};
use queue_service::journal::{DataFolder, Entry, Journal, StoreError};
use queue_service::writer::Scribe;
use std::path::Path;
use std::sync::OnceLock;
use std::time::Instant;
use std::{env, fs};

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn an_empty_journal(bencher: Bencher<'_, '_>) {
    let hall = Hall::new();
    starts(bencher, &hall.folder);
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn ten_years(bencher: Bencher<'_, '_>) {
    static FOLDER: OnceLock<DataFolder> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| kept(events()));
    starts(bencher, folder);
}

fn starts(bencher: Bencher<'_, '_>, folder: &DataFolder) {
    let newest = Journal::open(folder).unwrap().0.head().at;
    let clock = StoppedTime::at(newest).clock();
    bencher.bench_local(|| Scribe::open_with(folder, clock.clone()).unwrap());
}

fn events() -> u64 {
    env::var("EVENTS").map_or(3_000_000, |events| events.parse().unwrap())
}

/// The folder of an earlier run, or a new one.
fn kept(events: u64) -> DataFolder {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("journal-{events}"));
    let folder = DataFolder::new(&path);
    if Journal::open(&folder).is_ok_and(|(journal, _)| journal.head().seq.0 >= events) {
        return folder;
    }
    let began = Instant::now();
    fs::remove_dir_all(&path).ok();
    let hall = Hall::new();
    fs::create_dir_all(&path).unwrap();
    fs::copy(hall.folder.journal(), folder.journal()).unwrap();
    Years::fill(&folder, events);
    eprintln!(
        "{events} events written in {:.0} s",
        began.elapsed().as_secs_f64()
    );
    folder
}

/// Day after day of 290 visits at one counter after the other.
struct Years<'e, 'b> {
    entry: &'e mut Entry<'b>,
    centre: &'e mut Centre,
    at: Moment,
}

const COUNTERS: u16 = 24;
const VISITS: u16 = 290;

impl Years<'_, '_> {
    fn fill(folder: &DataFolder, events: u64) {
        let (mut journal, loaded) = Journal::open(folder).unwrap();
        let (mut centre, mut day) = (loaded.centre, date("2026-11-26"));
        let service = centre.catalogue.services.keys().next().unwrap().clone();
        while journal.head().seq.0 < events {
            journal
                .batch(|batch| {
                    for _ in 0..20 {
                        batch.savepoint(|entry| {
                            let at = queue_core::Minute::new(480).unwrap();
                            let at = at.on(day, centre.catalogue.settings.offset);
                            Years {
                                entry,
                                centre: &mut centre,
                                at,
                            }
                            .day(day, &service)
                        })?;
                        day = day + Days::new(1);
                    }
                    Ok(())
                })
                .unwrap();
        }
    }

    fn record(&mut self, device: DeviceId, event: &Event) -> Result<Seq, StoreError> {
        self.at = self.at.plus_s(20);
        self.entry
            .record(self.centre, (self.at, Some(device)), event, None)
    }

    fn day(&mut self, date: NaiveDate, service: &ServiceCode) -> Result<(), StoreError> {
        if let Some(open) = self.centre.day {
            self.record(DESK, &Event::DayEnded { date: open })?;
        }
        self.record(DESK, &Event::DayOpened { date })?;
        for counter in (1..=COUNTERS).map(CounterNo) {
            let opened = Event::CounterOpened {
                counter,
                device: DESK,
                officer: OFFICER,
                taken_over: false,
            };
            self.record(DESK, &opened)?;
        }
        for count in 1..=VISITS {
            self.visit(
                Number {
                    letter: Letter::new('A').unwrap(),
                    count,
                },
                service,
            )?;
        }
        Ok(())
    }

    fn visit(&mut self, number: Number, service: &ServiceCode) -> Result<(), StoreError> {
        let counter = CounterNo(number.count % COUNTERS + 1);
        let issued = Event::TicketIssued {
            number,
            service: service.clone(),
            purpose: Purpose::Submit,
            procedure: None,
            language: Language::Vi,
            priority: false,
            head_start_s: 0,
            device: KIOSK,
        };
        let ticket = self.record(KIOSK, &issued)?.into();
        let reason = CallReason {
            kind: ReasonKind::OnlyOne,
            passed_over: None,
            earlier_s: None,
            head_start_s: None,
        };
        self.record(
            DESK,
            &Event::TicketCalled {
                ticket,
                counter,
                reason,
                chosen: None,
            },
        )?;
        self.record(DESK, &Event::TicketServed { ticket })?;
        let (outcome, dossiers) = (Outcome::Received, 1);
        self.record(
            DESK,
            &Event::TicketFinished {
                ticket,
                outcome,
                dossiers,
                counter,
            },
        )?;
        Ok(())
    }
}
