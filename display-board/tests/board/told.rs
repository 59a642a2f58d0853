//! What the hall is told besides calls.

use crate::hall::{Hall, board, busy, s, time};
use display_board::view_model::{Deed, News};
use queue_protocol::{CounterStatus, Language};
use voice_announcer::{Notice, Order};

#[test]
fn a_break_and_a_missed_number_are_told_once() {
    let mut board = board(Language::VI);
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
    let mut board = board(Language::VI);
    board.hear(busy().frame(), s(0));
    let minutes = |minutes: u64| s(60 * minutes);
    assert_eq!(board.tell(minutes(57)), [], "issuing ends at 11:00");
    let soon = Notice::ClosingSoon { minutes: 15 };
    assert_eq!(board.tell(minutes(58)), [soon]);
    assert_eq!(board.tell(minutes(59)), []);
}

#[test]
fn of_a_lost_service_nothing_is_told() {
    let mut board = board(Language::VI);
    board.hear(busy().frame(), s(0));
    board.tell(s(0));
    board.hear(News::Lost, s(1));
    assert_eq!(board.tell(s(60 * 58)), []);
}

#[test]
fn a_board_that_does_not_speak_lets_the_voice_drop_what_another_has_spoken() {
    let mut hall = Hall::open(24);
    hall.view.speaks = false;
    let call = hall.call(2, "A012");
    let mut board = board(Language::VI);
    board.hear(hall.frame(), s(0));
    let deeds = board.deeds();
    assert_eq!(deeds[0], Deed::Speak(false), "before it hears of any call");
    let withdrawn = Deed::Voice(Order::Withdraw(call));
    assert!(!deeds.contains(&withdrawn));

    hall.view.calls[0].spoken = true;
    board.hear(hall.after(5).frame(), s(5));
    assert!(board.deeds().contains(&withdrawn));
    board.hear(hall.after(1).frame(), s(6));
    assert!(!board.deeds().contains(&withdrawn), "once");

    hall.view.speaks = true;
    board.hear(hall.after(1).frame(), s(7));
    assert!(board.deeds().contains(&Deed::Speak(true)));
}
