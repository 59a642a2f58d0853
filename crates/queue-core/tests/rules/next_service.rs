//! Several services in one visit.

use crate::hall::{Hall, KIOSK, at, finish, hold, issue_for, next_service, officer};
use queue_core::{
    Command, CounterNo, Event, Outcome, Purpose, Refusal, Stay, TicketId, TicketState,
};

const ONE: CounterNo = CounterNo(1);
const HERE: TicketState = TicketState::Serving { counter: ONE };

/// A visitor of `justice` at counter 1 for three minutes, two of them since the call was heeded.
fn at_counter_one(hall: &mut Hall) -> TicketId {
    let procedure = issue_for("justice", Purpose::Submit, Some("1.001"), &[]);
    hall.accept(KIOSK, &procedure);
    let visitor = hall.newest();
    hall.call_next(1);
    hall.pass(60)
        .accept(at(1), &Command::Serve { counter: ONE });
    hall.pass(120);
    visitor
}

#[test]
fn a_service_of_the_same_counter_goes_on_at_once_under_the_same_number() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = at_counter_one(&mut hall);
    let (number, began) = (hall.number(visitor), hall.ticket(visitor).since);
    let decision = hall.accept(at(1), &next_service(1, visitor, "land"));
    assert_eq!(
        decision.events,
        [Event::ServiceFinished {
            ticket: visitor,
            outcome: Outcome::Received,
            dossiers: 1,
            counter: ONE,
            service: "land".into(),
            purpose: Purpose::Submit,
            here: true,
        }]
    );
    let ticket = hall.ticket(visitor);
    assert_eq!((ticket.state, &*ticket.service), (HERE, "land"));
    assert_eq!((ticket.procedure.as_ref(), ticket.since), (None, hall.now));
    assert_eq!(hall.number(visitor), number);
    assert_eq!(hall.centre.desks[&ONE].ticket, Some(visitor));
    let served = Stay {
        state: HERE,
        service: "justice".into(),
        since: began,
        until: hall.now,
    };
    assert_eq!(ticket.stays.last(), Some(&served));
}

#[test]
fn each_service_of_a_visit_tells_its_own_length() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = at_counter_one(&mut hall);
    hall.accept(at(1), &next_service(1, visitor, "land"));
    hall.pass(500).accept(at(1), &finish(1, None));
    assert_eq!(hall.centre.visits["justice"], [180]);
    assert_eq!(hall.centre.visits["land"], [500]);
    let day = &hall.centre.officers[&officer(1)];
    assert_eq!((day.served, &day.visits_s[..]), (2, &[180, 500][..]));
}

#[test]
fn another_matter_of_the_same_service_is_a_stay_of_its_own() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = at_counter_one(&mut hall);
    let stays = hall.ticket(visitor).stays.len();
    hall.accept(at(1), &next_service(1, visitor, "justice"));
    hall.accept(at(1), &next_service(1, visitor, "justice"));
    let begun_and_ended_at_once = hall.ticket(visitor).stays.len();
    assert_eq!(begun_and_ended_at_once, stays + 2);
    assert_eq!(hall.centre.visits["justice"], [180, 0]);
}

#[test]
fn a_service_of_other_counters_is_waited_for_with_the_rank_kept() {
    let mut hall = Hall::with_open(&[1, 4]);
    let visitor = at_counter_one(&mut hall);
    let rank = hall.ticket(visitor).rank();
    let later = hall.visitor("morning");
    hall.accept(at(1), &next_service(1, visitor, "morning"));
    let ticket = hall.ticket(visitor);
    assert_eq!(ticket.state, TicketState::Waiting { counter: None });
    assert_eq!((&*ticket.service, ticket.rank()), ("morning", rank));
    assert_eq!(
        ticket.transferred_at, None,
        "the visitor was there and knows"
    );
    assert_eq!(hall.centre.desks[&ONE].ticket, None);
    assert_eq!(hall.call_next(4), Some(visitor), "before {later:?}");
    hall.pass(60).accept(at(4), &finish(4, None));
    assert_eq!(hall.centre.visits["morning"], [60]);
}

#[test]
fn a_helped_queue_goes_on_here_too() {
    let mut hall = Hall::with_open(&[2]);
    let visitor = hall.visitor("justice");
    hall.call_next(2);
    hall.accept(at(2), &next_service(2, visitor, "land"));
    let here = TicketState::Serving {
        counter: CounterNo(2),
    };
    assert_eq!(hall.state(visitor), here, "also straight from the call");
}

#[test]
fn who_went_on_can_be_held_and_transferred_like_anybody() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = at_counter_one(&mut hall);
    hall.accept(at(1), &next_service(1, visitor, "land"));
    hall.pass(60).accept(at(1), &hold(1));
    let ticket = visitor;
    hall.accept(
        at(1),
        &Command::Resume {
            counter: ONE,
            ticket,
        },
    );
    hall.pass(30).accept(at(1), &finish(1, None));
    assert_eq!(hall.centre.visits["land"], [30]);
}

#[test]
fn what_cannot_be_is_refused() {
    let mut hall = Hall::with_open(&[1, 2]);
    let visitor = at_counter_one(&mut hall);
    let waiting = hall.visitor("justice");
    let mut refused = |counter, ticket, service| {
        hall.refuse(at(counter), &next_service(counter, ticket, service))
    };
    assert_eq!(refused(2, visitor, "land"), Refusal::CounterIdle);
    assert_eq!(refused(1, visitor, "former"), Refusal::UnknownService);
    assert_eq!(refused(1, visitor, "results"), Refusal::PurposeNotTaken);
    assert_eq!(refused(1, TicketId(99), "land"), Refusal::UnknownTicket);
    let number = hall.ticket(waiting).number;
    assert_eq!(
        hall.refuse(at(1), &next_service(1, waiting, "land")),
        Refusal::WrongState {
            number,
            counter: None
        }
    );
    assert_eq!(
        hall.refuse(at(2), &next_service(1, visitor, "land")),
        Refusal::CounterNotYours
    );
    hall.clock("17:30");
    assert_eq!(
        hall.refuse(at(1), &next_service(1, visitor, "morning")),
        Refusal::NotServedToday
    );
}
