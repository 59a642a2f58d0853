//! Open, close, break, back.

use crate::hall::{
    Hall, KIOSK, MANAGER, at, device, finish, hold, officer, open, open_as, pause, transfer,
};
use queue_core::{
    Actor, BreakReason, Command, CounterNo, CounterState, Event, Refusal, TicketState,
};

const ONE: CounterNo = CounterNo(1);

#[test]
fn opening_binds_counter_device_and_officer() {
    let mut hall = Hall::with_open(&[1]);
    let desk = &hall.centre.desks[&ONE];
    assert_eq!(
        (desk.device, desk.officer, desk.opened_at),
        (device(1), officer(1), hall.now)
    );
    assert_eq!(desk.state, CounterState::Open);
    assert_eq!(
        hall.accept(at(1), &open(1)).events,
        [],
        "its own opening again"
    );
}

#[test]
fn only_a_counters_device_opens() {
    let mut hall = Hall::new();
    for actor in [KIOSK, MANAGER, Actor::House] {
        assert_eq!(hall.refuse(actor, &open(1)), Refusal::NotAllowed);
    }
    assert_eq!(hall.refuse(at(9), &open(9)), Refusal::UnknownCounter);
}

#[test]
fn an_officer_and_a_device_have_one_counter_each() {
    let mut hall = Hall::with_open(&[1]);
    let elsewhere = Refusal::OfficerElsewhere { counter: ONE };
    assert_eq!(hall.refuse(at(2), &open_as(2, 1, false)), elsewhere);
    assert_eq!(hall.refuse(at(2), &open_as(2, 1, true)), elsewhere);
    let elsewhere = Refusal::DeviceElsewhere { counter: ONE };
    assert_eq!(hall.refuse(at(1), &open_as(2, 2, false)), elsewhere);
}

#[test]
fn a_counter_held_elsewhere_is_taken_over_with_its_visitor() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor("justice");
    hall.call_next(1);
    let held = Refusal::CounterHeld {
        officer: officer(1),
    };
    assert_eq!(hall.refuse(at(7), &open_as(1, 7, false)), held);
    assert_eq!(
        hall.refuse(at(7), &open_as(1, 1, false)),
        held,
        "the same officer elsewhere"
    );

    hall.accept(at(7), &open_as(1, 7, true));
    let desk = &hall.centre.desks[&ONE];
    assert_eq!(
        (desk.device, desk.officer, desk.ticket),
        (device(7), officer(7), Some(visitor))
    );
    assert_eq!(
        hall.refuse(at(1), &finish(1, None)),
        Refusal::CounterNotYours
    );
    hall.accept(at(7), &finish(1, None));
}

#[test]
fn taking_over_a_closed_counter_is_opening_it() {
    let mut hall = Hall::new();
    let decision = hall.accept(at(1), &open_as(1, 1, true));
    assert!(matches!(
        decision.events[..],
        [Event::CounterOpened {
            taken_over: false,
            ..
        }]
    ));
}

#[test]
fn every_verb_of_a_counter_is_for_the_device_that_holds_it() {
    let mut hall = Hall::with_open(&[1, 2]);
    let visitor = hall.visitor("justice");
    hall.call_next(1);
    for command in verbs(visitor) {
        assert_eq!(
            hall.refuse(at(2), &command),
            Refusal::CounterNotYours,
            "{command:?}"
        );
        assert_eq!(
            hall.refuse(KIOSK, &command),
            Refusal::NotAllowed,
            "{command:?}"
        );
        if !matches!(command, Command::Transfer { .. }) {
            assert_eq!(
                hall.refuse(MANAGER, &command),
                Refusal::NotAllowed,
                "{command:?}"
            );
        }
    }
}

#[test]
fn a_closed_counter_does_nothing() {
    let mut hall = Hall::with_open(&[2]);
    let visitor = hall.visitor("justice");
    for command in verbs(visitor) {
        assert_eq!(
            hall.refuse(at(1), &command),
            Refusal::CounterClosed,
            "{command:?}"
        );
    }
    let nowhere = Command::CallNext {
        counter: CounterNo(9),
    };
    assert_eq!(hall.refuse(at(1), &nowhere), Refusal::UnknownCounter);
}

fn verbs(ticket: queue_core::TicketId) -> Vec<Command> {
    vec![
        Command::Close { counter: ONE },
        pause(1, None),
        Command::Back { counter: ONE },
        Command::Help {
            counter: ONE,
            service: "land".into(),
            on: true,
        },
        Command::CallNext { counter: ONE },
        Command::Call {
            counter: ONE,
            ticket,
            reason: "asked".into(),
        },
        Command::Recall { counter: ONE },
        Command::Serve { counter: ONE },
        finish(1, None),
        Command::NoShow {
            counter: ONE,
            ticket: None,
        },
        Command::Return { counter: ONE },
        hold(1),
        Command::Resume {
            counter: ONE,
            ticket,
        },
        transfer(Some(1), None, "land", None),
    ]
}

#[test]
fn close_and_break_wait_for_the_visitor() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor("justice");
    hall.call_next(1);
    let busy = Refusal::CounterBusy {
        number: hall.ticket(visitor).number,
    };
    for serving in [false, true] {
        if serving {
            hall.accept(at(1), &Command::Serve { counter: ONE });
        }
        assert_eq!(hall.refuse(at(1), &Command::Close { counter: ONE }), busy);
        assert_eq!(hall.refuse(at(1), &pause(1, None)), busy);
    }
    hall.accept(at(1), &finish(1, None));
    hall.accept(at(1), &Command::Close { counter: ONE });
    assert!(hall.centre.desks.is_empty());
}

#[test]
fn closing_frees_those_who_waited_for_this_counter_alone() {
    let mut hall = Hall::with_open(&[1, 2]);
    let visitor = hall.visitor("justice");
    hall.accept(MANAGER, &transfer(None, Some(visitor), "justice", Some(1)));
    assert_eq!(hall.call_next(2), None);
    let decision = hall.accept(at(1), &Command::Close { counter: ONE });
    assert_eq!(
        decision.events,
        [
            Event::TransferLapsed { ticket: visitor },
            Event::CounterClosed { counter: ONE }
        ]
    );
    assert_eq!(hall.state(visitor), TicketState::Waiting { counter: None });
    assert_eq!(hall.call_next(2), Some(visitor));
}

#[test]
fn on_a_break_nobody_is_called() {
    let mut hall = Hall::with_open(&[1]);
    let held = hall.visitor("justice");
    hall.call_next(1);
    hall.accept(at(1), &hold(1));
    let waiting = hall.visitor("justice");
    hall.accept(at(1), &pause(1, Some(10)));
    let since = hall.now;
    let state = CounterState::Break {
        reason: BreakReason::Rest,
        since,
        minutes: Some(10),
    };
    assert_eq!(hall.centre.desks[&ONE].state, state);
    for command in [
        pause(1, None),
        Command::CallNext { counter: ONE },
        Command::Call {
            counter: ONE,
            ticket: waiting,
            reason: "asked".into(),
        },
        Command::Resume {
            counter: ONE,
            ticket: held,
        },
    ] {
        assert_eq!(hall.refuse(at(1), &command), Refusal::CounterOnBreak);
    }
    hall.accept(at(1), &Command::Back { counter: ONE });
    assert_eq!(
        hall.refuse(at(1), &Command::Back { counter: ONE }),
        Refusal::CounterNotOnBreak
    );
    assert_eq!(hall.call_next(1), Some(waiting));
}

#[test]
fn a_counter_may_close_from_its_break() {
    let mut hall = Hall::with_open(&[1]);
    hall.accept(at(1), &pause(1, None));
    hall.accept(at(1), &Command::Close { counter: ONE });
    hall.accept(at(2), &open_as(1, 1, false));
}
