//! A day of the board in moments: mock time, a layout that changes every five minutes, and memory that stays where it
//! was. Other tests use memory of the same process, so it runs alone.

use crate::hall::{board, busy, s};
use crate::layouts::{LAYOUTS, read};
use crate::window::{snapshot, window};
use display_board::view_model::{Deed, News};
use i_slint_backend_testing::mock_elapsed_time;
use queue_protocol::Language;
use std::sync::Arc;
use voice_announcer::Report;

const STEP_S: u64 = 5;
const HOUR: u64 = 3_600 / STEP_S;

/// Resident memory of this process in KiB, where the system tells it.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let mut lines = status.lines();
    let line = lines.find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}

const fn is_receipt(deed: &Deed) -> bool {
    matches!(deed, Deed::Receipt(..))
}

#[test]
#[ignore = "takes minutes, and wants the process for itself"]
fn a_day_of_changing_layouts_keeps_nothing() {
    let window = window(Language::VI, 1920, 1080);
    let layouts = LAYOUTS.map(|(name, _)| Arc::new(read(name)));
    let mut layouts = layouts.iter().cycle();
    let mut board = board(Language::VI);
    let mut hall = busy();
    let (mut receipts, mut settled) = (0, None);
    for step in 0..24 * HOUR {
        let now = s(step * STEP_S);
        if step % (HOUR / 12) == 0 {
            let next = layouts.next().map(Arc::clone);
            board.hear(News::Layout(next, Arc::default()), now);
        }
        if step % 3 == 0 {
            let counter = u16::try_from(step / 3 % 24).unwrap() + 1;
            let call = hall.call(counter, &format!("A{:03}", step / 3 % 1_000));
            board.hear(hall.frame(), now);
            for report in [Report::Speaking(call), Report::Spoken(call)] {
                board.hear(News::Voice(report), now);
            }
            let old = hall.view.calls.len().saturating_sub(24);
            hall.view.calls.drain(..old);
        }
        board.hear(hall.after(5).frame(), now);
        let picture = board.turn(now);
        window.show(&picture);
        board.drawn(&picture, now);
        receipts += board.deeds().iter().filter(|deed| is_receipt(deed)).count();
        mock_elapsed_time(s(STEP_S));
        if step % (HOUR / 12) == 1 {
            snapshot(&window);
        }
        if step == HOUR {
            settled = resident();
        }
    }
    assert!(receipts > 10_000, "{receipts} receipts of 5,760 calls");
    if let (Some(before), Some(after)) = (settled, resident()) {
        println!("{before} KiB after an hour, {after} after a day");
        assert!(after < before + (8 << 10), "{before} KiB became {after}");
    }
}
