//! Why the next one is next.

use crate::hall::{Hall, MANAGER, at, finish, no_show, open, transfer};
use crate::plan::{ELDERLY, PREGNANT};
use queue_core::{CallReason, Command, CounterNo, ReasonKind, TicketId, order_for};

fn reason(kind: ReasonKind) -> CallReason {
    CallReason {
        kind,
        passed_over: None,
        earlier_s: None,
        head_start_s: None,
    }
}

fn passing(hall: &Hall, kind: ReasonKind, passed: TicketId, earlier_s: u32) -> CallReason {
    let passed_over = Some(hall.ticket(passed).number);
    CallReason {
        passed_over,
        earlier_s: Some(earlier_s),
        ..reason(kind)
    }
}

#[test]
fn alone() {
    let mut hall = Hall::with_open(&[1]);
    hall.visitor_with("justice", &[ELDERLY]);
    hall.visitor("results");
    assert_eq!(hall.reason(1), reason(ReasonKind::OnlyOne));
}

#[test]
fn first_come() {
    let mut hall = Hall::with_open(&[1]);
    hall.visitor("justice");
    hall.pass(60).visitor("land");
    assert_eq!(hall.reason(1), reason(ReasonKind::FirstCome));
}

#[test]
fn priority_names_the_longest_waiting_one_passed() {
    let mut hall = Hall::with_open(&[1]);
    let longest = hall.visitor("land");
    hall.pass(60).visitor("justice");
    hall.pass(360).visitor_with("justice", &[ELDERLY]);
    let expected = CallReason {
        head_start_s: Some(3600),
        ..passing(&hall, ReasonKind::Priority, longest, 420)
    };
    assert_eq!(hall.reason(1), expected);
}

#[test]
fn priority_that_passes_nobody_did_not_decide() {
    let mut hall = Hall::with_open(&[1]);
    hall.visitor_with("justice", &[ELDERLY]);
    hall.pass(60).visitor("justice");
    assert_eq!(hall.reason(1), reason(ReasonKind::FirstCome));
}

#[test]
fn a_head_start_does_not_reach_beyond_itself() {
    let mut hall = Hall::with_open(&[1]);
    hall.visitor("justice");
    hall.pass(1801).visitor_with("justice", &[PREGNANT]);
    assert_eq!(hall.reason(1), reason(ReasonKind::FirstCome));
}

#[test]
fn among_priority_visitors_the_longer_head_start_decides() {
    let mut hall = Hall::with_open(&[1]);
    let passed = hall.visitor_with("justice", &[PREGNANT]);
    hall.pass(60).visitor_with("justice", &[ELDERLY]);
    let expected = CallReason {
        head_start_s: Some(3600),
        ..passing(&hall, ReasonKind::Priority, passed, 60)
    };
    assert_eq!(hall.reason(1), expected);
}

#[test]
fn who_came_at_the_same_moment_is_not_passed() {
    let mut hall = Hall::with_open(&[1]);
    hall.visitor_with("justice", &[PREGNANT]);
    hall.visitor_with("justice", &[ELDERLY]);
    assert_eq!(hall.reason(1), reason(ReasonKind::FirstCome));
}

#[test]
fn kept_rank_after_transfer_and_return() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor("results");
    hall.pass(60).visitor("justice");
    hall.accept(MANAGER, &transfer(None, Some(visitor), "justice", None));
    assert_eq!(hall.reason(1), reason(ReasonKind::KeptRank));
    hall.call_next(1);
    hall.accept(
        at(1),
        &Command::Return {
            counter: CounterNo(1),
        },
    );
    assert_eq!(hall.reason(1), reason(ReasonKind::KeptRank));
}

#[test]
fn restored() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor("justice");
    hall.call_next(1);
    hall.accept(at(1), &no_show(1, None));
    hall.pass(60).visitor("justice");
    hall.accept(MANAGER, &Command::Restore { ticket: visitor });
    assert_eq!(hall.reason(1), reason(ReasonKind::Restored));
}

#[test]
fn helping_waits_for_its_handicap() {
    let mut hall = Hall::with_open(&[2]);
    let land = hall.visitor("land");
    let justice = hall.pass(899).visitor("justice");
    assert_eq!(
        hall.reason(2),
        passing(&hall, ReasonKind::FirstCome, land, 899)
    );
    assert_eq!(hall.call_next(2), Some(justice));

    let mut hall = Hall::with_open(&[2]);
    let land = hall.visitor("land");
    hall.pass(901).visitor("justice");
    assert_eq!(hall.reason(2), reason(ReasonKind::Helping));
    assert_eq!(hall.call_next(2), Some(land));
}

#[test]
fn an_officer_who_helps_for_a_while_calls_with_the_settings_handicap() {
    let mut hall = Hall::with_open(&[1]);
    let help = |on| Command::Help {
        counter: CounterNo(1),
        service: "results".into(),
        on,
    };
    hall.visitor("results");
    assert_eq!(hall.call_next(1), None, "no queue of this counter");
    hall.accept(at(1), &help(true));
    hall.pass(599).visitor("justice");
    assert_eq!(hall.reason(1).kind, ReasonKind::FirstCome);
    hall.pass(2).visitor("justice");
    hall.call_next(1);
    hall.accept(at(1), &finish(1, None));
    assert_eq!(hall.reason(1).kind, ReasonKind::Helping);
    hall.accept(at(1), &help(false));
    assert_eq!(
        hall.reason(1).kind,
        ReasonKind::OnlyOne,
        "only its own again"
    );
}

#[test]
fn help_ends_with_the_opening_and_is_nothing_where_the_counter_serves() {
    let mut hall = Hall::with_open(&[1]);
    let help = |service: &str| Command::Help {
        counter: CounterNo(1),
        service: service.into(),
        on: true,
    };
    let before = hall.journal.len();
    hall.accept(at(1), &help("justice"));
    assert_eq!(hall.journal.len(), before);
    hall.accept(at(1), &help("results"));
    hall.accept(
        at(1),
        &Command::Close {
            counter: CounterNo(1),
        },
    );
    hall.accept(at(1), &open(1));
    hall.visitor("results");
    assert_eq!(hall.call_next(1), None);
}

#[test]
fn whom_only_the_handicap_put_behind_is_not_passed_by_priority() {
    let mut hall = Hall::with_open(&[2]);
    let land = hall.visitor("land");
    hall.pass(60).visitor_with("justice", &[ELDERLY]);
    assert_eq!(
        hall.reason(2),
        passing(&hall, ReasonKind::FirstCome, land, 60)
    );
}

#[test]
fn equal_ranks_go_by_the_order_of_issue() {
    let mut hall = Hall::with_open(&[1]);
    let ids = [
        hall.visitor("land"),
        hall.visitor("justice"),
        hall.visitor("land"),
    ];
    assert_eq!(hall.reason(1), reason(ReasonKind::FirstCome));
    assert_eq!(hall.call_all(1), ids);
}

#[test]
fn the_order_shown_is_the_order_called() {
    let mut hall = Hall::with_open(&[2]);
    for (service, classes) in [
        ("justice", &[][..]),
        ("land", &[ELDERLY][..]),
        ("land", &[][..]),
        ("justice", &[PREGNANT][..]),
        ("justice", &[][..]),
    ] {
        hall.pass(120).visitor_with(service, classes);
    }
    let shown = |limit| {
        let order = order_for(&hall.centre, CounterNo(2), limit);
        order
            .into_iter()
            .map(|(ticket, reason)| (ticket.id, reason.kind))
            .collect::<Vec<_>>()
    };
    let all = shown(10);
    assert_eq!(shown(2), all[..2]);
    let kinds: Vec<_> = all.iter().map(|(_, kind)| *kind).collect();
    let expected = [
        ReasonKind::Priority,
        ReasonKind::Priority,
        ReasonKind::FirstCome,
        ReasonKind::FirstCome,
        ReasonKind::Helping,
    ];
    assert_eq!(kinds, expected);
    let ids: Vec<_> = all.into_iter().map(|(id, _)| id).collect();
    assert_eq!(hall.call_all(2), ids);
}

#[test]
fn an_unknown_counter_sees_nobody() {
    let mut hall = Hall::new();
    hall.visitor("justice");
    assert_eq!(order_for(&hall.centre, CounterNo(9), 10), []);
    assert_eq!(queue_core::next_for(&hall.centre, CounterNo(9)), None);
}
