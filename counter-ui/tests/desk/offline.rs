//! Without a connection: what was seen stays, marked with its time; nothing can be pressed.

use crate::bench::{Bench, seconds};
use crate::views;
use counter_ui::view_model::picture::{Link, NotePart, Screen};
use counter_ui::view_model::{Button, Key, Sending, Why};
use queue_client::View;

#[test]
fn before_the_first_view_the_form_waits() {
    let bench = Bench::new();
    let picture = bench.picture();
    assert_eq!(
        (picture.frame.screen, picture.frame.link),
        (Screen::SignIn, Link::Connecting)
    );
    assert_eq!(picture.actions.open.why, Some(Why::NotConnected));
    assert_eq!(picture.frame.clock, "");
}

#[test]
fn what_was_seen_stays_with_its_time() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.lose(views::serving("A012"));
    bench.pass(seconds(130));
    let picture = bench.picture();
    assert_eq!(picture.frame.link, Link::Lost("09:53".to_owned()));
    assert_eq!(picture.frame.clock, "09:55", "the clock goes on");
    assert_eq!(picture.visitor.number, "A012");
    assert_eq!(picture.actions.call_next.why, Some(Why::NotConnected));
    assert_eq!(picture.actions.more.why, None, "the menu still opens");
}

#[test]
fn a_press_without_connection_sends_nothing_and_says_why() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.lose(views::serving("A012"));
    bench.key(Key::Function(2));
    assert_eq!(bench.sent(), []);
    let note = bench.picture().note;
    assert_eq!(
        note,
        Some(NotePart::Off(Button::CallNext, Why::NotConnected))
    );
    bench.hear(views::serving("A012"));
    assert_eq!(bench.picture().note, None, "the reason is gone");
}

#[test]
fn a_command_on_its_way_stays_in_its_place() {
    let mut bench = Bench::at(views::ready());
    bench.key(Key::Function(2));
    bench.lose(views::ready());
    bench.pass(seconds(6));
    assert_eq!(bench.picture().actions.call_next.sending, Sending::For(9));
}

#[test]
fn the_desk_comes_back_by_itself() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.lose(views::serving("A012"));
    bench.pass(seconds(40));
    bench.hear(views::serving("A012"));
    let picture = bench.picture();
    assert_eq!(
        (picture.frame.link, picture.actions.call_next.why),
        (Link::Live, None)
    );
}

#[test]
fn a_stream_that_begins_anew_forgets_nothing() {
    let mut bench = Bench::at(views::serving("A012"));
    bench
        .desk
        .hear_counter(views::COUNTER, View::Never, bench.now);
    let picture = bench.picture();
    assert_eq!(picture.visitor.number, "A012");
    assert_eq!(picture.frame.link, Link::Lost("09:53".to_owned()));
}

#[test]
fn an_open_question_survives_but_cannot_be_answered() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.key(Key::Function(6));
    bench.lose(views::serving("A012"));
    bench.key(Key::Enter);
    assert_eq!(bench.sent(), []);
    let question = bench.picture().question.expect("it stays");
    assert_eq!(question.why, Some(Why::NotConnected));
    bench.hear(views::serving("A012"));
    bench.key(Key::Enter);
    assert_eq!(bench.sent().len(), 1);
}

#[test]
fn the_picture_changes_with_the_minute() {
    let mut bench = Bench::at(views::idle());
    bench.pass(seconds(20));
    let wait = bench.desk.changes_in(bench.now);
    assert!(wait > seconds(39) && wait <= seconds(41), "{wait:?}");
}
