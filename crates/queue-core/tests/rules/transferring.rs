//! Transfer: to a service or to one counter of it.

use crate::hall::{Hall, KIOSK, MANAGER, at, hold, no_show, transfer};
use crate::plan::{self, MONDAY};
use queue_core::{Command, CounterNo, Event, Refusal, TicketId, TicketState, Validity};

const SERVE: Command = Command::Serve {
    counter: CounterNo(1),
};

#[test]
fn a_transfer_keeps_number_and_rank() {
    let mut hall = Hall::with_open(&[1, 3]);
    let visitor = hall.visitor("justice");
    let before = hall.ticket(visitor).clone();
    hall.pass(60).call_next(1);
    hall.accept(at(1), &SERVE);
    hall.pass(60)
        .accept(at(1), &transfer(Some(1), None, "results", None));
    let after = hall.ticket(visitor);
    assert_eq!(
        (&*after.service, after.state),
        ("results", TicketState::Waiting { counter: None })
    );
    assert_eq!(
        (after.number, after.rank(), after.since),
        (before.number, before.rank(), hall.now)
    );
    assert!(after.rank_kept);
    assert_eq!(hall.call_next(3), Some(visitor));
    assert_eq!(hall.centre.desks[&CounterNo(1)].ticket, None);
}

#[test]
fn it_starts_from_any_open_state() {
    let mut hall = Hall::with_open(&[1]);
    let waiting = hall.visitor("justice");
    hall.accept(MANAGER, &transfer(None, Some(waiting), "results", None));
    for serve in [false, true] {
        hall.visitor("justice");
        hall.call_next(1);
        if serve {
            hall.accept(at(1), &SERVE);
        }
        hall.accept(at(1), &transfer(Some(1), None, "results", None));
    }
    let held = hall.visitor("justice");
    hall.call_next(1);
    hall.accept(at(1), &hold(1));
    hall.accept(at(1), &transfer(Some(1), Some(held), "results", None));
    assert_eq!(hall.centre.waiting["results"].len(), 4);
    assert!(hall.centre.held.is_empty());
}

#[test]
fn another_counters_visitor_is_sent_by_nobody_else() {
    let mut hall = Hall::with_open(&[1, 2]);
    let visitor = hall.visitor("justice");
    hall.call_next(1);
    let number = hall.ticket(visitor).number;
    let wrong = Refusal::WrongState {
        number,
        counter: Some(CounterNo(1)),
    };
    let by_two = transfer(Some(2), Some(visitor), "results", None);
    assert_eq!(hall.refuse(at(2), &by_two), wrong);
    let by_desk = transfer(None, Some(visitor), "results", None);
    assert_eq!(hall.refuse(MANAGER, &by_desk), wrong);
    assert_eq!(hall.refuse(KIOSK, &by_desk), Refusal::NotAllowed);
    hall.accept(at(1), &no_show(1, None));
    let over = Refusal::WrongState {
        number,
        counter: None,
    };
    assert_eq!(hall.refuse(MANAGER, &by_desk), over);
}

#[test]
fn somebody_must_be_meant() {
    let mut hall = Hall::with_open(&[1]);
    let nobody = transfer(Some(1), None, "results", None);
    assert_eq!(hall.refuse(at(1), &nobody), Refusal::CounterIdle);
    let nobody = transfer(None, None, "results", None);
    assert_eq!(hall.refuse(MANAGER, &nobody), Refusal::UnknownTicket);
    let unknown = transfer(None, Some(TicketId(99)), "results", None);
    assert_eq!(hall.refuse(MANAGER, &unknown), Refusal::UnknownTicket);
}

#[test]
fn the_place_must_exist_and_be_another() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = Some(hall.visitor("justice"));
    for (service, counter, refusal) in [
        ("nowhere", None, Refusal::UnknownService),
        ("former", None, Refusal::UnknownService),
        ("justice", Some(9), Refusal::UnknownCounter),
        ("justice", Some(3), Refusal::NotServedHere),
        ("justice", Some(2), Refusal::CounterClosed),
        ("justice", None, Refusal::NothingToChange),
    ] {
        let command = transfer(None, visitor, service, counter);
        assert_eq!(
            hall.refuse(MANAGER, &command),
            refusal,
            "{service} {counter:?}"
        );
    }
}

#[test]
fn one_counter_must_serve_the_service_itself() {
    let mut hall = Hall::with_open(&[1, 2]);
    let visitor = Some(hall.visitor("justice"));
    let to_helper = transfer(None, visitor, "land", Some(2));
    assert_eq!(hall.refuse(MANAGER, &to_helper), Refusal::NotServedHere);
    hall.accept(MANAGER, &transfer(None, visitor, "land", Some(1)));
    let again = transfer(None, visitor, "land", Some(1));
    assert_eq!(hall.refuse(MANAGER, &again), Refusal::NothingToChange);
}

#[test]
fn issue_hours_and_caps_do_not_apply() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = Some(hall.visitor("justice"));
    for _ in 0..3 {
        hall.visitor("land");
    }
    hall.clock("16:45")
        .accept(MANAGER, &transfer(None, visitor, "land", None));
    assert_eq!(hall.centre.issued["land"], 3);
}

#[test]
fn somebody_must_serve_it_later_today() {
    let mut hall = Hall::new();
    let visitor = Some(hall.visitor("justice"));
    let to_morning = transfer(None, visitor, "morning", None);
    hall.clock("11:30");
    assert_eq!(hall.refuse(MANAGER, &to_morning), Refusal::NotServedToday);
    hall.accept(at(4), &crate::hall::open(4));
    hall.accept(MANAGER, &to_morning);
}

#[test]
fn a_service_without_counters_takes_nobody() {
    let mut catalogue = plan::catalogue();
    catalogue.services.get_mut("former").unwrap().valid = Validity::default();
    let mut hall = Hall::of(catalogue, MONDAY, "08:00");
    let visitor = Some(hall.visitor("justice"));
    let nobody = transfer(None, visitor, "former", None);
    assert_eq!(hall.refuse(MANAGER, &nobody), Refusal::NotServedToday);
}

#[test]
fn the_event_names_place_and_reason() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor("justice");
    hall.call_next(1);
    let Command::Transfer { counter, to, .. } = transfer(Some(1), None, "land", Some(1)) else {
        panic!("a transfer");
    };
    let reason = Some("wrong_counter".into());
    let command = Command::Transfer {
        counter,
        ticket: None,
        to,
        reason: reason.clone(),
    };
    let event = Event::TicketTransferred {
        ticket: visitor,
        service: "land".into(),
        counter: Some(CounterNo(1)),
        reason,
    };
    assert_eq!(hall.accept(at(1), &command).events, [event]);
    assert_eq!(
        hall.state(visitor),
        TicketState::Waiting {
            counter: Some(CounterNo(1))
        }
    );
}
