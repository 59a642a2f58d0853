//! A centre with as many agencies as the real one, one of them with more procedures and fields than fit a page.

use crate::hall::{catalogue, text};
use kiosk_ui::view_model::Centre;
use queue_protocol::{Agency, ProcedureEntry};
use std::sync::Arc;

/// Those beside the four of the ordinary hall.
const MORE_AGENCIES: [(&str, &str); 17] = [
    ("Sở Nội vụ", "Home Affairs"),
    ("Sở Kế hoạch và Đầu tư", "Planning and Investment"),
    ("Sở Tài chính", "Finance"),
    ("Sở Công Thương", "Industry and Trade"),
    (
        "Sở Nông nghiệp và Phát triển nông thôn",
        "Agriculture and Rural Development",
    ),
    ("Sở Xây dựng", "Construction"),
    (
        "Sở Thông tin và Truyền thông",
        "Information and Communications",
    ),
    (
        "Sở Lao động - Thương binh và Xã hội",
        "Labour, War Invalids and Social Affairs",
    ),
    ("Sở Văn hóa và Thể thao", "Culture and Sports"),
    ("Sở Du lịch", "Tourism"),
    ("Sở Khoa học và Công nghệ", "Science and Technology"),
    ("Sở Giáo dục và Đào tạo", "Education and Training"),
    ("Sở Y tế", "Health"),
    ("Sở Ngoại vụ", "Foreign Affairs"),
    (
        "Ban Quản lý Khu kinh tế Vân Phong",
        "Van Phong Economic Zone Management Board",
    ),
    ("Bảo hiểm xã hội tỉnh Khánh Hòa", "Social Insurance"),
    ("Cục Thuế tỉnh Khánh Hòa", "Tax Department"),
];

/// Fields of transport, each with so many procedures.
const FIELDS: [(&str, &str, usize); 9] = [
    (
        "Sát hạch, cấp giấy phép lái xe",
        "Driving tests and licences",
        9,
    ),
    (
        "Đăng ký, quản lý phương tiện giao thông cơ giới, xe máy chuyên dùng",
        "Registration of motor vehicles and special machines",
        1,
    ),
    ("Đường bộ", "Roads", 3),
    ("Đường thủy nội địa", "Inland waterways", 2),
    ("Đăng kiểm", "Vehicle inspection", 2),
    ("Hàng hải", "Shipping", 1),
    ("Đường sắt", "Railways", 1),
    ("Hàng không", "Aviation", 1),
    (
        "Khoa học, công nghệ và môi trường",
        "Science and environment",
        1,
    ),
];

/// Transport has 21 procedures in nine fields and four of none, the other agencies one or two each; one is of no agency.
pub fn centre() -> Arc<Centre> {
    let mut catalogue = catalogue();
    let like = catalogue.procedures[1].clone();
    let one = |code: String, agency: &str, vi: &str, en: &str| ProcedureEntry {
        code,
        agency: agency.to_owned(),
        name: text(vi, en),
        short: text(vi, en),
        busy_rank: 4,
        ..like.clone()
    };
    for (i, (vi, en)) in MORE_AGENCIES.into_iter().enumerate() {
        let code = format!("S{i}");
        catalogue.agencies.push(Agency {
            code: code.clone(),
            name: text(vi, en),
        });
        let named = (format!("Thủ tục của {vi}"), format!("Procedure of {en}"));
        catalogue
            .procedures
            .push(one(format!("{i}"), &code, &named.0, &named.1));
    }
    let copy = one("c".to_owned(), "", "Chứng thực bản sao", "Certified copies");
    catalogue.procedures.push(copy);
    for (vi, en, count) in FIELDS {
        for i in 1..=count {
            let names = (format!("{vi}: việc thứ {i}"), format!("{en}: case {i}"));
            let mut procedure = one(format!("{vi}.{i}"), "SGTVT", &names.0, &names.1);
            procedure.field = Some(text(vi, en));
            catalogue.procedures.push(procedure);
        }
    }
    Arc::new(Centre::new(catalogue))
}
