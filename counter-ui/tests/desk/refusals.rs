//! Every code of the wire has words, and each refusal carries what they need.

use crate::bench::{Bench, problem};
use crate::views;
use counter_ui::view_model::picture::NotePart;
use counter_ui::view_model::{Key, VerbName};
use queue_protocol::{ProblemCode, TicketState};

#[test]
fn a_refusal_names_its_verb_and_brings_its_details() {
    let mut bench = Bench::at(views::ready());
    bench.key(Key::Ctrl('G'));
    bench.type_text("A013");
    bench.key(Key::Enter);
    let mut refused = problem(ProblemCode::WrongState);
    refused.number = Some("A013".to_owned());
    refused.counter = Some(3);
    bench.refuse(refused);
    let told = NotePart::Refused {
        verb: VerbName::Call,
        code: ProblemCode::WrongState,
        counter: 3,
        officer: 0,
        number: "A013".to_owned(),
        until: String::new(),
    };
    assert_eq!(bench.picture().note, Some(told));
}

#[test]
fn a_refusal_gives_the_keys_back_and_the_next_press_clears_it() {
    let mut bench = Bench::at(views::ready());
    bench.key(Key::Function(2));
    bench.refuse(problem(ProblemCode::CounterOnBreak));
    drop(bench.sent());
    bench.key(Key::Function(2));
    assert_eq!(bench.sent().len(), 1);
    assert_eq!(bench.picture().note, None);
}

#[test]
fn two_counters_at_once_the_view_wins() {
    let mut bench = Bench::at(views::ready());
    bench.keys(&[Key::ShiftFunction(5), Key::Enter]);
    bench.refuse(problem(ProblemCode::WrongState));
    let mut view = views::ready();
    view.held.remove(0);
    bench.hear(view);
    let held: Vec<String> = bench
        .picture()
        .lists
        .held
        .into_iter()
        .map(|held| held.number)
        .collect();
    assert_eq!(held, ["A008"]);
}

#[test]
fn a_question_whose_visitor_is_gone_closes() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.key(Key::Function(5));
    assert!(bench.picture().question.is_some());
    bench.hear(views::ready());
    assert_eq!(bench.picture().question, None);
}

#[test]
fn a_late_ending_without_a_command_is_nothing() {
    let mut bench = Bench::at(views::ready());
    bench.answer(crate::bench::ticket("A014", TicketState::Called));
    assert_eq!(bench.picture().note, None);
}
