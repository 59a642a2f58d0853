//! Serve, finish, no-show.

use crate::hall::{Hall, at, finish, hold, no_show};
use queue_core::{Command, CounterNo, Event, Outcome, Refusal, TicketId, TicketState};

const ONE: CounterNo = CounterNo(1);
const SERVE: Command = Command::Serve { counter: ONE };

fn wrong(hall: &Hall, ticket: TicketId, counter: Option<u16>) -> Refusal {
    let counter = counter.map(CounterNo);
    Refusal::WrongState {
        number: hall.ticket(ticket).number,
        counter,
    }
}

#[test]
fn serve_begins_the_visit() {
    let mut hall = Hall::with_open(&[1]);
    assert_eq!(hall.refuse(at(1), &SERVE), Refusal::CounterIdle);
    let visitor = hall.visitor("justice");
    hall.call_next(1);
    hall.pass(30).accept(at(1), &SERVE);
    assert_eq!(hall.state(visitor), TicketState::Serving { counter: ONE });
    assert_eq!(hall.ticket(visitor).since, hall.now);
    assert_eq!(hall.refuse(at(1), &SERVE), wrong(&hall, visitor, Some(1)));
}

#[test]
fn finish_ends_the_visit_with_an_outcome() {
    let mut hall = Hall::with_open(&[1]);
    assert_eq!(hall.refuse(at(1), &finish(1, None)), Refusal::CounterIdle);
    for serve_first in [false, true] {
        let visitor = hall.visitor("justice");
        hall.call_next(1);
        if serve_first {
            hall.accept(at(1), &SERVE);
        }
        let decision = hall.accept(at(1), &finish(1, Some(visitor)));
        let outcome = Outcome::Received;
        let event = Event::TicketFinished {
            ticket: visitor,
            outcome,
            dossiers: 1,
            counter: ONE,
        };
        assert_eq!(decision.events, [event]);
        assert_eq!(
            hall.state(visitor),
            TicketState::Finished {
                outcome,
                counter: ONE
            }
        );
        assert_eq!(hall.centre.desks[&ONE].ticket, None);
    }
}

#[test]
fn a_held_visit_is_finished_where_its_service_is_served() {
    let mut hall = Hall::with_open(&[1, 2, 3]);
    let held = hall.visitor("justice");
    hall.call_next(1);
    hall.accept(at(1), &hold(1));
    assert_eq!(
        hall.refuse(at(3), &finish(3, Some(held))),
        Refusal::NotServedHere
    );
    let other = hall.visitor("justice");
    hall.call_next(2);
    hall.accept(at(2), &finish(2, Some(held)));
    let outcome = Outcome::Received;
    assert_eq!(
        hall.state(held),
        TicketState::Finished {
            outcome,
            counter: CounterNo(2)
        }
    );
    assert_eq!(
        hall.centre.desks[&CounterNo(2)].ticket,
        Some(other),
        "its own visitor stays"
    );
}

#[test]
fn another_counters_visitor_is_not_finished_here() {
    let mut hall = Hall::with_open(&[1, 2]);
    let visitor = hall.visitor("justice");
    hall.call_next(1);
    for command in [finish(2, Some(visitor)), no_show(2, Some(visitor))] {
        assert_eq!(hall.refuse(at(2), &command), wrong(&hall, visitor, Some(1)));
    }
    let waiting = hall.visitor("justice");
    assert_eq!(
        hall.refuse(at(2), &finish(2, Some(waiting))),
        wrong(&hall, waiting, None)
    );
    assert_eq!(
        hall.refuse(at(2), &finish(2, Some(TicketId(99)))),
        Refusal::UnknownTicket
    );
}

#[test]
fn who_does_not_come_is_a_no_show() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor("justice");
    hall.call_next(1);
    hall.accept(at(1), &no_show(1, None));
    assert_eq!(hall.state(visitor), TicketState::NoShow { counter: ONE });
    assert!(hall.centre.missed.contains(&visitor));
    assert_eq!(hall.refuse(at(1), &no_show(1, None)), Refusal::CounterIdle);
}

#[test]
fn who_does_not_come_back_is_a_no_show_too() {
    let mut hall = Hall::with_open(&[1, 3]);
    let visitor = hall.visitor("justice");
    hall.call_next(1);
    hall.accept(at(1), &hold(1));
    assert_eq!(
        hall.refuse(at(3), &no_show(3, Some(visitor))),
        Refusal::NotServedHere
    );
    hall.accept(at(1), &no_show(1, Some(visitor)));
    assert_eq!(hall.state(visitor), TicketState::NoShow { counter: ONE });
}

#[test]
fn who_is_at_the_counter_is_no_no_show() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor("justice");
    hall.call_next(1);
    hall.accept(at(1), &SERVE);
    assert_eq!(
        hall.refuse(at(1), &no_show(1, None)),
        wrong(&hall, visitor, Some(1))
    );
}

#[test]
fn only_visits_finished_at_their_counter_are_learnt_from() {
    let mut hall = Hall::with_open(&[1]);
    for _ in 0..3 {
        hall.visitor("justice");
    }
    hall.call_next(1);
    hall.pass(200).accept(at(1), &finish(1, None));
    let held = hall.call_next(1);
    hall.accept(at(1), &hold(1));
    hall.pass(200).accept(at(1), &finish(1, held));
    hall.call_next(1);
    hall.pass(200).accept(at(1), &no_show(1, None));
    assert_eq!(hall.centre.visits["justice"], [200]);
}

#[test]
fn only_the_newest_visits_are_learnt_from() {
    let mut hall = Hall::with_open(&[1]);
    for seconds in 0..40 {
        hall.visitor("justice");
        hall.call_next(1);
        hall.pass(seconds).accept(at(1), &finish(1, None));
    }
    assert_eq!(hall.centre.visits["justice"], (8..40).collect::<Vec<_>>());
}
