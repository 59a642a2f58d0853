//! A number by hand: for what, on which paper, and how it is told.

use crate::bench::Bench;
use crate::views;
use counter_ui::view_model::picture::{NotePart, OptionText, Question};
use counter_ui::view_model::{Class, Ending, Key, Sending, Verb, VerbName};
use queue_protocol::{Language, ProblemCode, Purpose, TicketState};

fn told(bench: &Bench) -> Question {
    bench.picture().question.unwrap().question
}

#[test]
fn one_key_and_enter_give_a_number_of_this_counters_service() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.keys(&[Key::Ctrl('N'), Key::Enter]);
    assert_eq!(
        bench.sent_one(),
        Verb::Issue {
            service: "tu-phap".to_owned(),
            purpose: Purpose::Submit,
            class: None,
            language: Language::VI,
            kiosk: None,
        }
    );
    bench.end(Ending::Done(views::given("A031")));
    assert_eq!(
        told(&bench),
        Question::Given {
            number: "A031".to_owned(),
            priority: false,
            counters: "1, 2, 3".to_owned(),
            ahead: 4,
            wait_min: Some((10, 16)),
            kiosk: OptionText::None,
        }
    );
    bench.key(Key::Enter);
    assert_eq!(bench.sent(), []);
    let number = NotePart::Told(VerbName::Issue, "A031".to_owned());
    assert_eq!(bench.picture().note, Some(number), "it can still be read");
}

#[test]
fn letters_digits_and_arrows_answer_the_rest() {
    let mut bench = Bench::at(views::ready());
    bench.keys(&[Key::Ctrl('N'), Key::Char('E'), Key::Char('2')]);
    bench.keys(&[Key::Down, Key::Right, Key::Down, Key::Right, Key::Down]);
    bench.keys(&[Key::Right, Key::Enter]);
    assert_eq!(
        bench.sent_one(),
        Verb::Issue {
            service: "dat-dai".to_owned(),
            purpose: Purpose::Supplement,
            class: Some(Class("elderly".to_owned())),
            language: Language::EN,
            kiosk: Some(3),
        }
    );
}

#[test]
fn the_slip_is_asked_for_once_the_number_is_known() {
    let mut bench = Bench::at(views::ready());
    bench.keys(&[Key::Ctrl('N'), Key::Up, Key::Down, Key::Down, Key::Down]);
    bench.keys(&[Key::Right, Key::Enter]);
    drop(bench.sent());
    bench.end(Ending::Done(views::given("A031")));
    let number = "A031".to_owned();
    assert_eq!(bench.sent_one(), Verb::Reprint { number, kiosk: 3 });
    let Question::Given { kiosk, .. } = told(&bench) else {
        panic!()
    };
    assert_eq!(kiosk, OptionText::Name("Máy lấy số 1".to_owned()));
    bench.answer(crate::bench::ticket("A031", TicketState::Waiting));
    assert!(bench.picture().question.is_some(), "the number stays");
    assert_eq!(bench.picture().actions.more.sending, Sending::No);
}

#[test]
fn a_refusal_says_why_and_gives_no_number() {
    let mut bench = Bench::at(views::ready());
    bench.keys(&[Key::Ctrl('N'), Key::Enter]);
    drop(bench.sent());
    bench.refuse(crate::bench::problem(ProblemCode::Closed));
    let picture = bench.picture();
    assert_eq!(picture.question, None);
    assert!(matches!(picture.note, Some(NotePart::Refused { .. })));
}

#[test]
fn a_purpose_that_a_service_does_not_take_gives_way() {
    let mut bench = Bench::at(views::ready());
    bench.keys(&[Key::Ctrl('N'), Key::Char('T'), Key::Enter]);
    let Verb::Issue { purpose, .. } = bench.sent_one() else {
        panic!()
    };
    assert_eq!(purpose, Purpose::Collect);
}
