//! A journal as a busy centre has it after years, made once and kept beside the build.

use crate::folder::{Folder, instant};
use crate::programs::kept;
use crate::stopped_time::StoppedTime;
use anyhow::{Context as _, Result};
use chrono::{Days, NaiveDate};
use queue_core::{
    CallReason, Centre, CounterNo, DeviceId, Event, Language, Minute, Moment, Number, OfficerNo,
    Outcome, Purpose, ReasonKind, Seq, ServiceCode,
};
use queue_service::journal::{DataFolder, Entry, Journal, StoreError};
use std::fs;

/// Ten years of Khánh Hòa.
pub const EVENTS: u64 = 3_000_000;

const KIOSK: DeviceId = DeviceId(1);
const DESK: DeviceId = DeviceId(2);
const COUNTERS: u16 = 24;
const VISITS: u16 = 290;
/// Days in one transaction.
const TOGETHER: usize = 20;

/// The folder of an earlier run with at least `events` events, or a new one.
///
/// # Errors
/// It cannot be made.
pub fn folder(events: u64) -> Result<DataFolder> {
    let path = kept()?.join(format!("journal-{events}"));
    let data = DataFolder::new(&path);
    if Journal::open(&data).is_ok_and(|(journal, _)| journal.head().seq.0 >= events) {
        return Ok(data);
    }
    if path.exists() {
        fs::remove_dir_all(&path)?;
    }
    let opening = instant("2026-11-25T08:00:00+07:00")?;
    Folder::make(&path, "khanh-hoa", StoppedTime::at(opening))?;
    tracing::info!(events, "a journal is being filled, which takes minutes");
    fill(&data, events)?;
    Ok(data)
}

/// Day after day of 290 visits at one counter after the other.
fn fill(data: &DataFolder, events: u64) -> Result<()> {
    let (mut journal, loaded) = Journal::open(data)?;
    let mut centre = loaded.centre;
    let mut date: NaiveDate = "2026-11-26".parse()?;
    let morning = Minute::new(480).context("08:00 is a minute of the day")?;
    let services = &centre.catalogue.services;
    let service = services.keys().next().context("no service")?.clone();
    while journal.head().seq.0 < events {
        journal.batch(|batch| {
            for _ in 0..TOGETHER {
                let at = morning.on(date, centre.catalogue.settings.offset);
                batch.savepoint(|entry| {
                    let centre = &mut centre;
                    Busy { entry, centre, at }.day(date, &service)
                })?;
                date = date + Days::new(1);
            }
            Ok(())
        })?;
    }
    Ok(())
}

struct Busy<'e, 'b> {
    entry: &'e mut Entry<'b>,
    centre: &'e mut Centre,
    at: Moment,
}

impl Busy<'_, '_> {
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
        for counter in 1..=COUNTERS {
            let opened = Event::CounterOpened {
                counter: CounterNo(counter),
                device: DESK,
                officer: OfficerNo(100 + u32::from(counter)),
                taken_over: false,
            };
            self.record(DESK, &opened)?;
        }
        let letter = self.centre.catalogue.services[service].letter;
        for count in 1..=VISITS {
            self.visit(Number { letter, count }, service)?;
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
            language: Language::VI,
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
        let called = Event::TicketCalled {
            ticket,
            counter,
            reason,
            chosen: None,
        };
        self.record(DESK, &called)?;
        self.record(DESK, &Event::TicketServed { ticket })?;
        let finished = Event::TicketFinished {
            ticket,
            outcome: Outcome::Received,
            dossiers: 1,
            counter,
        };
        self.record(DESK, &finished).map(drop)
    }
}
