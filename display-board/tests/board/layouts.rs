//! The shipped layouts: how large, how many rows, and that each can be shown.

use crate::hall::{Hall, board, busy, catalogue, s, time};
use display_board::reading_distance::ReadingDistance;
use display_board::view_model::{Arrangement, Board, News, Panel};
use queue_protocol::views::Issuing;
use queue_protocol::{
    CatalogueCounter, ClosedReason, CounterStatus, Language, Layout, Text, WaitRange, Zone,
};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use voice_announcer::Report;

/// The shipped layouts of one centre, and the width of the screens that they are for.
pub const LAYOUTS: [(&str, f64); 5] = [
    ("sanh-lon", 1218.0),
    ("khu-a-b", 1218.0),
    ("quay", 222.0),
    ("phong-cho", 685.0),
    ("cap-xa", 952.0),
];

/// What happens in the hall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Empty,
    Normal,
    Full,
    Burst,
    Stale,
    Break,
    Closing,
}

impl State {
    pub const ALL: [Self; 7] = [
        Self::Empty,
        Self::Normal,
        Self::Full,
        Self::Burst,
        Self::Stale,
        Self::Break,
        Self::Closing,
    ];
}

pub fn read(name: &str) -> Layout {
    let file = format!("tests/layouts/khanh-hoa-{name}.json");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// The counters' zones, as in Khánh Hòa.
const ZONES: [(&str, u16, u16); 4] = [("a", 1, 6), ("b", 7, 13), ("c", 14, 19), ("d", 20, 24)];

/// A board of this layout in that state, in the middle of it.
pub fn scene(
    layout: &Layout,
    width_mm: f64,
    state: State,
    language: Language,
) -> (Board, Duration) {
    let mut board = board(language).on(width_mm);
    let mut texts = catalogue();
    let named = |vi: String, en: String| Text { vi, en };
    for (zone, from, to) in ZONES {
        let capital = zone.to_uppercase();
        texts.zones.push(Zone {
            code: zone.into(),
            name: named(format!("Khu {capital}"), format!("Zone {capital}")),
        });
        texts
            .counters
            .extend((from..=to).map(|number| CatalogueCounter {
                number,
                zone: zone.into(),
                name: named(
                    "Đất đai, môi trường, xây dựng".into(),
                    "Land, environment, construction".into(),
                ),
                serves: Vec::new(),
                helps: Vec::new(),
            }));
    }
    board.hear(News::Catalogue(Arc::new(texts)), s(0));
    board.hear(
        News::Layout(Some(Arc::new(layout.clone())), Arc::default()),
        s(0),
    );
    let shown = |number: u16| {
        let sign = layout
            .panels
            .iter()
            .any(|panel| panel.content.word() == "sign");
        let mut zones = ZONES
            .iter()
            .filter(|(zone, ..)| layout.zones.contains(&(*zone).to_owned()));
        let in_zones =
            layout.zones.is_empty() || zones.any(|(_, from, to)| (*from..=*to).contains(&number));
        if sign { number == 2 } else { in_zones }
    };
    let mut hall = hall_in(state);
    hall.view.counters.retain(|counter| shown(counter.number));
    hall.view.calls.retain(|call| shown(call.counter));
    board.hear(hall.frame(), s(0));
    board.turn(s(0));
    if let Some(call) = hall.view.calls.iter().find(|call| call.called) {
        board.hear(News::Voice(Report::Speaking(call.id)), s(1));
    }
    if state == State::Stale {
        board.hear(News::Lost, s(20));
        return (board, s(380));
    }
    (board, s(3))
}

fn minutes(likely: u32, cautious: u32) -> WaitRange {
    WaitRange {
        likely_s: likely * 60,
        cautious_s: cautious * 60,
    }
}

fn hall_in(state: State) -> Hall {
    let mut hall = if state == State::Empty {
        Hall::open(24)
    } else {
        busy()
    };
    match state {
        State::Empty => {
            hall.view.queues = busy().view.queues;
            for queue in &mut hall.view.queues {
                queue.waiting = 0;
                queue.wait = Some(minutes(0, 4));
            }
        }
        State::Normal => {
            for (counter, number) in [(24, "T031"), (10, "H021")] {
                hall.call(counter, number);
                hall.serve(counter, number);
            }
            hall.call(2, "A012*");
        }
        State::Full => {
            for number in 1..=24 {
                hall.serve(number, &format!("M{}", 1000 + number));
            }
            hall.view.missed = (1..=14)
                .map(|number| format!("M{}", 1100 + number))
                .collect();
            hall.call(2, "M1042*");
        }
        State::Burst => {
            for number in (1..=24).rev() {
                hall.call(number, &format!("M{}", 1000 + number));
            }
        }
        State::Stale => hall.serve(2, "A012*"),
        State::Break => {
            for number in (1..=24).filter(|number| number % 3 != 0) {
                hall.leave(number);
                hall.counter(number).status = CounterStatus::Break;
                hall.counter(number).back_at = (number != 2).then(|| time("13:00"));
            }
        }
        State::Closing => {
            for number in (1..=24).filter(|number| number % 6 != 0) {
                hall.leave(number);
                hall.counter(number).status = CounterStatus::Closed;
            }
            for queue in &mut hall.view.queues {
                let served = "CKUT".contains(&queue.letter);
                queue.waiting = u32::from(served) * 2;
                queue.wait = served.then(|| minutes(5, 10));
            }
            hall.at = time("16:50");
            hall.view.issuing = Issuing::Closed {
                reason: ClosedReason::AfterHours,
                next: Some(time("2026-11-23T06:45:00+07:00")),
            };
        }
    }
    hall
}

#[test]
fn every_shipped_layout_can_be_shown() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/layouts");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read(entry.unwrap().path()).unwrap();
        let layout: Layout = serde_json::from_slice(&text).unwrap();
        assert_eq!(layout.faults(), []);
        count += 1;
    }
    assert!(count >= 9);
}

#[test]
fn calls_are_read_from_15_m_and_24_counters_from_5_m_without_paging() {
    let layout = read("sanh-lon");
    let at = Arrangement::new(&layout, 1218.0);
    let distance = ReadingDistance::of(&at);
    assert!(
        distance.call_m >= 15.0 && distance.row_m >= 5.0,
        "{distance:?}"
    );
    assert!(at.capitals_mm(168.0, at.spotlight.place.scale) >= 75.0);
    let rows = &at.grids[0].table;
    assert!(rows.a_page() >= 24 && at.capitals_mm(57.0, rows.place.scale) >= 25.0);

    let (mut board, now) = scene(&layout, 1218.0, State::Full, Language::VI);
    let grid = board.turn(now).grids.swap_remove(0);
    assert_eq!((grid.rows.len(), grid.pages), (24, 1));
    let mut hall = Hall::open(40);
    board.hear(hall.after(9).frame(), s(9));
    let grid = board.turn(s(9)).grids.swap_remove(0);
    assert_eq!((grid.rows.len(), grid.pages), (24, 2));
}

#[test]
fn every_layout_keeps_its_distances_on_its_own_screen() {
    for (name, call_m, row_m) in [
        ("khu-a-b", 15.0, 5.0),
        ("quay", 8.9, 8.9),
        ("phong-cho", 15.0, 15.0),
        ("cap-xa", 15.0, 4.4),
    ] {
        let width_mm = LAYOUTS.iter().find(|own| own.0 == name).unwrap().1;
        let distance = ReadingDistance::of(&Arrangement::new(&read(name), width_mm));
        assert!(
            distance.call_m >= call_m && distance.row_m >= row_m,
            "{name}: {distance:?}"
        );
    }
}

#[test]
fn a_smaller_screen_has_fewer_rows_and_no_smaller_letters() {
    for width_mm in [700.0, 952.0, 1218.0, 1600.0] {
        let at = Arrangement::new(&read("sanh-lon"), width_mm);
        let table = &at.grids[0].table;
        let capitals = at.capitals_mm(57.0, table.place.scale);
        assert!(capitals >= 25.0, "{width_mm}: {capitals}");
    }
}

#[test]
fn a_layout_that_is_changed_is_shown_at_once_and_calls_stay() {
    let (mut board, now) = scene(&read("sanh-lon"), 1218.0, State::Burst, Language::VI);
    assert!(matches!(board.turn(now).panel, Panel::List(_)));
    let mut one = read("sanh-lon");
    for panel in &mut one.panels {
        if let queue_protocol::layout::Content::Spotlight { calls, .. } = &mut panel.content {
            *calls = 1;
        }
    }
    board.hear(News::Layout(Some(Arc::new(one)), Arc::default()), now);
    let picture = board.turn(now);
    assert!(
        matches!(picture.panel, Panel::Card(_)),
        "one place, one call"
    );
    board.hear(News::Layout(None, Arc::default()), now);
    let picture = board.turn(now);
    let Panel::List(slots) = &picture.panel else {
        panic!("{:?}", picture.panel);
    };
    assert_eq!(slots.iter().flatten().count(), 6, "none was lost");
}

#[test]
fn the_list_of_calls_says_what_the_spotlight_does_not() {
    let listed = |state| {
        let (mut board, now) = scene(&read("phong-cho"), 685.0, state, Language::VI);
        let calls = board.turn(now).calls.into_iter();
        calls.map(|call| call.number).collect::<Vec<_>>()
    };
    assert_eq!(listed(State::Normal), ["H021", "T031"]);
    assert_eq!(
        listed(State::Burst),
        ["M1001", "M1002"],
        "the spotlight has M1024 to M1019"
    );
}

#[test]
fn notices_are_told_in_their_hours() {
    let said = |time_of_day: &str| {
        let (mut board, _) = scene(&read("sanh-lon"), 1218.0, State::Normal, Language::VI);
        let mut hall = busy();
        hall.at = time(time_of_day);
        board.hear(hall.frame(), s(4));
        (4..90).any(|second| {
            let notice = board.turn(s(second)).notice;
            format!("{notice:?}").contains("Sắp đến giờ nghỉ trưa")
        })
    };
    assert!(!said("10:50") && said("11:05") && !said("11:31"));
}
