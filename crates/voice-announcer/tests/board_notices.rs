//! What of a board's views the hall is told besides calls.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use chrono::{DateTime, FixedOffset, TimeDelta};
use queue_protocol::views::{BoardCounter, BoardTransfer, Issuing};
use queue_protocol::{BoardView, ClosedReason, CounterStatus, Frame};
use voice_announcer::{BoardNotices, Notice};

fn time(min: i64) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-20T08:00:00+07:00").unwrap() + TimeDelta::minutes(min)
}

/// A hall that issues until minute 180, with counters on break until a minute.
fn frame(missed: &[&str], breaks: &[(u16, Option<i64>)]) -> Frame<BoardView> {
    let counter = |number| {
        let back = breaks.iter().find(|(left, _)| *left == number);
        BoardCounter {
            number,
            status: back.map_or(CounterStatus::Open, |_| CounterStatus::Break),
            back_at: back.and_then(|(_, until)| until.map(time)),
            ticket: None,
            priority: false,
            state: None,
        }
    };
    let view = BoardView {
        catalogue: String::new(),
        zone: None,
        issuing: Issuing::Open { until: time(180) },
        counters: (1..=3).map(counter).collect(),
        calls: Vec::new(),
        queues: Vec::new(),
        missed: missed.iter().map(|number| (*number).to_owned()).collect(),
        transfers: Vec::new(),
        screen: None,
        speaks: true,
    };
    Frame {
        at: time(0),
        journal: "a".into(),
        seq: 1,
        view,
    }
}

fn missed(number: &str) -> Notice {
    Notice::Missed {
        number: number.parse().unwrap(),
    }
}

fn left(counter: u16, minutes: Option<u16>) -> Notice {
    Notice::Break { counter, minutes }
}

#[test]
fn a_board_that_starts_tells_nothing_of_what_is_so_already() {
    let mut board = BoardNotices::default();
    let so = frame(&["A001"], &[(2, None)]);
    assert_eq!(board.take(&so, time(0)), []);
    assert_eq!(board.take(&so, time(1)), []);
    let other = Frame {
        journal: "b".into(),
        ..frame(&["A001", "A002"], &[(1, None)])
    };
    assert_eq!(board.take(&other, time(2)), []);
}

#[test]
fn each_missed_number_is_told_once_and_again_when_it_is_missed_again() {
    let mut board = BoardNotices::default();
    board.take(&frame(&[], &[]), time(0));
    let first = frame(&["A001"], &[]);
    assert_eq!(board.take(&first, time(1)), [missed("A001")]);
    assert_eq!(board.take(&first, time(2)), []);
    let both = frame(&["C003", "A001"], &[]);
    assert_eq!(board.take(&both, time(3)), [missed("C003")]);
    assert_eq!(board.take(&frame(&[], &[]), time(4)), []);
    assert_eq!(board.take(&first, time(5)), [missed("A001")]);
    assert_eq!(board.take(&frame(&["?"], &[]), time(6)), [], "no number");
}

#[test]
fn a_break_is_told_with_its_length_when_that_is_worth_saying() {
    let mut board = BoardNotices::default();
    board.take(&frame(&[], &[]), time(0));
    let one = frame(&[], &[(2, Some(16))]);
    assert_eq!(board.take(&one, time(1)), [left(2, Some(15))]);
    assert_eq!(board.take(&one, time(2)), []);
    board.take(&frame(&[], &[]), time(3));
    for (until, minutes) in [
        (None, None),
        (Some(4), None),
        (Some(300), None),
        (Some(64), Some(60)),
    ] {
        let again = frame(&[], &[(2, until)]);
        assert_eq!(board.take(&again, time(4)), [left(2, minutes)], "{until:?}");
        board.take(&frame(&[], &[]), time(4));
    }
}

#[test]
fn closing_soon_is_told_once_15_minutes_before_also_by_a_board_that_starts_then() {
    let hall = frame(&[], &[]);
    let soon = |minutes| [Notice::ClosingSoon { minutes }];
    let mut board = BoardNotices::default();
    assert_eq!(board.take(&hall, time(164)), []);
    assert_eq!(board.take(&hall, time(165)), soon(15));
    assert_eq!(board.take(&hall, time(166)), []);
    assert_eq!(BoardNotices::default().take(&hall, time(166)), soon(14));
    assert_eq!(BoardNotices::default().take(&hall, time(170)), []);
    let closed = Issuing::Closed {
        reason: ClosedReason::AfterHours,
        next: None,
    };
    let mut shut = hall;
    shut.view.issuing = closed;
    assert_eq!(BoardNotices::default().take(&shut, time(165)), []);
}

#[test]
fn who_is_sent_elsewhere_is_told_once_and_again_when_sent_again() {
    let mut board = BoardNotices::default();
    let sent = |counter, min| {
        let mut frame = frame(&[], &[]);
        frame.view.transfers.push(BoardTransfer {
            number: "A012".into(),
            counter,
            at: time(min),
        });
        frame
    };
    let told = |counter| Notice::Transferred {
        number: "A012".parse().unwrap(),
        counter,
    };
    assert_eq!(board.take(&sent(None, 0), time(0)), [], "before it started");
    assert_eq!(board.take(&sent(None, 0), time(1)), []);
    assert_eq!(board.take(&sent(Some(7), 1), time(1)), [told(Some(7))]);
    assert_eq!(board.take(&sent(Some(7), 1), time(2)), []);
    assert_eq!(board.take(&frame(&[], &[]), time(3)), []);
    assert_eq!(board.take(&sent(None, 4), time(4)), [told(None)]);
}
