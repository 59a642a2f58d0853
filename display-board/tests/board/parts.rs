//! The parts of the picture: clock, pages, waits, notices, the hall that is shut.

use crate::hall::{Hall, board, busy, s, time};
use display_board::view_model::{Notice, Panel, Place, ServiceClock, Steps};
use proptest::prelude::*;
use queue_protocol::views::{Issuing, WaitRange};
use queue_protocol::{ClosedReason, CounterStatus, Language};
use std::time::Duration;

proptest! {
    #[test]
    fn the_clock_never_goes_back(frames in prop::collection::vec((0i64..5_000, 0u64..5_000), 1..20)) {
        let start = time("09:47");
        let (mut at, mut now) = (start, Duration::ZERO);
        let mut clock = ServiceClock::new(at, now);
        let mut shown = clock.now(now);
        for (service_ms, our_ms) in frames {
            at += chrono::TimeDelta::milliseconds(service_ms);
            now += Duration::from_millis(our_ms);
            prop_assert!(clock.now(now) >= shown);
            clock.follow(at, now);
            prop_assert!(clock.now(now) >= shown.max(at));
            shown = clock.now(now);
        }
    }

    #[test]
    fn a_wait_is_rounded_outwards(likely_s in 0u32..20_000, more in 0u32..10_000) {
        let cautious_s = likely_s + more;
        let wait = WaitRange { likely_s, cautious_s }.in_minutes();
        prop_assert!(wait.from * 60 <= likely_s && cautious_s <= wait.to * 60);
        prop_assert!(wait.from.is_multiple_of(5) && wait.to.is_multiple_of(5) && wait.to > 0);
    }

    #[test]
    fn every_page_gets_its_turn(count in 1usize..6, seconds in 0u64..60) {
        let mut steps = Steps::new(s(8));
        let pages: Vec<_> = (0..=seconds).map(|second| steps.turn(count, s(second))).collect();
        prop_assert!(pages.iter().all(|page| *page < count));
        prop_assert_eq!(*pages.last().unwrap(), usize::try_from(seconds / 8).unwrap() % count);
    }
}

#[test]
fn pages_that_vanish_are_left() {
    let mut steps = Steps::new(s(8));
    steps.show(2, s(0));
    assert_eq!(steps.turn(2, s(1)), 1);
    assert_eq!(steps.turn(0, s(1)), 0);
}

#[test]
fn the_clock_goes_on_between_frames() {
    let mut board = board(Language::VI);
    board.hear(busy().frame(), s(5));
    let shown = board.turn(s(70)).time.unwrap();
    assert_eq!(shown, time("09:47") + chrono::TimeDelta::seconds(65));
}

/// Each step of the line once, in the order of a minute.
fn line(hall: &Hall, language: Language) -> Vec<Notice> {
    let mut board = board(language);
    board.hear(hall.frame(), s(0));
    let mut steps: Vec<Notice> = Vec::new();
    for second in 0..120 {
        let notice = board.turn(s(second)).notice.unwrap();
        if steps.contains(&notice) && steps.last() != Some(&notice) {
            break;
        }
        steps.push(notice);
        steps.dedup();
    }
    steps
}

#[test]
fn the_line_tells_breaks_missed_numbers_and_the_centres_words() {
    let steps = line(&busy(), Language::VI);
    let missed = ["A007", "C011", "H004"].map(str::to_owned).to_vec();
    assert_eq!(
        steps,
        [
            Notice::Break {
                counters: vec![9],
                until: Some(time("10:15"))
            },
            Notice::Break {
                counters: vec![16],
                until: None
            },
            Notice::Missed(missed),
            Notice::Centre("Quá lượt, vui lòng báo bàn hướng dẫn. Lấy số miễn phí.".into()),
        ]
    );
}

#[test]
fn a_return_that_is_overdue_is_not_promised() {
    let mut hall = busy();
    hall.at = time("10:16");
    let steps = line(&hall, Language::VI);
    assert_eq!(
        steps[0],
        Notice::Break {
            counters: vec![9, 16],
            until: None
        }
    );
}

#[test]
fn counters_that_come_back_together_stand_together_and_long_lists_take_more_steps() {
    let mut hall = Hall::open(24);
    for number in 1..=24 {
        hall.counter(number).status = CounterStatus::Break;
        hall.counter(number).back_at = Some(time("13:00"));
    }
    hall.view.missed = (1..=11).map(|n| format!("A{n:03}")).collect();
    let steps = line(&hall, Language::EN);
    let sizes: Vec<_> = steps
        .iter()
        .map(|notice| match notice {
            Notice::Break { counters, .. } => counters.len(),
            Notice::Missed(numbers) => numbers.len(),
            Notice::Centre(_) | Notice::NotIssuing { .. } => 0,
        })
        .collect();
    assert_eq!(sizes, [10, 10, 4, 8, 3, 0]);
}

#[test]
fn no_more_numbers_is_a_notice_while_counters_work_and_the_panel_when_they_are_shut() {
    let mut hall = busy();
    let next = Some(time("13:00"));
    let reason = ClosedReason::Pause;
    hall.view.issuing = Issuing::Closed { reason, next };
    assert_eq!(
        line(&hall, Language::VI)[0],
        Notice::NotIssuing { reason, next }
    );

    for number in 1..=24 {
        hall.leave(number);
        hall.counter(number).status = CounterStatus::Closed;
    }
    let mut board = board(Language::VI);
    board.hear(hall.frame(), s(0));
    let picture = board.turn(s(0));
    assert_eq!(picture.panel, Panel::Closed { reason, next });
    assert!(
        !matches!(picture.notice, Some(Notice::NotIssuing { .. })),
        "not said twice"
    );
}

#[test]
fn a_row_is_yellow_only_on_the_way() {
    let mut hall = busy();
    hall.call(2, "A012*");
    let mut board = board(Language::VI);
    board.hear(hall.frame(), s(0));
    let called = |board: &mut display_board::view_model::Board, now| {
        let row = board.turn(now).grids[0].rows.swap_remove(1);
        matches!(
            row.place,
            Place::Ticket {
                called: true,
                priority: true,
                ..
            }
        )
    };
    assert!(called(&mut board, s(0)));
    assert!(called(&mut board, s(60)), "the visitor has not come yet");
    hall.serve(2, "A012*");
    board.hear(hall.after(61).frame(), s(61));
    assert!(!called(&mut board, s(61)));
}

#[test]
fn names_come_in_the_boards_language() {
    for (language, centre, service) in [
        (Language::VI, "Trung tâm", "Tư pháp"),
        (Language::EN, "Khanh Hoa", "Justice"),
    ] {
        let mut board = board(language);
        board.hear(busy().frame(), s(0));
        let picture = board.turn(s(0));
        assert!(picture.centre.starts_with(centre));
        assert_eq!(picture.waiting.rows[0].name, service);
    }
}
