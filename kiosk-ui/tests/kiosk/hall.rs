//! A centre and its mornings, made by hand.

use chrono::{DateTime, FixedOffset};
use kiosk_ui::view_model::Centre;
use queue_client::View;
use queue_protocol::views::{Issuing, KioskService, KioskView};
use queue_protocol::{
    Agency, Catalogue, CatalogueCounter, CatalogueService, CentreNames, ClassEntry, ClosedReason,
    Frame, IssuedTicket, ProcedureEntry, Purpose, Synonym, Text, WaitRange, Zone,
};
use std::sync::Arc;
use std::time::Instant;

pub fn text(vi: &str, en: &str) -> Text {
    Text {
        vi: vi.to_owned(),
        en: en.to_owned(),
    }
}

/// Wednesday, 25 November 2026.
pub fn at(time: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("2026-11-25T{time}:00+07:00")).expect("a time of day")
}

const FILING: [Purpose; 3] = [Purpose::Submit, Purpose::Supplement, Purpose::Guidance];

/// Code, letter, names, counters.
const SERVICES: [(&str, &str, &str, &str, &[u16]); 11] = [
    (
        "tu-phap",
        "A",
        "Tư pháp, hộ tịch",
        "Justice, civil status",
        &[1, 2, 3],
    ),
    (
        "giao-thong",
        "C",
        "Giấy phép lái xe, vận tải",
        "Driving licences, transport",
        &[4, 5],
    ),
    (
        "dat-dai",
        "E",
        "Đất đai, môi trường",
        "Land, environment",
        &[6, 7, 8],
    ),
    (
        "cong-an",
        "H",
        "Hộ chiếu, căn cước",
        "Passports, identity cards",
        &[9],
    ),
    (
        "kinh-doanh",
        "K",
        "Đăng ký kinh doanh, đầu tư",
        "Business, investment",
        &[10],
    ),
    (
        "thue",
        "U",
        "Thuế, bảo hiểm xã hội",
        "Tax, social insurance",
        &[11, 12],
    ),
    (
        "lao-dong",
        "L",
        "Lao động, người có công",
        "Labour, merit benefits",
        &[13],
    ),
    (
        "y-te",
        "M",
        "Y tế, giáo dục, du lịch",
        "Health, education, tourism",
        &[14],
    ),
    ("xay-dung", "S", "Xây dựng", "Construction", &[15]),
    (
        "nong-nghiep",
        "R",
        "Nông nghiệp, nội vụ, khác",
        "Agriculture, home affairs, other",
        &[16],
    ),
    (
        "tra-ket-qua",
        "T",
        "Trả kết quả",
        "Collect results",
        &[23, 24],
    ),
];

/// Code, service, rank of use, names.
const PROCEDURES: [(&str, &str, u8, &str, &str); 8] = [
    (
        "3.000333",
        "tu-phap",
        1,
        "Cấp Phiếu lý lịch tư pháp",
        "Criminal record certificate",
    ),
    (
        "3.000347",
        "giao-thong",
        1,
        "Đổi giấy phép lái xe",
        "Exchange of driving licence",
    ),
    (
        "1.001456",
        "cong-an",
        1,
        "Cấp hộ chiếu phổ thông",
        "Ordinary passport",
    ),
    (
        "3.000348",
        "giao-thong",
        2,
        "Cấp lại giấy phép lái xe",
        "Re-issue of driving licence",
    ),
    (
        "1.002835",
        "giao-thong",
        3,
        "Cấp giấy phép lái xe quốc tế",
        "International driving permit",
    ),
    (
        "1.013831",
        "dat-dai",
        1,
        "Đăng ký biến động: chuyển nhượng, thừa kế, tặng cho",
        "Land: transfer, inheritance, gift",
    ),
    (
        "1.001193",
        "tu-phap",
        1,
        "Đăng ký khai sinh",
        "Birth registration",
    ),
    (
        "3.000349",
        "giao-thong",
        3,
        "Đổi giấy phép lái xe nước ngoài",
        "Exchange of foreign driving licence",
    ),
];

fn service((code, letter, vi, en, counters): (&str, &str, &str, &str, &[u16])) -> CatalogueService {
    let collects = code == "tra-ket-qua";
    CatalogueService {
        code: code.to_owned(),
        letter: letter.to_owned(),
        name: text(vi, en),
        board_name: text(
            vi.split(',').next().unwrap_or(vi),
            en.split(',').next().unwrap_or(en),
        ),
        purposes: if collects {
            vec![Purpose::Collect]
        } else {
            FILING.to_vec()
        },
        counters: counters.to_vec(),
        agencies: Vec::new(),
        typical_s: 480,
    }
}

/// The agencies that have procedures, and their names.
const AGENCIES: [(&str, &str, &str); 4] = [
    ("STP", "Sở Tư pháp", "Justice"),
    ("SGTVT", "Sở Giao thông vận tải", "Transport"),
    ("CA", "Công an tỉnh Khánh Hòa", "Public Security"),
    ("STNMT", "Sở Tài nguyên và Môi trường", "Environment"),
];

fn agency((code, vi, en): (&str, &str, &str)) -> Agency {
    Agency {
        code: code.to_owned(),
        name: text(vi, en),
    }
}

fn agency_of(service: &str) -> &str {
    match service {
        "giao-thong" => "SGTVT",
        "cong-an" => "CA",
        "dat-dai" => "STNMT",
        _ => "STP",
    }
}

fn procedure((code, service, busy_rank, vi, en): (&str, &str, u8, &str, &str)) -> ProcedureEntry {
    let known = code == "3.000333";
    let papers = [
        text("Tờ khai theo mẫu", "The form"),
        text("Thẻ căn cước", "Identity card"),
    ];
    ProcedureEntry {
        code: code.to_owned(),
        name: text(vi, en),
        short: text(vi, en),
        agency: agency_of(service).to_owned(),
        service: service.to_owned(),
        busy_rank,
        field: None,
        papers: if known { papers.to_vec() } else { Vec::new() },
        any_commune: code == "1.001193",
        online: known.then_some(true),
        fee: None,
    }
}

fn class(code: &str, vi: &str, en: &str, self_declared: bool) -> ClassEntry {
    ClassEntry {
        code: code.to_owned(),
        name: text(vi, en),
        self_declared,
        from_age: (code == "elderly").then_some(60),
    }
}

/// Eleven services as in the drawings; results of all of them are collected at T.
pub fn catalogue() -> Catalogue {
    let zone_of = |number: u16| if number <= 6 { "a" } else { "b" };
    let counters = SERVICES
        .iter()
        .flat_map(|s| s.4.iter().map(move |n| (*n, s.0)));
    Catalogue {
        digest: "d1".to_owned(),
        date: at("08:00").date_naive(),
        centre: CentreNames {
            code: "khanh-hoa".to_owned(),
            name: text(
                "Trung tâm Phục vụ hành chính công tỉnh Khánh Hòa",
                "Khanh Hoa Provincial Public Administrative Service Center",
            ),
            parent: text(
                "Văn phòng UBND tỉnh Khánh Hòa",
                "Office of the People's Committee",
            ),
            public_url: Some("https://hall.example.vn".to_owned()),
            hotline: None,
            notice: text("", ""),
        },
        zones: vec![
            Zone {
                code: "a".to_owned(),
                name: text("Khu A", "Zone A"),
            },
            Zone {
                code: "b".to_owned(),
                name: text("Khu B", "Zone B"),
            },
        ],
        agencies: AGENCIES.into_iter().map(agency).collect(),
        services: SERVICES.into_iter().map(service).collect(),
        counters: counters
            .map(|(number, code)| CatalogueCounter {
                number,
                name: text("", ""),
                zone: zone_of(number).to_owned(),
                serves: vec![code.to_owned()],
                helps: Vec::new(),
            })
            .collect(),
        procedures: PROCEDURES.into_iter().map(procedure).collect(),
        classes: vec![
            class(
                "elderly",
                "Người cao tuổi (từ đủ 60 tuổi)",
                "Elderly person (60 and over)",
                true,
            ),
            class("pregnant", "Phụ nữ mang thai", "Pregnant woman", true),
            class(
                "disabled",
                "Người khuyết tật",
                "Person with a disability",
                true,
            ),
            class(
                "help",
                "Ưu tiên do cán bộ xác nhận",
                "Granted by staff",
                false,
            ),
        ],
        dossiers: Vec::new(),
        synonyms: vec![Synonym {
            query: "bang lai".to_owned(),
            expands_to: vec!["giấy phép lái xe".to_owned()],
        }],
        target_wait_s: 900,
        grace_s: 1800,
        recall_limit: 3,
    }
}

pub fn centre() -> Arc<Centre> {
    Arc::new(Centre::new(catalogue()))
}

fn minutes(likely: u32, cautious: u32) -> Option<WaitRange> {
    Some(WaitRange {
        likely_s: likely * 60,
        cautious_s: cautious * 60,
    })
}

pub fn closed(reason: ClosedReason, next: Option<DateTime<FixedOffset>>) -> Issuing {
    Issuing::Closed { reason, next }
}

/// A busy morning: 0, 1 and 999 waiting, one service paused, one full, one without an estimate.
pub fn morning() -> KioskView {
    let open = Issuing::Open { until: at("11:15") };
    let waiting = [9, 12, 999, 4, 1, 5, 0, 2, 3, 6, 1];
    let services = SERVICES
        .iter()
        .zip(waiting)
        .map(|(service, waiting)| KioskService {
            code: service.0.to_owned(),
            issuing: match service.0 {
                "cong-an" => closed(ClosedReason::Pause, Some(at("13:15"))),
                "thue" => closed(ClosedReason::CapReached, None),
                _ => open.clone(),
            },
            waiting,
            wait: match waiting {
                0 => minutes(0, 3),
                999 => minutes(180, 240),
                1 => None,
                _ => minutes(20, 30),
            },
            priority_wait: minutes(10, 15),
            left_today: None,
        });
    KioskView {
        catalogue: "d1".to_owned(),
        issuing: open.clone(),
        holiday: None,
        today: vec![
            ("07:00".to_owned(), "11:15".to_owned()),
            ("13:15".to_owned(), "16:30".to_owned()),
        ],
        services: services.collect(),
        reprints: Vec::new(),
        lease: None,
        staff_coming: false,
    }
}

pub fn frame(time: &str, seq: u64, view: KioskView) -> Arc<Frame<KioskView>> {
    Arc::new(Frame {
        at: at(time),
        journal: "j1".to_owned(),
        seq,
        view,
    })
}

/// A live view that came at `now`.
pub fn live(view: KioskView, now: Instant) -> View<KioskView> {
    View::Live {
        frame: frame("08:42", 1, view),
        received: now.into(),
    }
}

pub fn ticket(number: &str, priority: bool) -> IssuedTicket {
    IssuedTicket {
        id: 12,
        number: number.to_owned(),
        service: "tu-phap".to_owned(),
        priority,
        people_ahead: 2,
        wait: minutes(10, 15),
        issued_at: at("08:42"),
        counters: vec![1, 2, 3],
        follow_path: "/t/0123456789abcdef".to_owned(),
    }
}
