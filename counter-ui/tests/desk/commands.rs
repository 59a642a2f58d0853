//! One command at a time: shown in its place, settled by the view, honest when there is no answer.

use crate::bench::{Bench, seconds, ticket};
use crate::views;
use counter_ui::view_model::picture::NotePart;
use counter_ui::view_model::{Answer, Ending, Errand, Key, Sending, Verb, VerbName, Why};
use queue_protocol::{CounterStatus, TicketState};
use std::time::Duration;

const F2: Key = Key::Function(2);
const F4: Key = Key::Function(4);

#[test]
fn a_second_press_while_a_command_runs_does_nothing() {
    let mut bench = Bench::at(views::ready());
    bench.keys(&[F2, F2, F4, Key::Function(9)]);
    assert_eq!(bench.sent(), [Verb::CallNext]);
    assert_eq!(bench.picture().note, None);
    assert_eq!(bench.picture().question, None);
}

#[test]
fn keys_come_back_when_the_view_shows_the_answer_and_not_before() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.key(F2);
    bench.answer(ticket("A012", TicketState::Finished));
    bench.answer(ticket("A014", TicketState::Called));
    assert_eq!(bench.sent().len(), 2);
    // The view still shows A012: a second press must not finish whoever is there now.
    bench.key(F2);
    assert_eq!(bench.sent(), []);
    bench.hear(views::called("A014"));
    bench.key(F4);
    assert_eq!(bench.sent(), [Verb::Serve]);
}

#[test]
fn keys_come_back_even_if_the_view_never_shows_it() {
    let mut bench = Bench::at(views::ready());
    bench.key(F2);
    bench.answer(ticket("A014", TicketState::Called));
    drop(bench.sent());
    bench.pass(seconds(2));
    bench.key(F2);
    assert_eq!(bench.sent(), [Verb::CallNext]);
}

#[test]
fn a_slow_command_is_shown_in_its_place_with_the_seconds_left() {
    let mut bench = Bench::at(views::ready());
    bench.key(F2);
    assert_eq!(
        bench.picture().actions.call_next.sending,
        Sending::No,
        "milliseconds are not shown"
    );
    assert_eq!(bench.desk.changes_in(bench.now), Duration::from_millis(300));
    bench.pass(seconds(1));
    let actions = bench.picture().actions;
    assert_eq!(actions.call_next.sending, Sending::For(14));
    assert_eq!(actions.verb, Some(VerbName::CallNext));
    assert_eq!(actions.pause.why, Some(Why::Sending));
    assert_eq!(bench.desk.changes_in(bench.now), seconds(1));
    bench.pass(seconds(13));
    assert_eq!(bench.picture().actions.call_next.sending, Sending::For(1));
}

#[test]
fn the_call_after_finishing_has_seconds_of_its_own() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.key(F2);
    bench.pass(seconds(9));
    bench.answer(ticket("A012", TicketState::Finished));
    bench.pass(seconds(1));
    let actions = bench.picture().actions;
    assert_eq!(
        (actions.verb, actions.call_next.sending),
        (Some(VerbName::CallNext), Sending::For(14))
    );
}

#[test]
fn nobody_waiting_is_said() {
    let mut bench = Bench::at(views::ready());
    bench.key(F2);
    bench.end(Ending::Done(Answer::Nobody));
    assert_eq!(bench.picture().note, Some(NotePart::NobodyWaits));
}

/// A command without an answer, then the newest view.
fn doubt(
    before: queue_protocol::CounterView,
    keys: &[Key],
    after: queue_protocol::CounterView,
) -> Option<NotePart> {
    let mut bench = Bench::at(before);
    bench.keys(keys);
    assert_eq!(bench.sent().len(), 1);
    bench.pass(seconds(15));
    bench.end(Ending::Unanswered);
    assert_eq!(
        bench.errands(),
        [Errand::Follow(views::COUNTER)],
        "it asks the view"
    );
    let actions = bench.picture().actions;
    assert_eq!(
        actions.call_next.why,
        Some(Why::Sending),
        "no other command meanwhile"
    );
    bench.pass(seconds(3));
    bench.hear(after);
    bench.picture().note
}

#[test]
fn after_a_doubt_the_view_tells_what_happened() {
    let known = |verb, happened| Some(NotePart::Known(verb, happened));
    let enter = Key::Enter;
    assert_eq!(
        doubt(views::ready(), &[F2], views::called("A014")),
        known(VerbName::CallNext, true)
    );
    assert_eq!(
        doubt(views::ready(), &[F2], views::ready()),
        known(VerbName::CallNext, false)
    );
    let (called, serving) = (|| views::called("A012"), || views::serving("A012"));
    assert_eq!(
        doubt(called(), &[F4], serving()),
        known(VerbName::Serve, true)
    );
    assert_eq!(
        doubt(called(), &[F4], called()),
        known(VerbName::Serve, false)
    );
    let mut recalled = called();
    recalled.visitor.as_mut().unwrap().recalls = 1;
    assert_eq!(
        doubt(called(), &[Key::Function(3)], recalled),
        known(VerbName::Recall, true)
    );
    assert_eq!(
        doubt(called(), &[Key::Function(3)], called()),
        known(VerbName::Recall, false)
    );
    assert_eq!(
        doubt(called(), &[Key::Function(7)], views::ready()),
        known(VerbName::NoShow, true)
    );
    assert_eq!(
        doubt(serving(), &[Key::Function(8)], serving()),
        known(VerbName::Finish, false)
    );
    let hold = [Key::Function(5), enter];
    assert_eq!(
        doubt(serving(), &hold, views::ready()),
        known(VerbName::Hold, true)
    );
    let transfer = [Key::Function(6), enter];
    assert_eq!(
        doubt(serving(), &transfer, serving()),
        known(VerbName::Transfer, false)
    );
    let pause = [Key::Function(9), enter];
    assert_eq!(
        doubt(views::ready(), &pause, views::pausing()),
        known(VerbName::Break, true)
    );
    assert_eq!(
        doubt(views::pausing(), &[Key::Function(9)], views::pausing()),
        known(VerbName::Back, false)
    );
    let resume = [Key::ShiftFunction(5), enter];
    assert_eq!(
        doubt(views::ready(), &resume, views::called("A005")),
        known(VerbName::Resume, true)
    );
    let restore = [Key::ShiftFunction(7), enter];
    assert_eq!(
        doubt(views::ready(), &restore, views::ready()),
        known(VerbName::Restore, false)
    );
    let returned = [Key::Function(12), Key::Char('4'), enter];
    assert_eq!(
        doubt(called(), &returned, views::ready()),
        known(VerbName::Return, true)
    );
}

#[test]
fn a_command_that_comes_late_after_all_is_told_as_done() {
    let done = |happened| Some(NotePart::Known(VerbName::CallNext, happened));
    let mut bench = Bench::at(views::ready());
    bench.key(F2);
    bench.pass(seconds(15));
    bench.end(Ending::Unanswered);
    bench.pass(seconds(3));
    bench.hear(views::ready());
    assert_eq!(bench.picture().note, done(false));
    bench.hear(views::called("A014"));
    assert_eq!(bench.picture().note, done(true));
}

#[test]
fn a_view_from_before_the_doubt_tells_nothing() {
    let mut bench = Bench::at(views::ready());
    bench.key(F2);
    let old = bench.live(views::called("A014"));
    bench.pass(seconds(15));
    bench.end(Ending::Unanswered);
    bench.desk.hear_counter(views::COUNTER, old, bench.now);
    assert_eq!(bench.picture().actions.call_next.sending, Sending::Asking);
}

#[test]
fn finishing_in_doubt_never_calls_by_itself() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.key(F2);
    drop(bench.sent());
    bench.end(Ending::Unanswered);
    bench.pass(seconds(1));
    bench.hear(views::ready());
    assert_eq!(bench.sent(), []);
    assert_eq!(
        bench.picture().note,
        Some(NotePart::Known(VerbName::Finish, true))
    );
}

#[test]
fn a_break_is_settled_by_the_counters_status() {
    let mut bench = Bench::at(views::ready());
    bench.keys(&[Key::Function(9), Key::Enter]);
    bench.answer_counter(CounterStatus::Break);
    drop(bench.sent());
    bench.key(Key::Function(9));
    assert_eq!(bench.picture().question, None, "not settled yet");
    bench.hear(views::pausing());
    bench.key(Key::Function(9));
    assert_eq!(bench.sent(), [Verb::Back]);
}
