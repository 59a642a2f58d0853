//! The turn of the day.

use crate::hall::{Hall, KIOSK, MANAGER, at, hold, issue, no_show, open, pause, transfer};
use crate::plan::MONDAY;
use queue_core::{Actor, Command, Event, Refusal, TicketState};

#[test]
fn the_first_day_opens() {
    let hall = Hall::new();
    assert_eq!(hall.centre.day, Some(MONDAY));
    assert!(matches!(
        hall.journal[..],
        [(_, _, Event::DayOpened { date: MONDAY })]
    ));
}

#[test]
fn the_same_day_changes_nothing_and_an_older_one_is_refused() {
    let mut hall = Hall::new();
    let turn = |date| Command::TurnDay { date };
    assert_eq!(hall.accept(Actor::House, &turn(MONDAY)).events, []);
    let sunday = MONDAY.pred_opt().unwrap();
    assert_eq!(
        hall.refuse(Actor::House, &turn(sunday)),
        Refusal::NotAllowed
    );
}

#[test]
fn only_the_house_turns_the_day() {
    let mut hall = Hall::new();
    let date = MONDAY.succ_opt().unwrap();
    for actor in [KIOSK, MANAGER, at(1)] {
        assert_eq!(
            hall.refuse(actor, &Command::TurnDay { date }),
            Refusal::NotAllowed
        );
    }
}

#[test]
fn the_old_day_ends_before_the_new_one_begins() {
    let mut hall = Hall::with_open(&[1, 2]);
    let visitor = hall.visitor("justice");
    let date = MONDAY.succ_opt().unwrap();
    let decision = hall.accept(Actor::House, &Command::TurnDay { date });
    assert_eq!(
        decision.events,
        [Event::DayEnded { date: MONDAY }, Event::DayOpened { date }]
    );
    assert_eq!((hall.centre.day, hall.centre.desks.len()), (Some(date), 0));
    assert!(!hall.centre.tickets.contains_key(&visitor));
    hall.now = hall.now.plus_s(86_400);
    let first = hall.visitor("justice");
    assert_eq!(hall.number(first), "A001");
}

#[test]
fn whatever_is_open_expires_and_counters_close() {
    let mut hall = Hall::with_open(&[1, 2, 3]);
    let missed = hall.visitor("justice");
    hall.call_next(1);
    hall.accept(at(1), &no_show(1, None));
    let held = hall.visitor("justice");
    hall.call_next(1);
    hall.accept(at(1), &hold(1));
    let serving = hall.visitor("justice");
    hall.call_next(1);
    hall.accept(
        at(1),
        &Command::Serve {
            counter: queue_core::CounterNo(1),
        },
    );
    let bound = hall.visitor("justice");
    hall.accept(MANAGER, &transfer(None, Some(bound), "justice", Some(1)));
    let called = hall.visitor("justice");
    hall.call_next(2);
    let waiting = hall.visitor("land");
    hall.accept(at(3), &pause(3, None));

    hall.event(Event::DayEnded { date: MONDAY });
    for id in [held, serving, bound, called, waiting] {
        assert_eq!(hall.state(id), TicketState::Expired);
    }
    assert!(matches!(hall.state(missed), TicketState::NoShow { .. }));
    let centre = &hall.centre;
    assert!(centre.desks.is_empty() && centre.held.is_empty() && centre.missed.is_empty());
    assert!(
        centre
            .waiting
            .values()
            .all(std::collections::BTreeSet::is_empty)
    );
}

#[test]
fn between_two_days_nothing_is_done() {
    let mut hall = Hall::with_open(&[1]);
    hall.event(Event::DayEnded { date: MONDAY });
    assert_eq!(hall.refuse(KIOSK, &issue("justice", &[])), Refusal::NoDay);
    assert_eq!(hall.refuse(at(1), &open(1)), Refusal::NoDay);
    let date = MONDAY.succ_opt().unwrap();
    let decision = hall.accept(Actor::House, &Command::TurnDay { date });
    assert_eq!(decision.events, [Event::DayOpened { date }]);
}
