//! Issue: numbers, what is refused, classes, caps, series.

use crate::hall::{Hall, KIOSK, MANAGER, at, issue, issue_for};
use crate::plan::{self, ELDERLY, HELP, PREGNANT};
use queue_core::{Actor, Command, Event, Letter, Number, Purpose, Refusal, TicketState, Validity};

#[test]
fn a_number_is_the_letter_and_the_days_count() {
    let mut hall = Hall::new();
    let ids = [
        hall.visitor("justice"),
        hall.visitor("land"),
        hall.visitor("justice"),
    ];
    assert_eq!(ids.map(|id| hall.number(id)), ["A001", "B001", "A002"]);
    let ticket = hall.ticket(ids[0]);
    assert_eq!(ticket.state, TicketState::Waiting { counter: None });
    assert_eq!(
        (ticket.arrived_at, ticket.ranked_from),
        (hall.now, hall.now)
    );
    assert_eq!(hall.centre.ticket_by_number(ticket.number), Some(ticket));
}

#[test]
fn a_tickets_id_is_the_seq_of_its_issue() {
    let mut hall = Hall::new();
    let id = hall.visitor("justice");
    assert_eq!(id.0, hall.journal.len() as u64);
}

#[test]
fn kiosks_and_counters_issue_and_nobody_else() {
    let mut hall = Hall::new();
    hall.accept(at(1), &issue("justice", &[]));
    assert_eq!(
        hall.refuse(MANAGER, &issue("justice", &[])),
        Refusal::NotAllowed
    );
    assert_eq!(
        hall.refuse(Actor::House, &issue("justice", &[])),
        Refusal::NotAllowed
    );
}

#[test]
fn nothing_is_issued_before_the_first_day() {
    let mut hall = Hall::new();
    hall.centre.day = None;
    assert_eq!(hall.refuse(KIOSK, &issue("justice", &[])), Refusal::NoDay);
}

#[test]
fn the_service_must_exist_today() {
    let mut hall = Hall::new();
    for service in ["nowhere", "former"] {
        assert_eq!(
            hall.refuse(KIOSK, &issue(service, &[])),
            Refusal::UnknownService
        );
    }
}

#[test]
fn the_service_must_take_the_purpose() {
    let mut hall = Hall::new();
    let collect = issue_for("justice", Purpose::Collect, None, &[]);
    assert_eq!(hall.refuse(KIOSK, &collect), Refusal::PurposeNotTaken);
    hall.accept(KIOSK, &issue_for("results", Purpose::Collect, None, &[]));
}

#[test]
fn the_procedure_must_exist_today_and_belong_to_the_service() {
    let mut hall = Hall::new();
    let order = |service, code| issue_for(service, Purpose::Submit, Some(code), &[]);
    hall.accept(KIOSK, &order("justice", "1.001"));
    for (service, code) in [
        ("justice", "9.999"),
        ("justice", "1.002"),
        ("land", "1.001"),
    ] {
        assert_eq!(
            hall.refuse(KIOSK, &order(service, code)),
            Refusal::UnknownProcedure
        );
    }
}

#[test]
fn one_purpose_of_every_procedure_may_have_a_service_of_its_own() {
    let mut hall = Hall::new();
    hall.accept(
        KIOSK,
        &issue_for("results", Purpose::Collect, Some("1.001"), &[]),
    );
}

#[test]
fn of_several_classes_the_longest_head_start_counts_and_each_class_is_counted_once() {
    let mut hall = Hall::new();
    let decision = hall.accept(KIOSK, &issue("justice", &[PREGNANT, ELDERLY, PREGNANT]));
    assert_eq!(decision.counted, [ELDERLY.into(), PREGNANT.into()]);
    let ticket = hall.ticket(hall.newest());
    assert_eq!((ticket.priority, ticket.head_start_s), (true, 3600));
    assert_eq!(ticket.rank(), hall.now.plus_s(-3600));
}

#[test]
fn without_a_class_there_is_no_priority_and_nothing_to_count() {
    let mut hall = Hall::new();
    let decision = hall.accept(KIOSK, &issue("justice", &[]));
    assert_eq!(decision.counted, []);
    let ticket = hall.ticket(hall.newest());
    assert_eq!((ticket.priority, ticket.head_start_s), (false, 0));
}

#[test]
fn some_classes_only_staff_grant() {
    let mut hall = Hall::new();
    assert_eq!(
        hall.refuse(KIOSK, &issue("justice", &[ELDERLY, HELP])),
        Refusal::UnknownClass
    );
    assert_eq!(
        hall.refuse(KIOSK, &issue("justice", &["nobody"])),
        Refusal::UnknownClass
    );
    hall.accept(at(1), &issue("justice", &[HELP]));
    assert_eq!(hall.ticket(hall.newest()).head_start_s, 7200);
}

#[test]
fn the_cap_counts_kiosks_and_hand_issue_together() {
    let mut hall = Hall::new();
    hall.visitor("land");
    hall.accept(at(1), &issue("land", &[]));
    let last = hall.visitor("land");
    hall.accept(MANAGER, &Command::Cancel { ticket: last });
    for actor in [KIOSK, at(1)] {
        assert_eq!(
            hall.refuse(actor, &issue("land", &[])),
            Refusal::CapReached { cap: 3 }
        );
    }
    hall.visitor("justice");
}

#[test]
fn a_cancelled_number_is_not_used_again() {
    let mut hall = Hall::new();
    let first = hall.visitor("justice");
    hall.accept(MANAGER, &Command::Cancel { ticket: first });
    let second = hall.visitor("justice");
    assert_eq!(hall.number(second), "A002");
}

#[test]
fn after_the_last_number_the_series_is_exhausted() {
    let mut hall = Hall::new();
    let letter = Letter::new('A').unwrap();
    hall.centre.series.insert(letter, Number::MAX - 1);
    let last = hall.visitor("justice");
    assert_eq!(hall.number(last), "A9999");
    assert_eq!(
        hall.refuse(KIOSK, &issue("justice", &[])),
        Refusal::SeriesExhausted
    );
}

#[test]
fn the_event_says_all_but_the_class() {
    let mut hall = Hall::new();
    let decision = hall.accept(KIOSK, &issue("justice", &[ELDERLY]));
    let [
        Event::TicketIssued {
            priority: true,
            head_start_s: 3600,
            ..
        },
    ] = decision.events[..]
    else {
        panic!("{decision:?}");
    };
    assert!(!format!("{:?}", decision.events).contains("class-token"));
    assert!(!format!("{:?}", hall.ticket(hall.newest())).contains("class-token"));
}

#[test]
fn a_procedure_of_a_service_that_is_over_is_unknown() {
    let mut catalogue = plan::catalogue();
    let until = Some(plan::date(2025, 12, 31));
    catalogue.services.get_mut("justice").unwrap().valid = Validity { from: None, until };
    let mut hall = Hall::of(catalogue, plan::MONDAY, "08:00");
    let order = issue_for("results", Purpose::Collect, Some("1.001"), &[]);
    assert_eq!(hall.refuse(KIOSK, &order), Refusal::UnknownProcedure);
}
