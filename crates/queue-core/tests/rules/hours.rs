//! When numbers are issued: sessions, pauses, holidays, swapped days, make-up days, closures.

use crate::hall::{Hall, KIOSK, at, issue};
use crate::plan::{MONDAY, catalogue, centre_hours, date, minute};
use chrono::NaiveDate;
use queue_core::{Closed, ClosedReason, Hours, Issuing, LocalTime, Refusal};

fn local(date: NaiveDate, time: &str) -> LocalTime {
    LocalTime(date.and_hms_opt(0, 0, 0).unwrap() + minutes(time))
}

fn minutes(time: &str) -> chrono::TimeDelta {
    chrono::TimeDelta::minutes(minute(time).get().into())
}

fn closed(date: NaiveDate, time: &str) -> (ClosedReason, Option<(NaiveDate, String)>) {
    match centre_hours().issuing(local(date, time)) {
        Issuing::Closed(Closed { reason, next }) => (
            reason,
            next.map(|(date, minute)| (date, minute.to_string())),
        ),
        Issuing::Open { .. } => panic!("open at {time}"),
    }
}

fn next(date: NaiveDate, time: &str) -> Option<(NaiveDate, String)> {
    Some((date, time.to_owned()))
}

#[test]
fn numbers_are_issued_in_spans_of_their_own() {
    for (time, until) in [
        ("06:45", "11:00"),
        ("10:59", "11:00"),
        ("13:15", "16:30"),
        ("16:29", "16:30"),
    ] {
        let until = minute(until);
        assert_eq!(
            centre_hours().issuing(local(MONDAY, time)),
            Issuing::Open { until },
            "{time}"
        );
    }
}

#[test]
fn between_the_spans_the_next_one_is_told() {
    let tuesday = MONDAY.succ_opt().unwrap();
    assert_eq!(
        closed(MONDAY, "06:44"),
        (ClosedReason::BeforeOpening, next(MONDAY, "06:45"))
    );
    assert_eq!(
        closed(MONDAY, "11:00"),
        (ClosedReason::Pause, next(MONDAY, "13:15"))
    );
    assert_eq!(
        closed(MONDAY, "16:30"),
        (ClosedReason::AfterHours, next(tuesday, "06:45"))
    );
}

#[test]
fn a_weekend_ends_on_monday() {
    let monday = date(2026, 11, 16);
    assert_eq!(
        closed(date(2026, 11, 14), "09:00"),
        (ClosedReason::Weekend, next(monday, "06:45"))
    );
}

#[test]
fn a_holiday_and_a_swapped_day_off_are_closed() {
    let wednesday = date(2026, 11, 25);
    for day in [date(2026, 11, 23), date(2026, 11, 24)] {
        assert_eq!(
            closed(day, "09:00"),
            (ClosedReason::Holiday, next(wednesday, "06:45"))
        );
    }
    assert_eq!(
        closed(date(2026, 11, 20), "18:00"),
        (ClosedReason::AfterHours, next(wednesday, "06:45"))
    );
}

#[test]
fn a_make_up_saturday_has_the_sessions_of_its_weekday() {
    let saturday = date(2026, 11, 28);
    let until = minute("11:00");
    assert_eq!(
        centre_hours().issuing(local(saturday, "08:00")),
        Issuing::Open { until }
    );
    assert_eq!(centre_hours().sessions(saturday).len(), 2);
    assert_eq!(
        closed(date(2026, 11, 27), "18:00"),
        (ClosedReason::AfterHours, next(saturday, "06:45"))
    );
}

#[test]
fn the_centre_may_close_by_its_own_decision() {
    let day = date(2026, 11, 12);
    let friday = date(2026, 11, 13);
    assert_eq!(
        closed(day, "09:00"),
        (ClosedReason::LocalClosure, next(friday, "06:45"))
    );
}

#[test]
fn a_centre_that_never_opens_has_no_next_issue() {
    let issuing = Hours::default().issuing(local(MONDAY, "09:00"));
    let never = Closed {
        reason: ClosedReason::Weekend,
        next: None,
    };
    assert_eq!(issuing, Issuing::Closed(never));
}

#[test]
fn serving_lasts_longer_than_issuing() {
    let hours = centre_hours();
    assert!(hours.serves_later_today(local(MONDAY, "16:59")));
    assert!(!hours.serves_later_today(local(MONDAY, "17:00")));
    assert!(!hours.serves_later_today(local(date(2026, 11, 12), "09:00")));
}

#[test]
fn outside_the_hours_neither_kiosk_nor_counter_issues() {
    let mut hall = Hall::of(catalogue(), MONDAY, "11:00");
    let refusal = Refusal::Closed {
        reason: ClosedReason::Pause,
        next: Some(local(MONDAY, "13:15")),
    };
    assert_eq!(hall.refuse(KIOSK, &issue("justice", &[])), refusal);
    assert_eq!(hall.refuse(at(1), &issue("justice", &[])), refusal);
    hall.clock("13:15").visitor("justice");
}

#[test]
fn a_service_may_have_hours_of_its_own() {
    let mut hall = Hall::of(catalogue(), MONDAY, "10:00");
    let tuesday = MONDAY.succ_opt().unwrap();
    let refusal = Refusal::Closed {
        reason: ClosedReason::AfterHours,
        next: Some(local(tuesday, "07:00")),
    };
    assert_eq!(hall.refuse(KIOSK, &issue("morning", &[])), refusal);
    hall.visitor("justice");
}
