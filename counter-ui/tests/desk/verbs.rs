//! Each verb from its key to its command.

use crate::bench::{Bench, ticket};
use crate::views;
use counter_ui::view_model::{Button, Key, Verb};
use queue_protocol::{
    BreakReason, CounterStatus, OfficerReason, Outcome, Purpose, TicketState, TransferReason,
};

/// What a key sends from a view on.
fn sends(view: queue_protocol::CounterView, keys: &[Key]) -> Vec<Verb> {
    let mut bench = Bench::at(view);
    bench.keys(keys);
    bench.sent()
}

const fn f(number: u8) -> Key {
    Key::Function(number)
}

#[test]
fn f2_calls_the_next() {
    assert_eq!(sends(views::ready(), &[f(2)]), [Verb::CallNext]);
}

#[test]
fn f2_while_serving_finishes_with_the_chosen_outcome_and_then_calls() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.keys(&[Key::Char('3'), Key::Char('+'), f(2)]);
    let finish = Verb::Finish {
        number: "A012".to_owned(),
        outcome: Outcome::Refused,
        dossiers: 2,
    };
    assert_eq!(bench.sent(), [finish], "the call waits for the answer");
    bench.answer(ticket("A012", TicketState::Finished));
    assert_eq!(bench.sent(), [Verb::CallNext]);
}

#[test]
fn f2_does_not_call_when_finishing_was_refused() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.key(f(2));
    drop(bench.sent());
    bench.refuse(crate::bench::problem(
        queue_protocol::ProblemCode::WrongState,
    ));
    assert_eq!(bench.sent(), []);
}

#[test]
fn the_keys_of_a_call() {
    let called = || views::called("A012");
    assert_eq!(sends(called(), &[f(3)]), [Verb::Recall]);
    assert_eq!(sends(called(), &[f(4)]), [Verb::Serve]);
    assert_eq!(
        sends(called(), &[f(7)]),
        [Verb::NoShow {
            number: "A012".to_owned()
        }]
    );
}

#[test]
fn f8_finishes_and_calls_nobody() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.key(f(8));
    assert!(matches!(
        bench.sent_one(),
        Verb::Finish {
            outcome: Outcome::Received,
            ..
        }
    ));
    bench.answer(ticket("A012", TicketState::Finished));
    assert_eq!(bench.sent(), []);
}

#[test]
fn the_usual_outcome_follows_the_purpose() {
    for (purpose, usual) in [
        (Purpose::Submit, Outcome::Received),
        (Purpose::Supplement, Outcome::Received),
        (Purpose::Collect, Outcome::ResultReturned),
        (Purpose::Guidance, Outcome::Guided),
    ] {
        let mut view = views::serving("A012");
        view.visitor.as_mut().unwrap().purpose = purpose;
        let bench = Bench::at(view);
        assert_eq!(bench.picture().actions.outcome, Some(usual), "{purpose}");
    }
}

#[test]
fn each_digit_chooses_its_outcome_and_only_while_serving() {
    for (digit, outcome) in ('1'..='6').zip(Outcome::ALL) {
        let mut bench = Bench::at(views::serving("A012"));
        bench.key(Key::Char(digit));
        assert_eq!(bench.picture().actions.outcome, Some(*outcome));
    }
    let mut bench = Bench::at(views::called("A012"));
    bench.key(Key::Char('6'));
    assert_eq!(bench.picture().actions.outcome, None);
    bench.hear(views::serving("A012"));
    assert_eq!(bench.picture().actions.outcome, Some(Outcome::Received));
}

#[test]
fn a_choice_belongs_to_one_visitor() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.keys(&[Key::Char('5'), Key::Char('+')]);
    bench.hear(views::serving("A014"));
    let actions = bench.picture().actions;
    assert_eq!(
        (actions.outcome, actions.dossiers),
        (Some(Outcome::Received), 1)
    );
}

#[test]
fn dossiers_stay_between_1_and_99() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.keys(&[Key::Char('-'); 3]);
    assert_eq!(bench.picture().actions.dossiers, 1);
    bench.keys(&[Key::Char('+'); 120]);
    assert_eq!(bench.picture().actions.dossiers, 99);
}

#[test]
fn f5_and_enter_hold_for_a_quarter_of_an_hour() {
    let back_at = Some(views::at("10:08"));
    let held = sends(views::serving("A012"), &[f(5), Key::Enter]);
    assert_eq!(held, [Verb::Hold { back_at }]);
    let open_end = sends(views::called("A012"), &[f(5), Key::Char('8'), Key::Enter]);
    assert_eq!(open_end, [Verb::Hold { back_at: None }]);
}

#[test]
fn f6_a_letter_an_arrow_a_digit_and_enter_transfer() {
    let keys = [
        f(6),
        Key::Char('E'),
        Key::Down,
        Key::Down,
        Key::Char('2'),
        Key::Enter,
    ];
    let transfer = Verb::Transfer {
        number: None,
        service: "dat-dai".to_owned(),
        counter: Some(8),
        reason: TransferReason::NextStep,
    };
    assert_eq!(sends(views::serving("A012"), &keys), [transfer]);
}

#[test]
fn f6_and_enter_send_to_where_the_last_one_went() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.keys(&[f(6), Key::Char('H'), Key::Enter]);
    assert!(matches!(bench.sent_one(), Verb::Transfer { service, .. } if service == "cong-an"));
    bench.answer(ticket("A012", TicketState::Waiting));
    bench.hear(views::serving("A014"));
    bench.keys(&[f(6), Key::Enter]);
    assert!(matches!(bench.sent_one(), Verb::Transfer { service, .. } if service == "cong-an"));
}

#[test]
fn f9_a_digit_and_enter_take_a_break_and_f9_comes_back() {
    let pause = Verb::Break {
        reason: BreakReason::Meeting,
        minutes: Some(20),
    };
    let keys = [f(9), Key::Char('2'), Key::Down, Key::Enter];
    assert_eq!(sends(views::ready(), &keys), [pause]);
    assert_eq!(sends(views::pausing(), &[f(9)]), [Verb::Back]);
}

#[test]
fn ctrl_z_undoes_a_fresh_call() {
    let mut bench = Bench::at(views::ready());
    let mut view = views::called("A014");
    view.visitor.as_mut().unwrap().since = views::at("09:53");
    bench.hear(view);
    assert_eq!(bench.picture().actions.undo_left, 10);
    bench.pass(crate::bench::seconds(4));
    assert_eq!(bench.picture().actions.undo_left, 6);
    bench.key(Key::Ctrl('Z'));
    assert_eq!(bench.sent(), [Verb::Return]);
}

#[test]
fn after_ten_seconds_only_the_menu_returns_a_call() {
    let mut bench = Bench::at(views::called("A012"));
    bench.key(Key::Ctrl('Z'));
    assert_eq!(bench.sent(), []);
    bench.keys(&[f(12), Key::Char('4'), Key::Enter]);
    assert_eq!(bench.sent(), [Verb::Return]);
}

#[test]
fn a_held_visitor_is_resumed_by_key_or_row() {
    let resume = |number: &str| Verb::Resume {
        number: number.to_owned(),
    };
    let keys = [Key::ShiftFunction(5), Key::Down, Key::Enter];
    assert_eq!(sends(views::ready(), &keys), [resume("A008")]);
    let mut bench = Bench::at(views::ready());
    bench.desk.press_row(Button::Resume, "A005", bench.now);
    assert_eq!(bench.sent(), [resume("A005")]);
}

#[test]
fn a_missed_number_is_restored_also_while_serving() {
    let restore = Verb::Restore {
        number: "A007".to_owned(),
    };
    let keys = [Key::ShiftFunction(7), Key::Enter];
    assert_eq!(sends(views::serving("A012"), &keys), [restore]);
}

#[test]
fn ctrl_g_a_number_a_reason_and_enter_call_it() {
    let mut bench = Bench::at(views::ready());
    bench.key(Key::Ctrl('G'));
    bench.type_text("A0133");
    bench.keys(&[Key::Backspace, Key::Down, Key::Enter]);
    let call = Verb::Call {
        number: "A013".to_owned(),
        reason: OfficerReason::Asked,
    };
    assert_eq!(bench.sent(), [call]);
}

#[test]
fn the_menu_closes_the_counter_after_asking() {
    let mut bench = Bench::at(views::ready());
    bench.keys(&[f(12), Key::Char('6'), Key::Enter]);
    assert_eq!(bench.sent(), [], "it asks first");
    bench.key(Key::Enter);
    assert_eq!(bench.sent(), [Verb::Close]);
    bench.answer_counter(CounterStatus::Closed);
    bench.hear(views::closed());
    assert_eq!(bench.picture().note, None, "closing by oneself is no news");
}

#[test]
fn keys_of_others_are_left_alone() {
    let mut bench = Bench::at(views::serving("A012"));
    for key in [
        Key::Tab,
        Key::Enter,
        f(1),
        f(10),
        Key::Char('Q'),
        Key::Char('7'),
        Key::Ctrl('C'),
    ] {
        assert!(!bench.key(key), "{key:?}");
    }
    assert_eq!(bench.sent(), []);
}
