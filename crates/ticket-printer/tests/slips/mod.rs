//! The slips that several tests draw.

use chrono::DateTime;
use queue_protocol::{Language, WaitRange};
use ticket_printer::{Mark, Procedure, Slip};

/// An ordinary slip for service A in Vietnamese, without procedure and QR code.
pub fn plain() -> Slip {
    Slip {
        language: Language::VI,
        centre_parent: "Văn phòng UBND tỉnh Khánh Hòa".into(),
        centre_name: "Trung tâm Phục vụ hành chính công tỉnh Khánh Hòa".into(),
        number: "A012".into(),
        priority: false,
        service: "Tư pháp, hộ tịch".into(),
        counters: vec![1, 2, 3],
        zone: Some("Khu A".into()),
        people_ahead: Some(2),
        wait: Some(WaitRange {
            likely_s: 640,
            cautious_s: 880,
        }),
        procedure: None,
        issued_at: DateTime::parse_from_rfc3339("2026-11-25T08:42:10+07:00").expect("a time"),
        follow_url: None,
        mark: Mark::Original,
    }
}

/// The slip of the drawing: priority, a procedure with its papers, a QR code.
pub fn full() -> Slip {
    Slip {
        priority: true,
        procedure: Some(Procedure {
            name: "Cấp Phiếu lý lịch tư pháp".into(),
            papers: vec![
                "Tờ khai theo mẫu".into(),
                "Thẻ căn cước hoặc hộ chiếu".into(),
                "Giấy ủy quyền, nếu nộp thay".into(),
            ],
        }),
        follow_url: Some(FOLLOW.into()),
        ..plain()
    }
}

/// An address as long as the service makes them.
pub const FOLLOW: &str = "https://hcc.khanhhoa.gov.vn/t/5gk2vJ0xT1mZ8bQwY7rNcA";

/// An English slip without priority.
pub fn english() -> Slip {
    Slip {
        language: Language::EN,
        centre_parent: "Office of the Khanh Hoa Provincial People's Committee".into(),
        centre_name: "Khanh Hoa Provincial Public Administrative Service Center".into(),
        number: "C105".into(),
        service: "Land and environment".into(),
        counters: vec![12],
        zone: Some("Zone B".into()),
        people_ahead: Some(17),
        wait: Some(WaitRange {
            likely_s: 2_500,
            cautious_s: 3_300,
        }),
        follow_url: Some(FOLLOW.into()),
        ..plain()
    }
}

/// Everything as long as it may get.
pub fn long_names() -> Slip {
    Slip {
        centre_parent: "Ủy ban nhân dân tỉnh Khánh Hòa – Văn phòng Ủy ban nhân dân tỉnh".into(),
        service: "Nông nghiệp và Phát triển nông thôn, thủy sản, kiểm lâm, bảo vệ thực vật".into(),
        counters: (1..=14).collect(),
        people_ahead: Some(999),
        wait: None,
        procedure: Some(Procedure {
            name: "Cấp giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất \
                   lần đầu cho hộ gia đình, cá nhân"
                .into(),
            papers: vec![
                "Đơn đăng ký, cấp giấy chứng nhận theo mẫu, có xác nhận của ủy ban nhân dân nơi \
                 có đất"
                    .into(),
                "Một-từ-dài-không-có-chỗ-xuống-dòng-nào-cả-để-thử-việc-ngắt-chữ".into(),
            ],
        }),
        ..full()
    }
}
