//! A centre like Khánh Hòa's, as far as a desk shows it.

use chrono::NaiveDate;
use queue_protocol::{
    Catalogue, CatalogueCounter, CatalogueService, CentreNames, ClassEntry, ProcedureEntry,
    Purpose, Text, Zone,
};

pub const DIGEST: &str = "f00d";

/// code, letter, name, board name, counters.
type Service = (
    &'static str,
    &'static str,
    [&'static str; 2],
    [&'static str; 2],
    &'static [u16],
);

const SERVICES: [Service; 11] = [
    (
        "tu-phap",
        "A",
        ["Tư pháp, hộ tịch", "Justice, civil status"],
        ["Tư pháp", "Justice"],
        &[1, 2, 3],
    ),
    (
        "giao-thong",
        "C",
        ["Giấy phép lái xe, vận tải", "Driving licences, transport"],
        ["Giao thông", "Transport"],
        &[4, 5, 6],
    ),
    (
        "dat-dai",
        "E",
        ["Đất đai, môi trường", "Land, environment"],
        ["Đất đai", "Land"],
        &[7, 8, 9],
    ),
    (
        "cong-an",
        "H",
        ["Hộ chiếu, căn cước", "Passports, identity cards"],
        ["Công an", "Police"],
        &[10, 11],
    ),
    (
        "kinh-doanh",
        "K",
        ["Đăng ký kinh doanh, đầu tư", "Business, investment"],
        ["Kinh doanh", "Business"],
        &[12, 13],
    ),
    (
        "lao-dong",
        "L",
        ["Lao động, người có công", "Labour, merit benefits"],
        ["Lao động", "Labour"],
        &[14],
    ),
    (
        "y-te-giao-duc",
        "M",
        ["Y tế, giáo dục, du lịch", "Health, education, tourism"],
        ["Y tế, giáo dục", "Health, school"],
        &[15],
    ),
    (
        "nong-nghiep",
        "R",
        ["Nông nghiệp, công thương", "Farming, trade"],
        ["Nông nghiệp", "Farming"],
        &[20, 21, 23],
    ),
    (
        "xay-dung",
        "S",
        ["Xây dựng", "Construction"],
        ["Xây dựng", "Construction"],
        &[17],
    ),
    (
        "thue-bao-hiem",
        "U",
        ["Thuế, bảo hiểm xã hội", "Tax, social insurance"],
        ["Thuế, bảo hiểm", "Tax, insurance"],
        &[18, 19],
    ),
    (
        "tra-ket-qua",
        "T",
        ["Trả kết quả", "Results"],
        ["Trả kết quả", "Results"],
        &[24],
    ),
];

fn text([vi, en]: [&str; 2]) -> Text {
    Text {
        vi: vi.to_owned(),
        en: en.to_owned(),
    }
}

pub fn catalogue() -> Catalogue {
    Catalogue {
        digest: DIGEST.to_owned(),
        date: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
        centre: CentreNames {
            code: "khanh-hoa".to_owned(),
            name: text([
                "Trung tâm Phục vụ hành chính công tỉnh Khánh Hòa",
                "Khanh Hoa Provincial Public Administrative Service Center",
            ]),
            parent: text([
                "Văn phòng UBND tỉnh Khánh Hòa",
                "Office of the People's Committee",
            ]),
            public_url: None,
            hotline: None,
            notice: Text::default(),
        },
        zones: vec![Zone {
            code: "a".to_owned(),
            name: text(["Khu A", "Zone A"]),
        }],
        agencies: Vec::new(),
        services: SERVICES.iter().map(service).collect(),
        counters: (1..=24).map(counter).collect(),
        procedures: vec![procedure()],
        classes: vec![
            class("elderly", ["Người cao tuổi", "Elderly person"]),
            class("disabled", ["Người khuyết tật", "Person with a disability"]),
        ],
        dossiers: Vec::new(),
        synonyms: Vec::new(),
        target_wait_s: 15 * 60,
        grace_s: 30 * 60,
        recall_limit: 3,
    }
}

fn class(code: &str, name: [&str; 2]) -> ClassEntry {
    ClassEntry {
        code: code.to_owned(),
        name: text(name),
        self_declared: true,
        from_age: None,
    }
}

fn service((code, letter, name, board_name, counters): &Service) -> CatalogueService {
    CatalogueService {
        code: (*code).to_owned(),
        letter: (*letter).to_owned(),
        name: text(*name),
        board_name: text(*board_name),
        purposes: match *code {
            "tra-ket-qua" => vec![Purpose::Collect],
            "dat-dai" => vec![Purpose::Submit, Purpose::Supplement],
            _ => Purpose::ALL.to_vec(),
        },
        counters: counters.to_vec(),
        agencies: Vec::new(),
        typical_s: 480,
    }
}

fn counter(number: u16) -> CatalogueCounter {
    let serving = SERVICES.iter().find(|service| service.4.contains(&number));
    let name = match number {
        2 => ["Tư pháp – Lý lịch tư pháp", "Justice – criminal records"],
        _ => serving.map_or(["Hướng dẫn", "Guidance"], |service| service.2),
    };
    CatalogueCounter {
        number,
        name: text(name),
        zone: "a".to_owned(),
        serves: serving
            .map(|service| service.0.to_owned())
            .into_iter()
            .collect(),
        helps: Vec::new(),
    }
}

fn procedure() -> ProcedureEntry {
    ProcedureEntry {
        code: "3.000333".to_owned(),
        name: text([
            "Cấp Phiếu Lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam, \
             người Việt Nam đang cư trú ở nước ngoài",
            "Criminal record certificate",
        ]),
        short: text(["Cấp Phiếu lý lịch tư pháp", "Criminal record certificate"]),
        agency: "STP".to_owned(),
        service: "tu-phap".to_owned(),
        busy_rank: 1,
        field: None,
        fee: None,
        papers: vec![
            text(["Tờ khai yêu cầu cấp Phiếu lý lịch tư pháp", "The form"]),
            text([
                "Căn cước hoặc hộ chiếu (bản chính để đối chiếu)",
                "Identity card or passport (original)",
            ]),
            text([
                "Văn bản ủy quyền, nếu nộp thay",
                "Letter of authority, if for somebody else",
            ]),
            text(["Biên lai phí", "Receipt of the fee"]),
        ],
        any_commune: false,
        online: None,
    }
}
