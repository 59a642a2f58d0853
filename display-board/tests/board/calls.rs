//! Who stands in the spotlight, what is spoken, which receipts go back.

use crate::hall::{Hall, board, busy, s};
use display_board::view_model::{Arrival, Board, Card, Deed, News, Panel, SlotPicture};
use queue_protocol::Language;
use std::time::Duration;
use voice_announcer::{CallId, Health, Order, Report};

fn heard(hall: &Hall) -> Board {
    let mut board = board(Language::VI);
    board.hear(hall.frame(), s(0));
    board
}

/// The numbers in their slots, `*` behind the filled one; one alone is the card.
fn slots(board: &mut Board, now: Duration) -> Vec<String> {
    let shown =
        |slot: &SlotPicture| format!("{}{}", slot.call.number, if slot.filled { "*" } else { "" });
    match board.turn(now).panel {
        Panel::List(slots) => slots
            .iter()
            .map(|slot| slot.as_ref().map(shown).unwrap_or_default())
            .collect(),
        Panel::Card(Card::Now(slot)) => vec![shown(&slot)],
        _ => Vec::new(),
    }
}

fn orders(board: &mut Board) -> Vec<String> {
    let words = |deed| match deed {
        Deed::Voice(Order::Announce(id, announcement)) => {
            Some(format!("{id} {}", announcement.number))
        }
        Deed::Voice(Order::Withdraw(id)) => Some(format!("{id} withdrawn")),
        Deed::Voice(Order::Forget) => Some("forget".to_owned()),
        Deed::Receipt(..) | Deed::Speak(_) | Deed::Tell(_) => None,
    };
    board.deeds().into_iter().filter_map(words).collect()
}

/// Receipts as "101 shown 09:47:01".
fn receipts(board: &mut Board) -> Vec<String> {
    let words = |deed| match deed {
        Deed::Receipt(call, receipt) => {
            let (what, at) = match (receipt.shown_at, receipt.spoken_at) {
                (Some(at), None) => ("shown", at),
                (None, Some(at)) => ("spoken", at),
                other => panic!("{other:?}"),
            };
            Some(format!("{call} {what} {}", at.format("%H:%M:%S")))
        }
        Deed::Voice(_) | Deed::Speak(_) | Deed::Tell(_) => None,
    };
    board.deeds().into_iter().filter_map(words).collect()
}

fn speaks(board: &mut Board, call: CallId, now: Duration) {
    board.hear(News::Voice(Report::Speaking(call)), now);
}

fn spoken(board: &mut Board, call: CallId, now: Duration) {
    board.hear(News::Voice(Report::Spoken(call)), now);
}

#[test]
fn a_call_stands_for_20_s_and_then_as_the_last_one() {
    let mut hall = busy();
    let call = hall.call(2, "A012*");
    let mut board = heard(&hall);
    let Panel::Card(Card::Now(slot)) = board.turn(s(0)).panel else {
        panic!()
    };
    assert!(slot.filled && slot.call.priority);
    assert_eq!(slot.arrival, Arrival::FromRow { grid: 0, row: 1 });
    speaks(&mut board, call, s(0));
    spoken(&mut board, call, s(6));
    assert_eq!(slots(&mut board, s(19)), ["A012*"]);
    let Panel::Card(Card::Last(last)) = board.turn(s(20)).panel else {
        panic!()
    };
    assert_eq!((last.number.as_str(), last.counter), ("A012", 2));

    hall.leave(2);
    board.hear(hall.after(30).frame(), s(30));
    assert_eq!(
        board.turn(s(30)).panel,
        Panel::Card(Card::Idle {
            open: true,
            issuing: true
        })
    );
}

#[test]
fn two_to_six_calls_take_the_topmost_free_slot_and_never_move() {
    let mut hall = busy();
    let first = hall.call(1, "A001");
    let mut board = heard(&hall);
    speaks(&mut board, first, s(0));
    assert_eq!(slots(&mut board, s(0)), ["A001*"]);
    spoken(&mut board, first, s(6));

    let second = hall.after(10).call(2, "A002");
    board.hear(hall.frame(), s(10));
    speaks(&mut board, second, s(10));
    assert_eq!(slots(&mut board, s(10)), ["A001", "A002*", "", "", "", ""]);
    spoken(&mut board, second, s(16));

    // The first leaves, the second stays in its slot when another comes.
    assert_eq!(slots(&mut board, s(20)), ["A002*"]);
    let third = hall.after(11).call(3, "A003");
    board.hear(hall.frame(), s(21));
    assert_eq!(slots(&mut board, s(21)), ["A003*", "A002", "", "", "", ""]);
    speaks(&mut board, third, s(21));
    assert_eq!(slots(&mut board, s(30)), ["A003*"]);
}

#[test]
fn in_a_burst_the_slots_hold_the_next_to_be_spoken() {
    let mut hall = Hall::open(24);
    let calls: Vec<_> = (1..=24)
        .map(|n| hall.call(n, &format!("A{n:03}")))
        .collect();
    let mut board = heard(&hall);
    assert_eq!(orders(&mut board).len(), 24);
    let mut now = s(0);
    for (turn, call) in calls.iter().enumerate() {
        speaks(&mut board, *call, now);
        let number = format!("A{:03}*", turn + 1);
        for second in 0..6 {
            let shown = slots(&mut board, now + s(second));
            assert!(shown.contains(&number), "{number} sounds, {shown:?} stands");
        }
        now += s(6);
        spoken(&mut board, *call, now);
    }
    let left = slots(&mut board, now + s(1));
    assert_eq!(
        left.iter().filter(|number| !number.is_empty()).count(),
        3,
        "time to look up: {left:?}"
    );
}

#[test]
fn a_quick_voice_makes_itself_a_slot() {
    let mut hall = Hall::open(24);
    let calls: Vec<_> = (1..=8).map(|n| hall.call(n, &format!("A{n:03}"))).collect();
    let mut board = heard(&hall);
    for (call, second) in calls.iter().zip(0..) {
        speaks(&mut board, *call, s(second));
        slots(&mut board, s(second));
        spoken(&mut board, *call, s(second + 1));
    }
    assert_eq!(
        slots(&mut board, s(8)),
        ["A007", "A008*", "A003", "A004", "A005", "A006"]
    );
}

#[test]
fn without_sound_the_newest_is_filled_and_every_call_has_its_20_s() {
    let mut hall = Hall::open(24);
    for n in 1..=7 {
        hall.call(n, &format!("A{n:03}"));
    }
    let mut board = heard(&hall);
    board.hear(
        News::Voice(Report::Health(Health::Silent {
            reason: "no device".into(),
        })),
        s(0),
    );
    assert_eq!(
        slots(&mut board, s(0)),
        ["A001", "A002", "A003", "A004", "A005", "A006*"]
    );
    assert_eq!(slots(&mut board, s(20)), ["A007*"]);
    assert_eq!(slots(&mut board, s(39)), ["A007*"]);
    assert_eq!(slots(&mut board, s(40)), [""; 0]);
}

#[test]
fn a_visitor_who_has_come_makes_room_for_a_call_that_waits_for_a_slot() {
    let mut hall = Hall::open(24);
    for n in 1..=7 {
        hall.call(n, &format!("A{n:03}"));
    }
    let mut board = heard(&hall);
    let first = ["A001*", "A002", "A003", "A004", "A005", "A006"];
    assert_eq!(slots(&mut board, s(0)), first);
    speaks(&mut board, 101, s(1));
    hall.serve(1, "A001");
    hall.serve(3, "A003");
    board.hear(hall.after(5).frame(), s(5));
    assert_eq!(
        slots(&mut board, s(5)),
        ["A001*", "A002", "A007", "A004", "A005", "A006"],
        "the call that sounds stays"
    );
    spoken(&mut board, 101, s(6));
    hall.call(8, "A008");
    board.hear(hall.after(1).frame(), s(7));
    assert_eq!(slots(&mut board, s(7))[0].trim_end_matches('*'), "A008");
}

#[test]
fn a_call_taken_back_leaves_at_once_and_is_not_spoken() {
    let mut hall = busy();
    let call = hall.call(2, "A012");
    let mut board = heard(&hall);
    assert_eq!(orders(&mut board), [format!("{call} A012")]);
    hall.leave(2);
    board.hear(hall.after(3).frame(), s(3));
    assert_eq!(orders(&mut board), [format!("{call} withdrawn")]);
    assert_eq!(slots(&mut board, s(3)), [""; 0]);
}

#[test]
fn a_call_being_spoken_stands_until_it_is_said_though_it_was_taken_back() {
    let mut hall = busy();
    let call = hall.call(2, "A012");
    let mut board = heard(&hall);
    speaks(&mut board, call, s(0));
    hall.leave(2);
    board.hear(hall.after(3).frame(), s(3));
    assert_eq!(slots(&mut board, s(5)), ["A012*"]);
    spoken(&mut board, call, s(6));
    assert_eq!(slots(&mut board, s(6)), [""; 0]);
}

#[test]
fn a_visitor_who_has_come_leaves_the_yellow_row_and_stands_for_the_rest_of_the_20_s() {
    let mut hall = busy();
    hall.call(2, "A012");
    let mut board = heard(&hall);
    slots(&mut board, s(0));
    hall.serve(2, "A012");
    board.hear(hall.after(5).frame(), s(5));
    assert_eq!(slots(&mut board, s(19)), ["A012*"]);
    assert_eq!(slots(&mut board, s(20)), [""; 0]);
}

#[test]
fn a_recall_is_spoken_again_in_the_place_of_the_call_and_its_20_s_begin_anew() {
    let mut hall = busy();
    hall.call(1, "A001");
    hall.call(2, "A002");
    let mut board = heard(&hall);
    slots(&mut board, s(0));
    orders(&mut board);
    spoken(&mut board, 101, s(5));
    spoken(&mut board, 102, s(9));
    let recall = hall.after(10).call(1, "A001");
    board.hear(hall.frame(), s(10));
    assert_eq!(orders(&mut board), [format!("{recall} A001")]);
    speaks(&mut board, recall, s(10));
    assert_eq!(slots(&mut board, s(10)), ["A001*", "A002", "", "", "", ""]);
    spoken(&mut board, recall, s(16));
    assert_eq!(slots(&mut board, s(29)), ["A001*"]);
}

#[test]
fn receipts_tell_once_when_a_call_was_shown_and_spoken() {
    let mut hall = busy();
    let call = hall.call(2, "A012");
    let mut board = heard(&hall);
    let picture = board.turn(s(1));
    board.drawn(&picture, s(1));
    assert_eq!(receipts(&mut board), [format!("{call} shown 09:47:01")]);
    board.drawn(&picture, s(2));
    speaks(&mut board, call, s(2));
    spoken(&mut board, call, s(8));
    assert_eq!(receipts(&mut board), [format!("{call} spoken 09:47:08")]);
    spoken(&mut board, 7, s(9));
    assert_eq!(
        receipts(&mut board),
        [""; 0],
        "a call that this journal does not know"
    );
}

#[test]
fn a_service_that_was_away_gets_its_receipts_again() {
    let mut hall = busy();
    let call = hall.call(2, "A012");
    let mut board = heard(&hall);
    let picture = board.turn(s(1));
    board.drawn(&picture, s(1));
    receipts(&mut board);
    board.hear(News::Lost, s(2));
    board.hear(hall.after(3).frame(), s(3));
    assert_eq!(receipts(&mut board), [format!("{call} shown 09:47:01")]);
}

#[test]
fn a_call_on_a_page_that_does_not_stand_is_shown_when_its_page_does() {
    let mut hall = Hall::open(40);
    let mut board = heard(&hall);
    let call = hall.call(30, "A030");
    board.hear(hall.frame(), s(1));
    let picture = board.turn(s(1));
    assert_eq!(
        picture.grids[0].page, 1,
        "the page with the call comes first"
    );
    board.drawn(&picture, s(1));
    assert_eq!(receipts(&mut board), [format!("{call} shown 09:47:01")]);
    assert_eq!(board.turn(s(9)).grids[0].page, 0);
    assert_eq!(board.turn(s(17)).grids[0].page, 1);
}

#[test]
fn another_journal_begins_anew() {
    let mut hall = busy();
    hall.call(2, "A012");
    let mut board = heard(&hall);
    slots(&mut board, s(0));
    orders(&mut board);
    let mut other = busy();
    other.journal = "another".into();
    other.after(-30).call(3, "C001");
    let young = other.after(25).call(4, "C002");
    board.hear(other.frame(), s(5));
    assert_eq!(
        orders(&mut board),
        ["forget".to_owned(), format!("{young} C002")]
    );
    assert_eq!(slots(&mut board, s(5)), ["C002*"]);
}

#[test]
fn a_short_loss_is_passed_over_and_a_long_one_is_told() {
    let mut hall = busy();
    let call = hall.call(2, "A012");
    let mut board = heard(&hall);
    speaks(&mut board, call, s(1));
    board.hear(News::Lost, s(2));
    board.hear(News::Lost, s(4));
    assert_eq!(slots(&mut board, s(4)), ["A012*"]);
    let picture = board.turn(s(5));
    let since = picture.offline_since.unwrap();
    assert_eq!(since.format("%H:%M:%S").to_string(), "09:47:02");
    let Panel::Offline { speaking } = picture.panel else {
        panic!()
    };
    assert_eq!(speaking.unwrap().number, "A012", "who hears it can read it");
    board.hear(hall.after(9).frame(), s(9));
    assert_eq!(board.turn(s(9)).offline_since, None);
}
