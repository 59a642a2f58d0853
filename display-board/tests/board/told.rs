//! What the hall is told besides calls.

use crate::hall::{board, busy, s, time};
use display_board::view_model::News;
use queue_protocol::{CounterStatus, Language};
use voice_announcer::Notice;

#[test]
fn a_break_and_a_missed_number_are_told_once() {
    let mut board = board(Language::Vi);
    let mut hall = busy();
    board.hear(hall.frame(), s(0));
    assert_eq!(board.tell(s(0)), []);
    hall.counter(2).status = CounterStatus::Break;
    hall.counter(2).back_at = Some(time("10:02"));
    hall.view.missed.insert(0, "K003".to_owned());
    board.hear(hall.frame(), s(1));
    let missed = Notice::Missed {
        number: "K003".parse().unwrap(),
    };
    let left = Notice::Break {
        counter: 2,
        minutes: Some(15),
    };
    assert_eq!(board.tell(s(1)), [missed, left]);
    assert_eq!(board.tell(s(2)), []);
}

#[test]
fn closing_soon_comes_by_the_clock_without_a_new_view() {
    let mut board = board(Language::Vi);
    board.hear(busy().frame(), s(0));
    let minutes = |minutes: u64| s(60 * minutes);
    assert_eq!(board.tell(minutes(57)), [], "issuing ends at 11:00");
    let soon = Notice::ClosingSoon { minutes: 15 };
    assert_eq!(board.tell(minutes(58)), [soon]);
    assert_eq!(board.tell(minutes(59)), []);
}

#[test]
fn of_a_lost_service_nothing_is_told() {
    let mut board = board(Language::Vi);
    board.hear(busy().frame(), s(0));
    board.tell(s(0));
    board.hear(News::Lost, s(1));
    assert_eq!(board.tell(s(60 * 58)), []);
}
