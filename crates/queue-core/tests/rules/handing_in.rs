//! Handing in: numbers that a kiosk gave while the service was away.

use crate::hall::{Hall, KIOSK, MANAGER, OTHER_KIOSK, at, open};
use crate::plan::{self, MONDAY};
use queue_core::{
    Command, CounterNo, Event, Language, Moment, OfflineTicket, Purpose, Refusal, TicketId,
    TicketState,
};

fn english() -> Language {
    Language::of_code("en").unwrap()
}

fn given(hall: &Hall, number: &str, ago_s: i64) -> OfflineTicket {
    OfflineTicket {
        number: number.parse().unwrap(),
        service: "justice".into(),
        purpose: Purpose::Submit,
        procedure: None,
        language: english(),
        priority: false,
        arrived_at: hall.now.plus_s(-ago_s),
    }
}

fn after(ticket: OfflineTicket, last_contact: Option<Moment>) -> Command {
    Command::HandIn {
        ticket,
        last_contact,
        replaces: None,
    }
}

fn taken_in(hall: &mut Hall, number: &str, ago_s: i64) -> TicketId {
    let ticket = given(hall, number, ago_s);
    hall.accept(KIOSK, &after(ticket, None));
    hall.newest()
}

#[test]
fn it_waits_since_the_visitor_came_and_goes_by_that() {
    let mut hall = Hall::with_open(&[1]);
    let first = hall.visitor("justice");
    hall.pass(1800);
    let online = {
        hall.accept(at(1), &crate::hall::issue("justice", &[]));
        hall.newest()
    };
    let offline = taken_in(&mut hall, "X001", 600);
    let ticket = hall.ticket(offline);
    assert_eq!(ticket.state, TicketState::Waiting { counter: None });
    assert_eq!(ticket.arrived_at, hall.now.plus_s(-600));
    assert_eq!(
        (ticket.since, ticket.language),
        (ticket.arrived_at, english())
    );
    assert_eq!(hall.number(offline), "X001");
    assert_eq!(hall.call_all(1), [first, offline, online]);
}

#[test]
fn neither_hours_nor_the_cap_are_asked() {
    let mut hall = Hall::new();
    for _ in 0..3 {
        hall.visitor("land");
    }
    hall.clock("23:00");
    let mut ticket = given(&hall, "X001", 60);
    ticket.service = "land".into();
    hall.accept(KIOSK, &after(ticket, None));
}

#[test]
fn nobody_came_before_the_last_contact_nor_will_come_later() {
    let mut hall = Hall::new();
    hall.pass(3600);
    let heard = hall.now.plus_s(-900);
    for (number, ago_s, expected) in [("X001", 3000, 900), ("X002", 300, 300), ("X003", -500, 0)] {
        let ticket = given(&hall, number, ago_s);
        hall.accept(KIOSK, &after(ticket, Some(heard)));
        let arrived = hall.ticket(hall.newest()).arrived_at;
        assert_eq!(hall.now.since_s(arrived), expected, "{number}");
    }
}

#[test]
fn without_a_known_contact_the_kiosks_newest_number_tells() {
    let mut hall = Hall::new();
    hall.visitor("justice");
    let last = hall.now;
    hall.pass(600);
    hall.accept(OTHER_KIOSK, &crate::hall::issue("justice", &[]));
    hall.pass(600);
    let id = taken_in(&mut hall, "X001", 7200);
    assert_eq!(hall.ticket(id).arrived_at, last);
}

#[test]
fn it_is_taken_in_once() {
    let mut hall = Hall::new();
    let id = taken_in(&mut hall, "X001", 60);
    let number = hall.ticket(id).number;
    let again = after(given(&hall, "x1", 60), None);
    assert_eq!(
        hall.refuse(KIOSK, &again),
        Refusal::HandedInBefore { number }
    );
}

#[test]
fn only_a_kiosk_hands_in_and_only_numbers_of_no_services_letter() {
    let mut hall = Hall::new();
    let ticket = given(&hall, "X001", 60);
    assert_eq!(
        hall.refuse(MANAGER, &after(ticket.clone(), None)),
        Refusal::NotAllowed
    );
    assert_eq!(
        hall.refuse(at(1), &after(ticket, None)),
        Refusal::NotAllowed
    );
    let own = given(&hall, "A005", 60);
    let number = own.number;
    assert_eq!(
        hall.refuse(KIOSK, &after(own, None)),
        Refusal::NotOffline { number }
    );
    let mut nowhere = given(&hall, "X001", 60);
    nowhere.service = "nowhere".into();
    assert_eq!(
        hall.refuse(KIOSK, &after(nowhere, None)),
        Refusal::UnknownService
    );
}

#[test]
fn an_unknown_procedure_is_left_out_since_the_number_stands() {
    let mut hall = Hall::new();
    for (number, code, kept) in [("X001", "9.999", false), ("X002", "1.001", true)] {
        let mut ticket = given(&hall, number, 60);
        ticket.procedure = Some(code.into());
        hall.accept(KIOSK, &after(ticket, None));
        assert_eq!(
            hall.ticket(hall.newest()).procedure.is_some(),
            kept,
            "{code}"
        );
    }
}

#[test]
fn priority_has_the_longest_head_start_that_visitors_may_declare() {
    let mut hall = Hall::new();
    for (number, priority, expected) in [("X001", true, 3600), ("X002", false, 0)] {
        let mut ticket = given(&hall, number, 60);
        ticket.priority = priority;
        let decision = hall.accept(KIOSK, &after(ticket, None));
        assert_eq!(decision.counted, [], "no class is known");
        let ticket = hall.ticket(hall.newest());
        assert_eq!((ticket.priority, ticket.head_start_s), (priority, expected));
    }
}

#[test]
fn what_an_unanswered_request_made_is_given_up() {
    let mut hall = Hall::with_open(&[1]);
    let ghost = hall.visitor("justice");
    hall.pass(10);
    let replacing = |hall: &Hall, number, ghost| Command::HandIn {
        ticket: given(hall, number, 5),
        last_contact: None,
        replaces: Some(ghost),
    };
    let command = replacing(&hall, "X001", ghost);
    hall.accept(KIOSK, &command);
    assert_eq!(hall.state(ghost), TicketState::Cancelled);
    // One that was called is at a counter: the officer deals with it.
    let called = hall.visitor("justice");
    hall.call_next(1);
    hall.accept(
        at(1),
        &Command::Finish {
            counter: CounterNo(1),
            ticket: None,
            outcome: queue_core::Outcome::Received,
            dossiers: 1,
        },
    );
    assert_eq!(hall.call_next(1), Some(called));
    let command = replacing(&hall, "X002", called);
    hall.accept(KIOSK, &command);
    assert!(matches!(hall.state(called), TicketState::Called { .. }));
    // Nobody gives up a number of another kiosk.
    let strangers = hall.visitor("justice");
    let command = replacing(&hall, "X003", strangers);
    hall.accept(OTHER_KIOSK, &command);
    assert_eq!(
        hall.state(strangers),
        TicketState::Waiting { counter: None }
    );
}

#[test]
fn one_of_another_day_is_recorded_and_in_no_queue() {
    let mut hall = Hall::new();
    hall.clock("16:00");
    let ticket = given(&hall, "X001", 60);
    let tuesday = MONDAY.succ_opt().unwrap();
    hall.now = plan::minute("08:00").on(tuesday, plan::offset());
    hall.accept(
        queue_core::Actor::House,
        &Command::TurnDay { date: tuesday },
    );
    hall.accept(at(1), &open(1));
    let decision = hall.accept(KIOSK, &after(ticket, None));
    let [Event::TicketHandedIn { date, .. }] = decision.events[..] else {
        panic!("{decision:?}");
    };
    assert_eq!(date, MONDAY);
    assert!(hall.centre.tickets.is_empty());
    // Its number is free today.
    taken_in(&mut hall, "X001", 0);
}
