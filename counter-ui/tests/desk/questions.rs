//! The questions: what they offer, what is off and why.

use crate::bench::Bench;
use crate::views;
use counter_ui::view_model::dialog::Group;
use counter_ui::view_model::picture::{Question, QuestionPart};
use counter_ui::view_model::{Button, Key, Verb, Why};
use queue_protocol::{CounterStatus, TransferReason};

fn asked(bench: &Bench) -> QuestionPart {
    bench.picture().question.expect("a question is open")
}

#[test]
fn transfer_lists_every_service_and_turns_off_what_nobody_serves_later() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.key(Key::Function(6));
    let Question::Transfer { services, .. } = asked(&bench).question else {
        panic!()
    };
    assert_eq!(services.0.len(), 11);
    let off: Vec<&str> = services
        .0
        .iter()
        .filter(|row| row.off)
        .map(|row| row.letter.as_str())
        .collect();
    assert_eq!(off, ["S"]);
    assert_eq!(services.0[2].counters, "7, 8", "counter 9 is on a break");
    assert_eq!(
        services.0[services.1].letter, "C",
        "the first other service"
    );
}

#[test]
fn a_service_that_is_off_can_be_looked_at_but_not_sent_to() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.keys(&[Key::Function(6), Key::Char('S')]);
    assert_eq!(asked(&bench).why, Some(Why::NotServedToday));
    bench.key(Key::Enter);
    assert_eq!(bench.sent(), []);
    assert!(bench.picture().question.is_some());
}

#[test]
fn transfer_offers_open_and_pausing_counters_and_never_this_one() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.keys(&[Key::Function(6), Key::Char('A')]);
    let Question::Transfer { counters, .. } = asked(&bench).question else {
        panic!()
    };
    let numbers: Vec<u16> = counters.0.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [1, 3]);
    bench.key(Key::Char('E'));
    let Question::Transfer { counters, .. } = asked(&bench).question else {
        panic!()
    };
    assert_eq!(counters.0[2].status, CounterStatus::Break);
    assert_eq!(counters.0[0].ticket, "E017");
}

#[test]
fn a_visitor_stays_in_the_queue_only_for_another_counter_of_it() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.keys(&[Key::Function(6), Key::Char('A')]);
    assert_eq!(asked(&bench).why, Some(Why::SameQueue));
    bench.keys(&[Key::Down, Key::Enter]);
    let sent = bench.sent_one();
    let Verb::Transfer {
        counter, reason, ..
    } = sent
    else {
        panic!("{sent:?}")
    };
    assert_eq!((counter, reason), (Some(1), TransferReason::Relief));
}

#[test]
fn a_counter_that_closes_while_it_is_chosen_cannot_be_sent_to() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.keys(&[Key::Function(6), Key::Char('E'), Key::Down]);
    let mut hall = views::hall();
    hall.counters[6].status = CounterStatus::Closed;
    bench.hear_hall(hall);
    assert_eq!(asked(&bench).why, Some(Why::CounterClosed));
}

#[test]
fn choosing_another_service_forgets_the_counter() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.keys(&[
        Key::Function(6),
        Key::Char('E'),
        Key::Down,
        Key::Tab,
        Key::Enter,
    ]);
    let Verb::Transfer {
        service, counter, ..
    } = bench.sent_one()
    else {
        panic!()
    };
    assert_eq!((service.as_str(), counter), ("cong-an", None));
}

#[test]
fn clicks_choose_like_keys() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.press(Button::Transfer);
    let now = bench.now;
    bench.desk.pick(Group::Services, 2, now);
    bench.desk.pick(Group::Counters, 1, now);
    bench.desk.pick(Group::Reasons, 2, now);
    bench.desk.confirm(now);
    let Verb::Transfer {
        number: None,
        service,
        counter,
        reason,
    } = bench.sent_one()
    else {
        panic!()
    };
    assert_eq!(
        (service.as_str(), counter, reason.as_str()),
        ("dat-dai", Some(7), "relief")
    );
}

#[test]
fn esc_leaves_every_question() {
    for (view, key) in [
        (views::serving("A012"), Key::Function(5)),
        (views::serving("A012"), Key::Function(6)),
        (views::ready(), Key::Function(9)),
        (views::ready(), Key::Function(12)),
        (views::ready(), Key::Ctrl('G')),
        (views::ready(), Key::ShiftFunction(5)),
        (views::ready(), Key::ShiftFunction(7)),
    ] {
        let mut bench = Bench::at(view);
        bench.key(key);
        assert!(bench.picture().question.is_some(), "{key:?}");
        bench.key(Key::Escape);
        assert_eq!(
            (bench.picture().question, bench.sent()),
            (None, Vec::new()),
            "{key:?}"
        );
    }
}

#[test]
fn back_at_about_is_shown_as_a_time_of_day() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.key(Key::Function(5));
    let Question::Hold(rows, chosen) = asked(&bench).question else {
        panic!()
    };
    assert_eq!(
        (rows[chosen].minutes, rows[chosen].at.as_str()),
        (Some(15), "10:08")
    );
    assert_eq!(rows.last().unwrap().minutes, None);
}

#[test]
fn a_chosen_number_must_look_like_one() {
    let mut bench = Bench::at(views::ready());
    bench.key(Key::Ctrl('G'));
    assert_eq!(asked(&bench).why, Some(Why::NotANumber));
    bench.type_text("9A01");
    assert_eq!(asked(&bench).why, Some(Why::NotANumber));
    bench.type_text("1");
    assert_eq!(asked(&bench).why, None);
    let Question::Chosen { typed, known, .. } = asked(&bench).question else {
        panic!()
    };
    assert_eq!((typed.as_str(), known.is_some()), ("A011", true));
}

#[test]
fn the_menu_says_what_cannot_be_done_now() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.key(Key::Function(12));
    let Question::Menu(rows, _) = asked(&bench).question else {
        panic!()
    };
    let whys: Vec<Option<Why>> = rows.into_iter().map(|row| row.why).collect();
    let busy = Some(Why::HasVisitor);
    assert_eq!(
        whys[..6],
        [busy, None, busy, Some(Why::NotCalled), None, busy]
    );
    assert_eq!(whys[6..], [None; 6]);
    bench.keys(&[Key::Char('6'), Key::Enter]);
    assert_eq!(bench.sent(), []);
    assert_eq!(asked(&bench).why, busy);
}

#[test]
fn a_marked_entry_that_goes_leaves_the_first_marked() {
    let mut bench = Bench::at(views::ready());
    bench.keys(&[Key::ShiftFunction(5), Key::Char('2')]);
    let mut view = views::ready();
    view.held.truncate(1);
    bench.hear(view);
    bench.key(Key::Enter);
    assert_eq!(
        bench.sent(),
        [Verb::Resume {
            number: "A005".to_owned()
        }]
    );
}

#[test]
fn closing_tells_who_is_left_on_hold() {
    let mut bench = Bench::at(views::ready());
    bench.keys(&[Key::Function(12), Key::Char('6'), Key::Enter]);
    let told = |others_open| Question::Closing {
        held: 1,
        others_open,
    };
    assert_eq!(
        asked(&bench).question,
        told(true),
        "A008 is held at counter 3"
    );
    let mut hall = views::hall();
    hall.counters
        .iter_mut()
        .filter(|counter| counter.number != views::COUNTER)
        .for_each(|counter| counter.status = CounterStatus::Closed);
    bench.hear_hall(hall);
    assert_eq!(asked(&bench).question, told(false));
}
