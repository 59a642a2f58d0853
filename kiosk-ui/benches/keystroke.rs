//! One touch of the keyboard on the screen, until the page with its rows stands: over 2,600 procedures, beside the
//! search alone. Budget: at most 1 ms for every query here.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the hall of the tests says where it broke"
)]

#[path = "../tests/kiosk/hall.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod hall;
#[path = "../tests/kiosk/hand.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod hand;

use divan::Bencher;
use hand::Hand;
use kiosk_ui::view_model::{Centre, Key, Message, Touch};
use queue_protocol::{ProcedureEntry, Purpose};
use std::hint::black_box;
use std::sync::{Arc, LazyLock};

/// Each is typed to its last letter but one; that letter is measured.
const QUERIES: [&str; 8] = [
    "c",
    "giay phep lai xe",
    "cấp lại giấy phép lái xe",
    "ddooir bawngf lasi",
    "doi bang lai",
    "giay pehp lai xe",
    "vfrtg nhyuj mkilo",
    "cap lai giay chung nhan quyen su dung dat cho to chuc",
];

const WHAT: &str = "Cấp, Cấp lại, Cấp đổi, Gia hạn, Thu hồi, Điều chỉnh, Đăng ký, Thẩm định, Chấp thuận, Thông báo, \
                    Xác nhận, Công nhận, Công bố, Đổi, Bổ sung, Tạm dừng, Chấm dứt, Chuyển nhượng, Sửa đổi, Phê duyệt";
const OF: &str = "giấy phép lái xe, giấy chứng nhận quyền sử dụng đất, chứng chỉ hành nghề, phù hiệu xe, hộ chiếu, \
                  giấy phép lao động, giấy phép xây dựng, văn bằng tốt nghiệp, thẻ bảo hiểm y tế, quốc tịch, hộ kinh \
                  doanh, dự án đầu tư, tàu cá";
const FOR: &str = "cho cá nhân, cho tổ chức, cho doanh nghiệp, cho hộ gia đình, cho người nước ngoài, do bị mất, do bị \
                   hỏng, do hết hạn, khi thay đổi tên, ở khu kinh tế";

static CENTRE: LazyLock<Arc<Centre>> = LazyLock::new(|| {
    let mut catalogue = hall::catalogue();
    let some = catalogue.procedures[0].clone();
    let names = WHAT.split(", ").flat_map(|what| {
        let of = OF.split(", ");
        of.flat_map(move |of| {
            FOR.split(", ")
                .map(move |whose| format!("{what} {of} {whose}"))
        })
    });
    let entries = (0..).zip(names).map(|(place, name): (u32, String)| {
        let official =
            format!("{name} trên địa bàn tỉnh, thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân tỉnh");
        ProcedureEntry {
            code: format!("9.{place:06}"),
            short: hall::text(&name, ""),
            name: hall::text(&official, ""),
            ..some.clone()
        }
    });
    catalogue.procedures.extend(entries);
    assert!(
        catalogue.procedures.len() >= 2600,
        "as many as a province has"
    );
    Arc::new(Centre::new(catalogue))
});

fn main() {
    divan::main();
}

#[divan::bench(args = QUERIES)]
fn keystroke(bencher: Bencher<'_, '_>, query: &str) {
    let last = query.chars().next_back().expect("a letter");
    let before = &query[..query.len() - last.len_utf8()];
    let typed = || {
        let mut hand = Hand::new();
        hand.say(Message::Centre(Arc::clone(&CENTRE)));
        hand.hear(hall::morning());
        hand.touch(Touch::Purpose(Purpose::Submit));
        hand.touch(Touch::Find);
        for letter in before.chars() {
            let key = if letter == ' ' {
                Key::Space
            } else {
                Key::Letter(letter)
            };
            hand.touch_at_once(Touch::Key(key));
        }
        hand
    };
    bencher.with_inputs(typed).bench_local_refs(|hand| {
        hand.touch_at_once(Touch::Key(Key::Letter(last)));
        black_box(hand.screen());
    });
}

#[divan::bench(args = QUERIES)]
fn search_alone(bencher: Bencher<'_, '_>, query: &str) {
    bencher.bench(|| CENTRE.search(black_box(query), 60));
}
