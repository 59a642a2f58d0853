//! Call-next, call, recall, return.

use crate::hall::{Hall, at, finish, hold, transfer};
use crate::plan::ELDERLY;
use queue_core::{CallId, Command, CounterNo, Event, ReasonKind, Refusal, TicketId, TicketState};

const ONE: CounterNo = CounterNo(1);

fn call(counter: u16, ticket: TicketId) -> Command {
    Command::Call {
        counter: CounterNo(counter),
        ticket,
        reason: "asked".into(),
    }
}

#[test]
fn first_come_first_called() {
    let mut hall = Hall::with_open(&[1]);
    let first = hall.visitor("justice");
    let second = hall.pass(1).visitor("land");
    let third = hall.pass(1).visitor("justice");
    assert_eq!(hall.call_all(1), [first, second, third]);
}

#[test]
fn an_empty_queue_is_no_refusal() {
    let mut hall = Hall::with_open(&[1]);
    hall.visitor("results");
    assert_eq!(hall.call_next(1), None);
}

#[test]
fn a_call_has_the_id_of_its_event() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor("justice");
    hall.pass(5).call_next(1);
    let call = CallId(hall.journal.len() as u64);
    assert_eq!(
        hall.state(visitor),
        TicketState::Called { counter: ONE, call }
    );
    assert_eq!(hall.ticket(visitor).called_at, Some(hall.now));
    let newest = hall.centre.calls.back().unwrap();
    assert_eq!(
        (newest.id, newest.ticket, newest.attempt),
        (call, visitor, 1)
    );
}

#[test]
fn a_counter_has_one_visitor_at_a_time() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor("justice");
    let other = hall.visitor("justice");
    hall.call_next(1);
    let busy = Refusal::CounterBusy {
        number: hall.ticket(visitor).number,
    };
    for command in [Command::CallNext { counter: ONE }, call(1, other)] {
        assert_eq!(hall.refuse(at(1), &command), busy);
    }
    hall.accept(at(1), &Command::Serve { counter: ONE });
    assert_eq!(
        hall.refuse(at(1), &Command::CallNext { counter: ONE }),
        busy
    );
}

#[test]
fn a_chosen_number_is_marked_and_says_who_was_passed() {
    let mut hall = Hall::with_open(&[1]);
    let first = hall.visitor("justice");
    hall.pass(60).visitor_with("land", &[ELDERLY]);
    let chosen = hall.pass(30).visitor("justice");
    let decision = hall.accept(at(1), &call(1, chosen));
    let [
        Event::TicketCalled {
            ticket,
            reason,
            chosen: Some(code),
            ..
        },
    ] = &decision.events[..]
    else {
        panic!("{decision:?}");
    };
    assert_eq!(
        (*ticket, &**code, reason.kind),
        (chosen, "asked", ReasonKind::Chosen)
    );
    assert_eq!(reason.passed_over, Some(hall.ticket(first).number));
    assert_eq!((reason.earlier_s, reason.head_start_s), (Some(90), None));
}

#[test]
fn only_a_waiting_ticket_of_a_queue_of_this_counter_is_chosen() {
    let mut hall = Hall::with_open(&[1, 2]);
    let other_queue = hall.visitor("results");
    let called = hall.visitor("justice");
    hall.call_next(2);
    assert_eq!(
        hall.refuse(at(1), &call(1, other_queue)),
        Refusal::NotServedHere
    );
    assert_eq!(
        hall.refuse(at(1), &call(1, TicketId(999))),
        Refusal::UnknownTicket
    );
    let number = hall.ticket(called).number;
    let wrong = Refusal::WrongState {
        number,
        counter: Some(CounterNo(2)),
    };
    assert_eq!(hall.refuse(at(1), &call(1, called)), wrong);
    hall.accept(at(2), &hold(2));
    let held = Refusal::WrongState {
        number,
        counter: None,
    };
    assert_eq!(
        hall.refuse(at(1), &call(1, called)),
        held,
        "a held one is resumed"
    );
}

#[test]
fn who_waits_for_one_counter_is_called_only_there() {
    let mut hall = Hall::with_open(&[1, 2]);
    let visitor = hall.visitor("justice");
    hall.accept(at(2), &transfer(None, Some(visitor), "justice", Some(1)));
    assert_eq!(hall.call_next(2), None);
    let number = hall.ticket(visitor).number;
    let wrong = Refusal::WrongState {
        number,
        counter: Some(ONE),
    };
    assert_eq!(hall.refuse(at(2), &call(2, visitor)), wrong);
    assert_eq!(hall.call_next(1), Some(visitor));
}

#[test]
fn a_helping_counter_may_choose_too() {
    let mut hall = Hall::with_open(&[2]);
    let visitor = hall.visitor("land");
    hall.accept(at(2), &call(2, visitor));
}

#[test]
fn each_recall_is_a_call_of_its_own() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor("justice");
    hall.call_next(1);
    let since = hall.now;
    for attempt in 2..=4 {
        hall.pass(20)
            .accept(at(1), &Command::Recall { counter: ONE });
        let newest = hall.centre.calls.back().unwrap();
        assert_eq!((newest.attempt, newest.at), (attempt, hall.now));
        assert_eq!(
            hall.state(visitor),
            TicketState::Called {
                counter: ONE,
                call: newest.id
            }
        );
    }
    let ticket = hall.ticket(visitor);
    assert_eq!((ticket.recalls, ticket.since), (3, since));
}

#[test]
fn recall_and_return_are_for_a_called_visitor() {
    let mut hall = Hall::with_open(&[1]);
    let verbs = [
        Command::Recall { counter: ONE },
        Command::Return { counter: ONE },
    ];
    for verb in &verbs {
        assert_eq!(hall.refuse(at(1), verb), Refusal::CounterIdle);
    }
    let visitor = hall.visitor("justice");
    hall.call_next(1);
    hall.accept(at(1), &Command::Serve { counter: ONE });
    let number = hall.ticket(visitor).number;
    for verb in &verbs {
        let wrong = Refusal::WrongState {
            number,
            counter: Some(ONE),
        };
        assert_eq!(hall.refuse(at(1), verb), wrong);
    }
}

#[test]
fn a_return_keeps_the_rank_and_restarts_the_recalls() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor("justice");
    let rank = hall.ticket(visitor).rank();
    hall.pass(60).visitor("justice");
    hall.call_next(1);
    hall.accept(at(1), &Command::Recall { counter: ONE });
    hall.accept(at(1), &Command::Return { counter: ONE });
    let ticket = hall.ticket(visitor);
    assert_eq!(ticket.state, TicketState::Waiting { counter: None });
    assert_eq!(
        (ticket.rank(), ticket.recalls, ticket.rank_kept),
        (rank, 0, true)
    );
    assert_eq!(hall.call_next(1), Some(visitor));
    assert_eq!(hall.centre.calls.back().unwrap().attempt, 1);
}

#[test]
fn the_board_keeps_the_newest_two_hundred_calls() {
    let mut hall = Hall::with_open(&[1]);
    hall.visitor("justice");
    hall.call_next(1);
    for _ in 0..250 {
        hall.accept(at(1), &Command::Recall { counter: ONE });
    }
    assert_eq!(hall.centre.calls.len(), 200);
    assert_eq!(
        hall.centre.calls.back().unwrap().id.0,
        hall.journal.len() as u64
    );
    hall.accept(at(1), &finish(1, None));
}
