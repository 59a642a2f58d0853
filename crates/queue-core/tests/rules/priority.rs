//! Priority granted and withdrawn by staff.

use crate::hall::{Hall, KIOSK, MANAGER, at, finish, hold};
use crate::plan::{ELDERLY, HELP, PREGNANT};
use queue_core::{Command, CounterNo, Event, Refusal, TicketId};

fn change(ticket: TicketId, grant: Option<&str>) -> Command {
    Command::Priority {
        ticket,
        grant: grant.map(Into::into),
        reason: "seen".into(),
    }
}

#[test]
fn a_grant_ranks_anew_from_the_arrival_and_is_counted() {
    let mut hall = Hall::with_open(&[1]);
    hall.visitor("justice");
    let visitor = hall.pass(600).visitor("justice");
    let decision = hall
        .pass(600)
        .accept(MANAGER, &change(visitor, Some(PREGNANT)));
    assert_eq!(decision.counted, [PREGNANT.into()]);
    let event = Event::PriorityChanged {
        ticket: visitor,
        priority: true,
        head_start_s: 1800,
        reason: "seen".into(),
    };
    assert_eq!(decision.events, [event]);
    let ticket = hall.ticket(visitor);
    assert_eq!(ticket.rank(), ticket.arrived_at.plus_s(-1800));
    assert_eq!(hall.call_next(1), Some(visitor));
}

#[test]
fn a_withdrawal_counts_nothing() {
    let mut hall = Hall::with_open(&[1]);
    let first = hall.visitor("justice");
    let visitor = hall.pass(60).visitor_with("justice", &[ELDERLY]);
    let decision = hall.accept(at(1), &change(visitor, None));
    assert_eq!(decision.counted, []);
    let ticket = hall.ticket(visitor);
    assert_eq!((ticket.priority, ticket.rank()), (false, ticket.arrived_at));
    assert_eq!(hall.call_all(1), [first, visitor]);
}

#[test]
fn staff_grant_any_class_and_the_longest_counts() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor_with("justice", &[ELDERLY]);
    assert_eq!(
        hall.refuse(MANAGER, &change(visitor, Some(PREGNANT))),
        Refusal::NothingToChange,
        "shorter than what is granted already"
    );
    hall.accept(MANAGER, &change(visitor, Some(HELP)));
    assert_eq!(hall.ticket(visitor).head_start_s, 7200);
}

#[test]
fn what_is_so_already_or_unknown_is_refused() {
    let mut hall = Hall::new();
    let visitor = hall.visitor("justice");
    assert_eq!(
        hall.refuse(MANAGER, &change(visitor, None)),
        Refusal::NothingToChange
    );
    assert_eq!(
        hall.refuse(MANAGER, &change(visitor, Some("nobody"))),
        Refusal::UnknownClass
    );
    assert_eq!(
        hall.refuse(KIOSK, &change(visitor, Some(ELDERLY))),
        Refusal::NotAllowed
    );
    assert_eq!(
        hall.refuse(MANAGER, &change(TicketId(99), Some(ELDERLY))),
        Refusal::UnknownTicket
    );
}

#[test]
fn a_called_visitor_gets_the_mark_now_and_the_rank_on_return() {
    let mut hall = Hall::with_open(&[1]);
    let first = hall.visitor("justice");
    let visitor = hall.pass(60).visitor("justice");
    let called = hall.accept(
        at(1),
        &Command::Call {
            counter: CounterNo(1),
            ticket: visitor,
            reason: "asked".into(),
        },
    );
    assert_eq!(called.events.len(), 1);
    hall.accept(at(1), &change(visitor, Some(ELDERLY)));
    assert!(hall.ticket(visitor).priority);
    hall.accept(
        at(1),
        &Command::Return {
            counter: CounterNo(1),
        },
    );
    assert_eq!(hall.call_all(1), [visitor, first]);
}

#[test]
fn held_and_served_visitors_change_too_but_not_finished_ones() {
    let mut hall = Hall::with_open(&[1]);
    let held = hall.visitor("justice");
    hall.call_next(1);
    hall.accept(at(1), &hold(1));
    hall.accept(MANAGER, &change(held, Some(ELDERLY)));
    let served = hall.visitor("justice");
    hall.call_next(1);
    hall.accept(
        at(1),
        &Command::Serve {
            counter: CounterNo(1),
        },
    );
    hall.accept(MANAGER, &change(served, Some(ELDERLY)));
    hall.accept(at(1), &finish(1, None));
    let number = hall.ticket(served).number;
    let over = Refusal::WrongState {
        number,
        counter: None,
    };
    assert_eq!(hall.refuse(MANAGER, &change(served, None)), over);
}

#[test]
fn a_grant_does_not_undo_a_second_restoring() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor("justice");
    for _ in 0..2 {
        hall.call_next(1);
        hall.pass(60).accept(at(1), &crate::hall::no_show(1, None));
        hall.accept(at(1), &Command::Restore { ticket: visitor });
    }
    let restored = hall.now;
    hall.pass(60)
        .accept(MANAGER, &change(visitor, Some(PREGNANT)));
    assert_eq!(hall.ticket(visitor).rank(), restored.plus_s(-1800));
}
