//! What one round of views costs with 500 people waiting in Khánh Hòa and 24 counters at work.
#![allow(
    clippy::unwrap_used,
    reason = "a bench that cannot prepare its hall should stop"
)]

use chrono::{DateTime, NaiveDate};
use divan::{Bencher, black_box};
use queue_core::{
    Actor, Centre, Command, CounterNo, DeviceId, Language, Moment, OfficerNo, Purpose, Seq, decide,
    evolve, forecast,
};
use queue_service::centre::Document;
use queue_service::kiosks::Kiosks;
use queue_service::presence::Presence;
use queue_service::views::{Scene, Surroundings, TodayCache, ViewKey, render};
use std::path::Path;
use std::sync::{Arc, LazyLock};

const WAITING: usize = 500;
const COUNTERS: u16 = 24;

struct Hall {
    centre: Centre,
    now: Moment,
    around: Surroundings,
}

static HALL: LazyLock<Hall> = LazyLock::new(hall);

fn main() {
    divan::main();
}

fn hall() -> Hall {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/centres/khanh-hoa");
    let document = Document::read_dir(&folder).unwrap();
    let date: NaiveDate = "2026-11-25".parse().unwrap();
    let mut centre = Centre::new(Arc::new(document.rules()));
    let opening = DateTime::parse_from_rfc3339("2026-11-25T07:30:00+07:00").unwrap();
    let (mut now, mut seq) = (Moment(opening.timestamp_millis()), 0);
    let mut command = |centre: &mut Centre, actor, command| {
        now = now.plus_s(1);
        for event in decide(centre, now, actor, &command).unwrap().events {
            seq += 1;
            evolve(centre, Seq(seq), now, &event);
        }
    };
    command(&mut centre, Actor::House, Command::TurnDay { date });
    let services: Vec<_> = centre.catalogue.services.values().cloned().collect();
    let services: Vec<_> = services
        .into_iter()
        .filter(|s| s.valid.includes(date))
        .collect();
    for service in services
        .iter()
        .cycle()
        .take(WAITING + usize::from(COUNTERS))
    {
        let purpose = *service.purposes.first().unwrap_or(&Purpose::Submit);
        let issue = Command::Issue {
            service: service.code.clone(),
            purpose,
            procedure: None,
            classes: Vec::new(),
            language: Language::VI,
        };
        command(&mut centre, Actor::Kiosk(DeviceId(1)), issue);
    }
    for number in 1..=COUNTERS {
        let (actor, counter) = (Actor::Counter(DeviceId(number.into())), CounterNo(number));
        let officer = OfficerNo(number.into());
        command(
            &mut centre,
            actor,
            Command::Open {
                counter,
                officer,
                take_over: false,
            },
        );
        command(&mut centre, actor, Command::CallNext { counter });
    }
    let around = Surroundings {
        today: TodayCache::default().get(&document, date),
        forecast: Arc::new(forecast(&centre, now)),
        presence: Presence::default(),
        blocks: Vec::new(),
        known: Kiosks::default(),
        kiosks: Vec::new(),
        boards: Vec::new(),
        warnings: Vec::new(),
        secret: [0; 32],
    };
    Hall {
        centre,
        now,
        around,
    }
}

fn view(bencher: Bencher<'_, '_>, key: &ViewKey) {
    let Hall {
        centre,
        now,
        around,
    } = &*HALL;
    let scene = Scene {
        centre,
        now: *now,
        around,
    };
    bencher.bench(|| render(black_box(key), scene, "journal", 1));
}

#[divan::bench]
fn board(bencher: Bencher<'_, '_>) {
    view(bencher, &ViewKey::Boards(None));
}

#[divan::bench]
fn hall_at_a_glance(bencher: Bencher<'_, '_>) {
    view(bencher, &ViewKey::Hall);
}

#[divan::bench]
fn kiosk(bencher: Bencher<'_, '_>) {
    view(bencher, &ViewKey::Kiosk(Some(DeviceId(1))));
}

#[divan::bench]
fn counter(bencher: Bencher<'_, '_>) {
    view(bencher, &ViewKey::Counter(CounterNo(1), DeviceId(1)));
}

#[divan::bench]
fn estimates(bencher: Bencher<'_, '_>) {
    bencher.bench(|| forecast(black_box(&HALL.centre), HALL.now));
}
