//! Numbers, minutes, instants.

use crate::plan::{MONDAY, minute, offset};
use queue_core::{Letter, Minute, Moment, Number};

#[test]
fn numbers_have_three_digits_and_four_when_needed() {
    let letter = Letter::new('a').unwrap();
    for (count, text) in [(1, "A001"), (42, "A042"), (999, "A999"), (1000, "A1000")] {
        assert_eq!(Number { letter, count }.to_string(), text);
    }
}

#[test]
fn numbers_are_read_without_regard_to_case_and_zeros() {
    let a012: Number = "A012".parse().unwrap();
    for text in ["a012", " A12 ", "a0012"] {
        assert_eq!(text.parse(), Ok(a012), "{text}");
    }
    for text in ["", "A", "12", "A000", "A00012", "A-1", "A+1", "Đ12", "A1B"] {
        assert!(text.parse::<Number>().is_err(), "{text}");
    }
}

#[test]
fn a_letter_is_a_to_z() {
    assert_eq!(Letter::new('t').map(Letter::get), Some('T'));
    assert_eq!(Letter::new('Đ'), None);
    assert_eq!(Letter::new('1'), None);
}

#[test]
fn minutes_end_with_the_day() {
    assert_eq!(Minute::new(1440), Some(Minute::END_OF_DAY));
    assert_eq!(Minute::new(1441), None);
    assert_eq!(minute("07:05").to_string(), "07:05");
}

#[test]
fn a_minute_of_a_date_is_an_instant_and_back() {
    let instant = minute("07:30").on(MONDAY, offset());
    let local = instant.plus_s(59).local(offset());
    assert_eq!((local.date(), local.minute()), (MONDAY, minute("07:30")));
    assert_eq!(instant.plus_s(59).since_s(instant), 59);
    assert_eq!(instant.since_s(instant.plus_s(1)), -1);
}

#[test]
fn instants_beyond_any_clock_do_not_overflow() {
    assert_eq!(Moment(i64::MAX).plus_s(1), Moment(i64::MAX));
    assert_eq!(Moment(i64::MIN).plus_s(i64::MIN), Moment(i64::MIN));
    assert!(Moment(i64::MAX).local(offset()).date() < MONDAY);
}
