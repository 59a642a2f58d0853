//! Which calls of a board's views are spoken.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use chrono::{DateTime, FixedOffset, TimeDelta};
use proptest::prelude::*;
use queue_protocol::views::{BoardCall, Issuing};
use queue_protocol::{BoardView, Frame, Language};
use std::collections::BTreeSet;
use voice_announcer::{Announcement, BoardCalls, Order};

fn time(s: i64) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-20T08:00:00+07:00").unwrap() + TimeDelta::seconds(s)
}

/// A call made `at` seconds.
fn call(id: u64, at: i64) -> BoardCall {
    BoardCall {
        id,
        number: format!("A{id:03}"),
        counter: 7,
        at: time(at),
        language: Language::VI,
        priority: false,
        attempt: 1,
        called: true,
        spoken: false,
    }
}

fn frame(journal: &str, at: i64, calls: &[BoardCall]) -> Frame<BoardView> {
    let view = BoardView {
        catalogue: String::new(),
        zone: None,
        issuing: Issuing::Open {
            until: time(10_000),
        },
        counters: Vec::new(),
        calls: calls.to_vec(),
        queues: Vec::new(),
        missed: Vec::new(),
        transfers: Vec::new(),
        screen: None,
        speaks: true,
    };
    Frame {
        at: time(at),
        journal: journal.into(),
        seq: 1,
        view,
    }
}

fn announce(call: &BoardCall) -> Order {
    Order::Announce(call.id, Announcement::try_from(call).unwrap())
}

#[test]
fn a_starting_board_speaks_nothing_older_than_20_s() {
    let calls = [call(1, 0), call(2, 79), call(3, 80), call(4, 100)];
    let mut board = BoardCalls::default();
    assert_eq!(
        board.take(&frame("a", 100, &calls)),
        [announce(&calls[2]), announce(&calls[3])]
    );
    assert_eq!(board.take(&frame("a", 101, &calls)), []);
}

#[test]
fn a_board_that_starts_leaves_out_what_was_spoken_before_it() {
    let spoken = BoardCall {
        spoken: true,
        ..call(1, 95)
    };
    let calls = [spoken, call(2, 96)];
    let mut board = BoardCalls::default();
    assert_eq!(board.take(&frame("a", 100, &calls)), [announce(&calls[1])]);
}

#[test]
fn a_returning_board_speaks_what_it_missed() {
    let calls = [call(1, 0), call(2, 10), call(3, 20)];
    let mut board = BoardCalls::default();
    board.take(&frame("a", 0, &calls[..1]));
    assert_eq!(
        board.take(&frame("a", 110, &calls)),
        [announce(&calls[1]), announce(&calls[2])]
    );
}

#[test]
fn another_journal_starts_anew() {
    let mut board = BoardCalls::default();
    board.take(&frame("a", 0, &[call(1, 0), call(2, 0)]));
    let calls = [call(1, 60), call(2, 95)];
    assert_eq!(
        board.take(&frame("b", 100, &calls)),
        [Order::Forget, announce(&calls[1])]
    );
}

#[test]
fn a_call_whose_ticket_is_no_longer_called_is_withdrawn_or_never_spoken() {
    let returned = |id| BoardCall {
        called: false,
        ..call(id, 0)
    };
    let mut board = BoardCalls::default();
    board.take(&frame("a", 0, &[call(1, 0), call(2, 0)]));
    assert_eq!(
        board.take(&frame("a", 1, &[call(1, 0), returned(2), returned(3)])),
        [Order::Withdraw(2)]
    );
    assert_eq!(board.take(&frame("a", 2, &[])), [Order::Withdraw(1)]);
    assert_eq!(board.take(&frame("a", 3, &[])), []);
}

#[test]
fn recall_priority_and_language_come_from_the_view() {
    let english = BoardCall {
        language: Language::EN,
        priority: true,
        attempt: 2,
        ..call(1, 0)
    };
    let announcement = Announcement::try_from(&english).unwrap();
    assert!(announcement.recall && announcement.priority);
    assert_eq!(announcement.languages, [Language::VI, Language::EN]);
    let unreadable = BoardCall {
        number: "?".into(),
        ..call(2, 0)
    };
    assert_eq!(
        BoardCalls::default()
            .take(&frame("a", 0, &[unreadable, call(3, 0)]))
            .len(),
        1
    );
}

proptest! {
    #[test]
    fn an_id_is_announced_once_and_withdrawn_at_most_once_after(
        views in prop::collection::vec(prop::collection::btree_map(0_u64..12, any::<bool>(), 0..8), 1..20)
    ) {
        let mut board = BoardCalls::default();
        let (mut announced, mut withdrawn, mut gone) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for (second, view) in (0..).zip(views) {
            // A call that has left the view, or whose ticket was called away, never comes back.
            let calls: Vec<_> = view
                .iter()
                .filter(|(id, _)| !gone.contains(*id))
                .map(|(id, called)| BoardCall { called: *called, ..call(*id, second) })
                .collect();
            let still: BTreeSet<_> = calls.iter().filter(|call| call.called).map(|call| call.id).collect();
            for order in board.take(&frame("a", second, &calls)) {
                match order {
                    Order::Announce(id, _) => prop_assert!(still.contains(&id) && announced.insert(id)),
                    Order::Withdraw(id) => prop_assert!(announced.contains(&id) && withdrawn.insert(id)),
                    Order::Forget => prop_assert!(false, "the journal is the same"),
                }
            }
            prop_assert!(still.iter().all(|id| announced.contains(id) && !withdrawn.contains(id)));
            gone.extend((0..12).filter(|id| (announced.contains(id) || view.contains_key(id)) && !still.contains(id)));
        }
    }
}
