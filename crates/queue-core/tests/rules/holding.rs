//! Hold, resume, cancel.

use crate::hall::{Hall, KIOSK, MANAGER, OTHER_KIOSK, at, finish, hold, issue};
use queue_core::{Actor, Command, CounterNo, Refusal, TicketId, TicketState};

const ONE: CounterNo = CounterNo(1);
const SERVE: Command = Command::Serve { counter: ONE };

fn resume(counter: u16, ticket: TicketId) -> Command {
    Command::Resume {
        counter: CounterNo(counter),
        ticket,
    }
}

fn cancel(ticket: TicketId) -> Command {
    Command::Cancel { ticket }
}

fn held() -> (Hall, TicketId) {
    let mut hall = Hall::with_open(&[1, 2, 3]);
    let visitor = hall.visitor("justice");
    hall.call_next(1);
    hall.accept(at(1), &hold(1));
    (hall, visitor)
}

#[test]
fn hold_sets_aside_whom_the_counter_has() {
    let mut hall = Hall::with_open(&[1]);
    assert_eq!(hall.refuse(at(1), &hold(1)), Refusal::CounterIdle);
    let back_at = Some(hall.now.plus_s(900));
    for serve_first in [false, true] {
        let visitor = hall.visitor("justice");
        hall.call_next(1);
        if serve_first {
            hall.accept(at(1), &SERVE);
        }
        hall.accept(
            at(1),
            &Command::Hold {
                counter: ONE,
                back_at,
            },
        );
        assert_eq!(
            hall.state(visitor),
            TicketState::Held {
                counter: ONE,
                back_at
            }
        );
        assert_eq!(hall.centre.desks[&ONE].ticket, None);
        assert!(hall.centre.held.contains(&visitor));
    }
}

#[test]
fn resume_calls_the_held_visitor_wherever_the_service_is_served() {
    let (mut hall, visitor) = held();
    assert_eq!(
        hall.refuse(at(3), &resume(3, visitor)),
        Refusal::NotServedHere
    );
    hall.accept(at(2), &resume(2, visitor));
    let newest = hall.centre.calls.back().unwrap();
    let counter = CounterNo(2);
    assert_eq!(
        hall.state(visitor),
        TicketState::Called {
            counter,
            call: newest.id
        }
    );
    assert_eq!((newest.counter, newest.attempt), (counter, 1));
    assert!(hall.centre.held.is_empty());
}

#[test]
fn the_recalls_restart_with_the_resumption() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor("justice");
    hall.call_next(1);
    hall.accept(at(1), &Command::Recall { counter: ONE });
    hall.accept(at(1), &hold(1));
    hall.accept(at(1), &resume(1, visitor));
    assert_eq!(hall.ticket(visitor).recalls, 0);
    hall.accept(at(1), &Command::Recall { counter: ONE });
    assert_eq!(hall.centre.calls.back().unwrap().attempt, 2);
}

#[test]
fn a_helping_counter_resumes_what_it_set_aside() {
    let mut hall = Hall::with_open(&[2]);
    let visitor = hall.visitor("land");
    hall.call_next(2);
    hall.accept(at(2), &hold(2));
    hall.accept(at(2), &resume(2, visitor));
}

#[test]
fn resume_needs_an_idle_counter_and_a_held_ticket() {
    let (mut hall, visitor) = held();
    let other = hall.visitor("justice");
    let number = hall.ticket(other).number;
    let wrong = Refusal::WrongState {
        number,
        counter: None,
    };
    assert_eq!(hall.refuse(at(1), &resume(1, other)), wrong);
    hall.call_next(1);
    assert_eq!(
        hall.refuse(at(1), &resume(1, visitor)),
        Refusal::CounterBusy { number }
    );
    assert_eq!(
        hall.refuse(at(2), &resume(2, TicketId(99))),
        Refusal::UnknownTicket
    );
}

#[test]
fn closing_leaves_held_visitors_to_the_others() {
    let (mut hall, visitor) = held();
    hall.accept(at(1), &Command::Close { counter: ONE });
    hall.accept(at(2), &resume(2, visitor));
}

#[test]
fn staff_cancel_what_waits_or_is_held() {
    let (mut hall, held) = held();
    let waiting = hall.visitor("justice");
    hall.accept(MANAGER, &cancel(held));
    hall.accept(at(1), &cancel(waiting));
    for ticket in [held, waiting] {
        assert_eq!(hall.state(ticket), TicketState::Cancelled);
    }
    assert_eq!((hall.centre.held.len(), hall.call_next(1)), (0, None));
}

#[test]
fn what_is_called_served_or_over_is_not_cancelled() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor("justice");
    let number = hall.ticket(visitor).number;
    hall.call_next(1);
    let busy = Refusal::WrongState {
        number,
        counter: Some(ONE),
    };
    assert_eq!(hall.refuse(MANAGER, &cancel(visitor)), busy);
    hall.accept(at(1), &SERVE);
    assert_eq!(hall.refuse(MANAGER, &cancel(visitor)), busy);
    hall.accept(at(1), &finish(1, None));
    let over = Refusal::WrongState {
        number,
        counter: None,
    };
    assert_eq!(hall.refuse(MANAGER, &cancel(visitor)), over);
    assert_eq!(
        hall.refuse(MANAGER, &cancel(TicketId(99))),
        Refusal::UnknownTicket
    );
}

#[test]
fn a_kiosk_cancels_only_what_it_issued_while_it_waits() {
    let (mut hall, held) = held();
    let visitor = hall.visitor("justice");
    assert_eq!(
        hall.refuse(OTHER_KIOSK, &cancel(visitor)),
        Refusal::NotAllowed
    );
    assert_eq!(
        hall.refuse(Actor::House, &cancel(visitor)),
        Refusal::NotAllowed
    );
    hall.accept(KIOSK, &cancel(visitor));
    let number = hall.ticket(held).number;
    let wrong = Refusal::WrongState {
        number,
        counter: None,
    };
    assert_eq!(hall.refuse(KIOSK, &cancel(held)), wrong);
    hall.accept(at(1), &issue("justice", &[]));
    let by_hand = hall.newest();
    assert_eq!(hall.refuse(KIOSK, &cancel(by_hand)), Refusal::NotAllowed);
}
