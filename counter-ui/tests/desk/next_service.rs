//! Several services in one visit: what is offered, what is sent, and whose outcome is meant.

use crate::bench::{Bench, problem, seconds};
use crate::views;
use counter_ui::view_model::picture::{NotePart, Question};
use counter_ui::view_model::{Answer, Ending, Key, Sending, Verb, VerbName, Why};
use queue_protocol::views::{CounterView, Visitor};
use queue_protocol::{Outcome, ProblemCode, Purpose, TicketState};

const KEY: Key = Key::ShiftFunction(8);

fn asked(bench: &Bench) -> Question {
    bench
        .picture()
        .question
        .expect("a question is open")
        .question
}

/// A012, a minute later, with another matter.
fn gone_on() -> CounterView {
    CounterView {
        visitor: Some(Visitor {
            purpose: Purpose::Collect,
            ..views::visitor("A012", TicketState::Serving, "09:53")
        }),
        ..views::serving("A012")
    }
}

#[test]
fn the_outcome_on_the_desk_is_that_of_the_service_that_is_done() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.keys(&[Key::Char('2'), Key::Char('+'), KEY]);
    bench.keys(&[Key::Char('E'), Key::Char('2'), Key::Enter]);
    assert_eq!(
        bench.sent_one(),
        Verb::NextService {
            number: "A012".to_owned(),
            outcome: Outcome::SupplementAsked,
            dossiers: 2,
            service: "dat-dai".to_owned(),
            purpose: Purpose::Supplement,
        }
    );
}

#[test]
fn it_says_whether_the_visitor_stays() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.keys(&[KEY, Key::Char('A')]);
    assert!(matches!(
        asked(&bench),
        Question::NextService { here: true, .. }
    ));
    bench.key(Key::Char('E'));
    assert!(matches!(
        asked(&bench),
        Question::NextService { here: false, .. }
    ));
}

#[test]
fn a_service_that_nobody_serves_any_more_today_is_off() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.keys(&[KEY, Key::Char('S')]);
    let part = bench.picture().question.unwrap();
    assert_eq!(part.why, Some(Why::NotServedToday));
    let Question::NextService { services, .. } = part.question else {
        panic!()
    };
    let off = services.0.iter().filter(|row| row.off);
    assert_eq!(
        off.map(|row| row.letter.as_str()).collect::<Vec<_>>(),
        ["S"]
    );
    bench.key(Key::Enter);
    assert_eq!(bench.sent(), []);
}

#[test]
fn nobody_at_the_counter_has_no_next_service() {
    for (view, why) in [
        (views::ready(), Why::NoVisitor),
        (views::called("A012"), Why::NotServing),
    ] {
        let mut bench = Bench::at(view);
        bench.key(KEY);
        assert_eq!(bench.picture().question, None);
        let note = bench.picture().note;
        assert!(
            matches!(note, Some(NotePart::Off(_, told)) if told == why),
            "{note:?}"
        );
    }
}

#[test]
fn the_next_matter_begins_with_its_own_usual_outcome_and_one_dossier() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.keys(&[
        Key::Char('3'),
        Key::Char('+'),
        KEY,
        Key::Char('A'),
        Key::Enter,
    ]);
    let visitor = Box::new(gone_on().visitor.unwrap());
    bench.end(Ending::Done(Answer::Ticket(visitor)));
    assert_eq!(
        bench.picture().actions.dossiers,
        2,
        "not before the view shows it"
    );
    bench.hear(gone_on());
    let actions = bench.picture().actions;
    assert_eq!(actions.outcome, Some(Outcome::ResultReturned));
    assert_eq!(actions.dossiers, 1);
    assert_eq!(actions.verb, None, "the desk is free again");
}

#[test]
fn it_is_shown_at_the_key_of_finish_while_it_is_on_its_way() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.keys(&[KEY, Key::Char('A'), Key::Enter]);
    bench.pass(seconds(4));
    let actions = bench.picture().actions;
    assert_eq!(actions.finish.sending, Sending::For(11));
    assert_eq!(actions.verb, Some(VerbName::NextService));
}

#[test]
fn a_refusal_leaves_the_outcome_as_it_was_chosen() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.keys(&[Key::Char('3'), KEY, Key::Char('E'), Key::Enter]);
    bench.refuse(problem(ProblemCode::NotServedToday));
    assert_eq!(bench.picture().actions.outcome, Some(Outcome::Refused));
}

#[test]
fn after_no_answer_the_view_tells() {
    for (view, happened) in [
        (gone_on(), true),
        (views::ready(), true),
        (views::serving("A012"), false),
    ] {
        let mut bench = Bench::at(views::serving("A012"));
        bench.keys(&[Key::Char('3'), KEY, Key::Char('A'), Key::Enter]);
        bench.end(Ending::Unanswered);
        bench.pass(seconds(1));
        bench.hear(view);
        let told = NotePart::Known(VerbName::NextService, happened);
        assert_eq!(bench.picture().note, Some(told));
        let kept = bench.picture().actions.outcome == Some(Outcome::Refused);
        assert_eq!(
            kept, !happened,
            "the outcome belongs to the matter that was not done"
        );
    }
}
