//! Views as the service would send them, at counter 2 on a busy morning.

use crate::centre::DIGEST;
use chrono::{DateTime, FixedOffset};
use counter_ui::view_model::Answer;
use queue_protocol::views::{
    CallReason, CounterView, HallCounter, HallQueue, HallView, HeldEntry, Issuing, KioskHealth,
    MissedEntry, MyDay, PaperDoubt, QueueEntry, Stay, Visitor,
};
use queue_protocol::{
    CounterStatus, IssuedTicket, Language, PaperResult, PaperSupply, Purpose, ReasonKind,
    TicketState, WaitRange,
};

pub const COUNTER: u16 = 2;
pub const OFFICER: u32 = 114;

/// A time of that morning, "09:47" or "09:47:30".
pub fn at(time: &str) -> DateTime<FixedOffset> {
    let seconds = if time.len() == 5 { ":00" } else { "" };
    DateTime::parse_from_rfc3339(&format!("2026-11-20T{time}{seconds}+07:00")).unwrap()
}

/// The counter before anybody has opened it.
pub fn closed() -> CounterView {
    CounterView {
        catalogue: DIGEST.to_owned(),
        counter: COUNTER,
        status: CounterStatus::Closed,
        officer: None,
        yours: false,
        break_reason: None,
        back_at: None,
        issuing: Issuing::Open { until: at("11:15") },
        visitor: None,
        reason: None,
        shown_on: 0,
        boards: 4,
        not_shown_on: Vec::new(),
        spoken: false,
        spoken_on: Vec::new(),
        queue: Vec::new(),
        helping: Vec::new(),
        waiting: 0,
        held: Vec::new(),
        missed: Vec::new(),
        my_day: MyDay::default(),
    }
}

/// Held by another officer at another computer.
pub fn held_by(officer: u32) -> CounterView {
    CounterView {
        status: CounterStatus::Open,
        officer: Some(officer),
        ..closed()
    }
}

/// Open, nobody waits.
pub fn idle() -> CounterView {
    CounterView {
        status: CounterStatus::Open,
        officer: Some(OFFICER),
        yours: true,
        my_day: MyDay {
            served: 31,
            median_s: Some(370),
            mean_s: Some(425),
            no_shows: 3,
            breaks: 1,
            break_s: 720,
        },
        ..closed()
    }
}

/// Open, fourteen wait, two are held, one is missed.
pub fn ready() -> CounterView {
    CounterView {
        queue: queue(),
        waiting: 14,
        held: held(),
        missed: missed(),
        my_day: MyDay {
            served: 23,
            median_s: Some(370),
            mean_s: Some(425),
            no_shows: 2,
            breaks: 1,
            break_s: 720,
        },
        ..idle()
    }
}

/// `number` is on the way.
pub fn called(number: &str) -> CounterView {
    CounterView {
        visitor: Some(visitor(number, TicketState::Called, "09:47")),
        reason: Some(CallReason {
            kind: ReasonKind::Priority,
            passed_over: Some("A011".to_owned()),
            earlier_s: Some(430),
            head_start_s: Some(3600),
        }),
        shown_on: 3,
        spoken: true,
        ..ready()
    }
}

/// `number` is at the counter.
pub fn serving(number: &str) -> CounterView {
    CounterView {
        visitor: Some(visitor(number, TicketState::Serving, "09:47")),
        ..called(number)
    }
}

/// On the way, and one board of four has not shown it.
pub fn unseen(number: &str) -> CounterView {
    CounterView {
        not_shown_on: vec!["Bảng sảnh 3".to_owned()],
        ..called(number)
    }
}

/// Where a visitor has been before.
pub fn stays() -> Vec<Stay> {
    let stay = |state, since: &str, minutes: u32, counter| Stay {
        state,
        since: at(since),
        for_s: minutes * 60,
        counter,
        service: "tu-phap".to_owned(),
    };
    vec![
        stay(TicketState::Waiting, "08:30", 22, None),
        stay(TicketState::Serving, "08:52", 6, Some(24)),
        stay(TicketState::Held, "08:58", 31, Some(24)),
    ]
}

/// The answer to a number by hand.
pub fn given(number: &str) -> Answer {
    Answer::Issued(Box::new(IssuedTicket {
        id: 77,
        number: number.to_owned(),
        service: "tu-phap".to_owned(),
        priority: false,
        people_ahead: 4,
        wait: Some(WaitRange {
            likely_s: 600,
            cautious_s: 960,
        }),
        issued_at: at("09:53"),
        counters: vec![1, 2, 3],
        follow_path: "/t/x".to_owned(),
    }))
}

/// On a break.
pub fn pausing() -> CounterView {
    CounterView {
        status: CounterStatus::Break,
        break_reason: Some(queue_protocol::BreakReason::Meeting),
        back_at: Some(at("10:15")),
        ..ready()
    }
}

pub fn visitor(number: &str, state: TicketState, since: &str) -> Visitor {
    let id = number.bytes().fold(0, |id, byte| id * 31 + u64::from(byte));
    Visitor {
        id,
        number: number.to_owned(),
        state,
        since: at(since),
        counter: Some(COUNTER),
        call: (state == TicketState::Called).then_some(id + 1),
        priority: true,
        service: "tu-phap".to_owned(),
        purpose: Purpose::Submit,
        procedure: Some("3.000333".to_owned()),
        language: Language::VI,
        issued_at: at("09:23"),
        waited_s: 24 * 60,
        recalls: 0,
        stays: Vec::new(),
    }
}

fn queue() -> Vec<QueueEntry> {
    let entry = |number: &str, priority, minutes: u32, kind| QueueEntry {
        number: number.to_owned(),
        priority,
        service: if number.starts_with('T') {
            "tra-ket-qua"
        } else {
            "tu-phap"
        }
        .to_owned(),
        waited_s: minutes * 60 + 20,
        reason: CallReason {
            kind,
            passed_over: None,
            earlier_s: None,
            head_start_s: None,
        },
    };
    vec![
        entry("A014", true, 10, ReasonKind::Priority),
        entry("A006", false, 41, ReasonKind::Restored),
        entry("A011", false, 37, ReasonKind::FirstCome),
        entry("A013", false, 26, ReasonKind::FirstCome),
        entry("T019", false, 25, ReasonKind::Helping),
        entry("A015", false, 22, ReasonKind::KeptRank),
        entry("A016", false, 20, ReasonKind::FirstCome),
    ]
}

fn held() -> Vec<HeldEntry> {
    let entry = |number: &str, counter, since, back_at: Option<&str>| HeldEntry {
        number: number.to_owned(),
        priority: number == "A008",
        service: "tu-phap".to_owned(),
        counter,
        since: at(since),
        back_at: back_at.map(at),
    };
    vec![
        entry("A005", COUNTER, "09:35", Some("09:51")),
        entry("A008", 3, "09:40", None),
    ]
}

fn missed() -> Vec<MissedEntry> {
    vec![MissedEntry {
        number: "A007".to_owned(),
        counter: COUNTER,
        since: at("09:31"),
        until: at("10:01"),
    }]
}

/// The hall: 19 counters open, 2 on a break, 3 closed; nobody serves construction any more today.
pub fn hall() -> HallView {
    let waits = [
        ("tu-phap", "A", 14, 41),
        ("giao-thong", "C", 22, 24),
        ("dat-dai", "E", 9, 13),
        ("cong-an", "H", 11, 14),
        ("kinh-doanh", "K", 3, 6),
        ("lao-dong", "L", 4, 9),
        ("y-te-giao-duc", "M", 5, 8),
        ("nong-nghiep", "R", 6, 7),
        ("xay-dung", "S", 0, 0),
        ("thue-bao-hiem", "U", 8, 11),
        ("tra-ket-qua", "T", 7, 5),
    ];
    let queue = |(service, letter, waiting, minutes): &(&str, &str, u32, u32)| HallQueue {
        service: (*service).to_owned(),
        letter: (*letter).to_owned(),
        waiting: *waiting,
        priority_waiting: 0,
        longest_s: minutes * 60,
        wait: None,
        served_today: *service != "xay-dung",
    };
    let counter = |number: u16| HallCounter {
        number,
        status: match number {
            9 | 13 => CounterStatus::Break,
            16 | 17 | 22 => CounterStatus::Closed,
            _ => CounterStatus::Open,
        },
        officer: Some(100 + u32::from(number)),
        ticket: [7, 8].contains(&number).then(|| format!("E01{number}")),
    };
    HallView {
        catalogue: DIGEST.to_owned(),
        issuing: Issuing::Open { until: at("11:15") },
        queues: waits.iter().map(queue).collect(),
        counters: (1..=24).map(counter).collect(),
        kiosks: vec![
            KioskHealth {
                device: 3,
                name: "Máy lấy số 1".to_owned(),
                connected: true,
                ..KioskHealth::default()
            },
            KioskHealth {
                device: 4,
                name: "Máy lấy số 2".to_owned(),
                connected: false,
                ..KioskHealth::default()
            },
        ],
        boards: Vec::new(),
        paper: vec![PaperDoubt {
            number: "C031".to_owned(),
            kiosk: 3,
            result: PaperResult::Unknown,
            cause: None,
            since: at("09:44"),
        }],
        issued: 210,
        finished: 118,
        warnings: Vec::new(),
    }
}

/// A visitor calls for staff at the first kiosk, whose paper is near its end.
pub fn hall_with_a_call() -> HallView {
    let mut hall = hall();
    hall.kiosks[0].calls_staff_since = Some(at("09:51"));
    hall.kiosks[0].paper = PaperSupply::NearEnd;
    hall
}
