//! A hall of 24 counters and eleven services, as frames of the service.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use display_board::view_model::{Board, News};
use queue_protocol::views::{BoardCall, BoardCounter, BoardQueue, Issuing};
use queue_protocol::{
    BoardView, Catalogue, CatalogueService, CentreNames, CounterStatus, Frame, Language, Text,
    TicketState, WaitRange,
};
use std::sync::Arc;
use std::time::Duration;
use voice_announcer::{Health, Report};

pub fn s(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

pub fn time(text: &str) -> DateTime<FixedOffset> {
    let text = if text.len() == 5 {
        format!("2026-11-20T{text}:00+07:00")
    } else {
        text.to_owned()
    };
    DateTime::parse_from_rfc3339(&text).unwrap()
}

/// What the hall shows at 09:47, before anybody is called.
pub fn busy() -> Hall {
    let mut hall = Hall::open(24);
    let numbers = [
        "A009", "A011", "A010", "C1008", "", "C019", "E014", "E015*", "break", "H021", "H022",
        "K003", "K004", "L006", "M011", "break", "S002", "U017", "", "R008", "R007*", "closed",
        "R009", "T031",
    ];
    for (counter, number) in (1..).zip(numbers) {
        match number {
            "" => {}
            "break" => hall.counter(counter).status = CounterStatus::Break,
            "closed" => hall.counter(counter).status = CounterStatus::Closed,
            number => hall.serve(counter, number),
        }
    }
    hall.counter(9).back_at = Some(time("10:15"));
    hall.view.queues = queues();
    hall.view.missed = ["A007", "C011", "H004"].map(str::to_owned).into();
    hall
}

fn queues() -> Vec<BoardQueue> {
    SERVICES
        .iter()
        .map(|(letter, _, _, waiting, minutes)| BoardQueue {
            service: (*letter).to_owned(),
            letter: (*letter).to_owned(),
            waiting: *waiting,
            wait: minutes.map(|(likely, cautious)| WaitRange {
                likely_s: likely * 60,
                cautious_s: cautious * 60,
            }),
        })
        .collect()
}

type Service = (
    &'static str,
    &'static str,
    &'static str,
    u32,
    Option<(u32, u32)>,
);

const SERVICES: &[Service] = &[
    ("A", "Tư pháp", "Justice", 14, Some((25, 35))),
    ("C", "Giao thông", "Transport", 122, Some((125, 170))),
    ("E", "Đất đai", "Land", 9, Some((15, 20))),
    ("H", "Công an", "Police", 11, Some((20, 30))),
    ("K", "Kinh doanh", "Business", 3, Some((5, 10))),
    ("L", "Lao động", "Labour", 4, None),
    ("M", "Y tế, giáo dục", "Health, school", 5, Some((10, 15))),
    ("R", "Nông nghiệp", "Agriculture", 6, Some((60, 88))),
    ("S", "Xây dựng", "Construction", 0, Some((0, 4))),
    (
        "U",
        "Thuế, bảo hiểm",
        "Tax, insurance",
        108,
        Some((61, 118)),
    ),
    ("T", "Trả kết quả", "Results", 7, Some((10, 10))),
];

/// A hall in the making.
pub struct Hall {
    pub view: BoardView,
    pub at: DateTime<FixedOffset>,
    pub journal: String,
    next: u64,
}

impl Hall {
    /// Open counters, nobody there.
    pub fn open(counters: u16) -> Self {
        let counter = |number| BoardCounter {
            number,
            status: CounterStatus::Open,
            back_at: None,
            ticket: None,
            priority: false,
            state: None,
        };
        Self {
            view: BoardView {
                catalogue: "digest".into(),
                zone: None,
                issuing: Issuing::Open {
                    until: time("11:00"),
                },
                counters: (1..=counters).map(counter).collect(),
                calls: Vec::new(),
                queues: Vec::new(),
                missed: Vec::new(),
                transfers: Vec::new(),
                screen: None,
                speaks: true,
            },
            at: time("09:47"),
            journal: "journal".into(),
            next: 100,
        }
    }

    pub fn counter(&mut self, number: u16) -> &mut BoardCounter {
        &mut self.view.counters[usize::from(number) - 1]
    }

    /// A visitor sits at a counter; "A012*" has priority.
    pub fn serve(&mut self, counter: u16, number: &str) {
        let ticket = number.trim_end_matches('*');
        let counter = self.counter(counter);
        counter.ticket = Some(ticket.to_owned());
        counter.priority = number.ends_with('*');
        counter.state = Some(TicketState::Serving);
        for call in self
            .view
            .calls
            .iter_mut()
            .filter(|call| call.number == ticket)
        {
            call.called = false;
        }
    }

    /// Calls a number to a counter; gives the call's id.
    pub fn call(&mut self, counter: u16, number: &str) -> u64 {
        let ticket = number.trim_end_matches('*').to_owned();
        self.next += 1;
        let earlier = self
            .view
            .calls
            .iter()
            .filter(|call| call.number == ticket && call.called);
        let attempt = 1 + u8::try_from(earlier.count()).unwrap();
        let priority = number.ends_with('*');
        self.view.calls.push(BoardCall {
            id: self.next,
            number: ticket.clone(),
            counter,
            at: self.at,
            language: Language::VI,
            priority,
            attempt,
            called: true,
            spoken: false,
        });
        let counter = self.counter(counter);
        counter.ticket = Some(ticket);
        counter.priority = priority;
        counter.state = Some(TicketState::Called);
        self.next
    }

    /// The counter is empty again; a call that led there is over.
    pub fn leave(&mut self, number: u16) {
        let counter = self.counter(number);
        counter.ticket = None;
        counter.state = None;
        for call in self
            .view
            .calls
            .iter_mut()
            .filter(|call| call.counter == number)
        {
            call.called = false;
        }
    }

    pub fn after(&mut self, seconds: i64) -> &mut Self {
        self.at += TimeDelta::seconds(seconds);
        self
    }

    pub fn frame(&self) -> News {
        News::Frame(Arc::new(Frame {
            at: self.at,
            journal: self.journal.clone(),
            seq: self.next,
            view: self.view.clone(),
        }))
    }
}

/// A board that knows the centre and has a voice.
pub fn board(language: Language) -> Board {
    let mut board = Board::new(language);
    board.hear(News::Catalogue(Arc::new(catalogue())), s(0));
    board.hear(News::Voice(Report::Health(Health::Ready)), s(0));
    board
}

fn text(vi: &str, en: &str) -> Text {
    Text {
        vi: vi.into(),
        en: en.into(),
    }
}

pub fn catalogue() -> Catalogue {
    Catalogue {
        digest: "digest".into(),
        date: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
        centre: CentreNames {
            code: "khanh-hoa".into(),
            name: text(
                "Trung tâm Phục vụ hành chính công tỉnh Khánh Hòa",
                "Khanh Hoa Provincial Public Administrative Service Center",
            ),
            parent: text("", ""),
            public_url: None,
            hotline: None,
            notice: text(
                "Quá lượt, vui lòng báo bàn hướng dẫn. Lấy số miễn phí.",
                "If you missed your turn, please tell the information desk. Numbers are free.",
            ),
        },
        zones: Vec::new(),
        agencies: Vec::new(),
        services: SERVICES
            .iter()
            .map(|(letter, vi, en, ..)| CatalogueService {
                code: (*letter).to_owned(),
                letter: (*letter).to_owned(),
                name: text(vi, en),
                board_name: text(vi, en),
                purposes: Vec::new(),
                counters: Vec::new(),
                agencies: Vec::new(),
                typical_s: 600,
            })
            .collect(),
        counters: Vec::new(),
        procedures: Vec::new(),
        classes: Vec::new(),
        dossiers: Vec::new(),
        synonyms: Vec::new(),
        target_wait_s: 900,
        grace_s: 1800,
        recall_limit: 3,
    }
}
