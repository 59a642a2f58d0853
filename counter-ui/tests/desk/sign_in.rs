//! The form: fields, keys, who holds the counter, what the service says to it.

use crate::bench::{Bench, open, problem};
use crate::views::{self, COUNTER, OFFICER};
use counter_ui::view_model::picture::{NotePart, Screen};
use counter_ui::view_model::{Errand, Field, Key, Why};
use queue_protocol::{CounterStatus, ProblemCode};

fn typed(bench: &mut Bench, officer: &str, pin: &str) {
    bench.type_text(officer);
    bench.key(Key::Tab);
    bench.type_text(pin);
}

#[test]
fn officer_tab_pin_enter() {
    let mut bench = Bench::at(views::closed());
    typed(&mut bench, "114", "2580");
    assert_eq!(bench.picture().sign_in.pin_digits, 4);
    bench.key(Key::Enter);
    assert_eq!(bench.sent(), [open(OFFICER, "2580", false)]);
    bench.answer_counter(CounterStatus::Open);
    bench.hear(views::ready());
    assert_eq!(bench.picture().frame.screen, Screen::Desk);
    assert_eq!(bench.errands(), [Errand::Remember(COUNTER)]);
    assert_eq!(
        bench.picture().sign_in.pin_digits,
        0,
        "the PIN is forgotten"
    );
}

#[test]
fn enter_goes_on_and_then_sends() {
    let mut bench = Bench::at(views::closed());
    bench.type_text("114");
    bench.key(Key::Enter);
    assert_eq!(bench.picture().sign_in.field, Field::Pin);
    bench.type_text("2580");
    bench.key(Key::Enter);
    assert_eq!(bench.sent(), [open(OFFICER, "2580", false)]);
}

#[test]
fn letters_are_nothing_and_digits_have_an_end() {
    let mut bench = Bench::at(views::closed());
    bench.type_text("1a1ă4567890");
    assert_eq!(bench.picture().sign_in.officer, "114567");
    bench.key(Key::Backspace);
    assert_eq!(bench.picture().sign_in.officer, "11456");
    bench.key(Key::Delete);
    assert_eq!(bench.picture().sign_in.officer, "");
    bench.key(Key::Tab);
    bench.type_text("01234567890123");
    assert_eq!(bench.picture().sign_in.pin_digits, 12);
}

#[test]
fn what_is_missing_is_said() {
    let mut bench = Bench::at(views::closed());
    bench.keys(&[Key::Tab, Key::Enter]);
    assert_eq!(bench.sent(), []);
    assert_eq!(bench.picture().actions.open.why, Some(Why::NoOfficer));
    bench.type_text("114");
    assert_eq!(bench.picture().sign_in.officer, "114", "it is asked for");
    assert_eq!(bench.picture().actions.open.why, Some(Why::PinTooShort));
}

#[test]
fn a_wrong_pin_is_said_and_forgotten() {
    let mut bench = Bench::at(views::closed());
    typed(&mut bench, "114", "0000");
    bench.key(Key::Enter);
    bench.refuse(problem(ProblemCode::WrongPin));
    let picture = bench.picture();
    assert!(matches!(
        picture.note,
        Some(NotePart::Refused {
            code: ProblemCode::WrongPin,
            ..
        })
    ));
    assert_eq!(
        (picture.sign_in.pin_digits, picture.sign_in.officer.as_str()),
        (0, "114")
    );
}

#[test]
fn a_lock_says_until_when() {
    let mut bench = Bench::at(views::closed());
    typed(&mut bench, "114", "0000");
    bench.key(Key::Enter);
    let mut locked = problem(ProblemCode::PinLocked);
    locked.until = Some(views::at("10:07"));
    bench.refuse(locked);
    let Some(NotePart::Refused { until, .. }) = bench.picture().note else {
        panic!()
    };
    assert_eq!(until, "10:07");
}

#[test]
fn a_take_over_is_said_before_it_is_done() {
    let mut bench = Bench::at(views::held_by(121));
    assert_eq!(bench.picture().sign_in.holder, Some(121));
    typed(&mut bench, "114", "2580");
    bench.key(Key::Enter);
    assert_eq!(bench.sent(), [open(OFFICER, "2580", true)]);
}

#[test]
fn a_counter_taken_in_the_same_moment_is_told_and_the_next_enter_takes_it_over() {
    let mut bench = Bench::at(views::closed());
    typed(&mut bench, "114", "2580");
    bench.key(Key::Enter);
    assert_eq!(bench.sent(), [open(OFFICER, "2580", false)]);
    let mut held = problem(ProblemCode::CounterHeld);
    held.officer = Some(121);
    bench.refuse(held);
    assert_eq!(bench.picture().sign_in.holder, Some(121));
    bench.key(Key::Enter);
    assert_eq!(bench.sent(), [open(OFFICER, "2580", true)]);
}

#[test]
fn an_officer_elsewhere_is_told_where() {
    let mut bench = Bench::at(views::closed());
    typed(&mut bench, "114", "2580");
    bench.key(Key::Enter);
    let mut elsewhere = problem(ProblemCode::OfficerElsewhere);
    elsewhere.counter = Some(9);
    bench.refuse(elsewhere);
    let Some(NotePart::Refused { counter, .. }) = bench.picture().note else {
        panic!()
    };
    assert_eq!(counter, 9);
}

#[test]
fn another_counter_is_typed_or_stepped_to() {
    let mut bench = Bench::at(views::closed());
    bench.key(Key::BackTab);
    bench.type_text("24");
    assert_eq!(
        bench.errands(),
        [Errand::Follow(24)],
        "counter 2 is where it stood"
    );
    assert_eq!(bench.picture().frame.counter, 24);
    bench.key(Key::Down);
    assert_eq!(bench.errands(), [], "there is no counter after the last");
    bench.key(Key::Up);
    assert_eq!(bench.errands(), [Errand::Follow(23)]);
    bench.hear(views::ready());
    assert_eq!(
        bench.picture().frame.screen,
        Screen::SignIn,
        "that view was of counter 2"
    );
}

#[test]
fn a_counter_that_stays_dark_while_the_hall_is_seen_is_told() {
    let mut bench = Bench::at(views::closed());
    bench.key(Key::BackTab);
    bench.type_text("9");
    assert!(bench.picture().sign_in.wrong_counter);
}

#[test]
fn a_lost_counter_says_who_has_it() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.key(Key::Function(6));
    bench.hear(views::held_by(121));
    let picture = bench.picture();
    assert_eq!(picture.frame.screen, Screen::SignIn);
    assert_eq!(
        (picture.note, picture.question),
        (Some(NotePart::Lost(Some(121))), None)
    );
}

#[test]
fn a_counter_closed_by_the_day_says_so() {
    let mut bench = Bench::at(views::ready());
    bench.hear(views::closed());
    assert_eq!(bench.picture().note, Some(NotePart::Lost(None)));
}

#[test]
fn the_form_never_shows_its_pin_to_a_log() {
    let mut bench = Bench::at(views::closed());
    typed(&mut bench, "114", "97531");
    bench.key(Key::Enter);
    let (sent, desk) = (
        format!("{:?}", bench.errands()),
        format!("{:?}", bench.desk),
    );
    assert!(!sent.contains("97531") && !desk.contains("97531"));
}
