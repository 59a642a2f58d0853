//! The officer's shift: the last visitor, the small bar, visitors who count as come, the papers, the day.

use crate::bench::{Bench, seconds, ticket};
use crate::views;
use counter_ui::shell::DaySummary;
use counter_ui::view_model::picture::{NotePart, Question, Screen, Warning};
use counter_ui::view_model::{Button, Desk, Ending, Errand, Key, Verb, VerbName, Why};
use queue_protocol::views::CounterView;
use queue_protocol::{CounterStatus, TicketState};

fn last_visitor(bench: &mut Bench) {
    bench.keys(&[Key::Function(12), Key::Char('9'), Key::Enter]);
    assert!(bench.picture().frame.last_visitor);
}

#[test]
fn after_the_last_visitor_the_same_key_closes_the_counter() {
    let mut bench = Bench::at(CounterView {
        held: Vec::new(),
        ..views::serving("A012")
    });
    last_visitor(&mut bench);
    bench.key(Key::Function(2));
    assert!(matches!(&bench.sent_one(), Verb::Finish { number, .. } if number == "A012"));
    bench.answer(ticket("A012", TicketState::Finished));
    assert_eq!(bench.sent_one(), Verb::Close);
    bench.answer_counter(CounterStatus::Closed);
    bench.hear(views::closed());
    assert!(
        !bench.picture().frame.last_visitor,
        "the next day is another"
    );
}

#[test]
fn with_nobody_here_the_last_visitors_key_closes_at_once_and_can_be_taken_back() {
    let mut bench = Bench::at(views::ready());
    last_visitor(&mut bench);
    bench.keys(&[Key::Function(12), Key::Char('9'), Key::Enter]);
    bench.key(Key::Function(2));
    assert_eq!(bench.sent_one(), Verb::CallNext);

    let mut bench = Bench::at(views::idle());
    last_visitor(&mut bench);
    bench.key(Key::Function(2));
    assert_eq!(bench.sent_one(), Verb::Close);
}

#[test]
fn who_is_held_here_is_told_of_before_the_last_visitors_key_closes() {
    let mut bench = Bench::at(views::serving("A012"));
    last_visitor(&mut bench);
    bench.key(Key::Function(2));
    assert!(matches!(&bench.sent_one(), Verb::Finish { number, .. } if number == "A012"));
    bench.answer(ticket("A012", TicketState::Finished));
    bench.hear(views::ready());
    assert_eq!(bench.sent(), [], "A005 is held");
    bench.key(Key::Function(2));
    let question = bench.picture().question.map(|asked| asked.question);
    assert!(matches!(question, Some(Question::Closing { held: 1, .. })));
    bench.key(Key::Enter);
    assert_eq!(bench.sent_one(), Verb::Close);
}

#[test]
fn the_bar_comes_and_goes_and_a_question_brings_the_desk_back() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.key(Key::Function(11));
    assert_eq!(bench.picture().frame.screen, Screen::Bar);
    bench.key(Key::Function(6));
    assert_eq!(bench.picture().frame.screen, Screen::Desk);
    bench.keys(&[Key::Escape, Key::Function(11), Key::Function(11)]);
    assert_eq!(bench.picture().frame.screen, Screen::Desk);
    bench.key(Key::Function(11));
    bench.hear(views::closed());
    assert_eq!(bench.picture().frame.screen, Screen::SignIn);
}

fn counts_as_come_after(span: Option<u64>) -> Bench {
    let mut bench = Bench::at(views::ready());
    let desk = std::mem::replace(&mut bench.desk, Desk::new(1, queue_protocol::Language::VI));
    bench.desk = desk.serving_after(span.map(seconds));
    let mut view = views::called("A012");
    view.visitor.as_mut().unwrap().since = views::at("09:53");
    bench.hear(view);
    bench
}

#[test]
fn a_called_visitor_counts_as_come_after_the_set_time() {
    let mut bench = counts_as_come_after(Some(40));
    assert!(bench.desk.changes_in(bench.now) <= seconds(1), "undo ticks");
    bench.pass(seconds(39));
    assert_eq!(bench.sent(), []);
    bench.pass(seconds(1));
    assert_eq!(bench.sent_one(), Verb::Serve);
    bench.pass(seconds(1));
    assert_eq!(bench.sent(), [], "once");
}

#[test]
fn a_recall_begins_the_time_anew_and_without_a_setting_nobody_counts_as_come() {
    let mut bench = counts_as_come_after(Some(40));
    bench.pass(seconds(30));
    let mut again = views::called("A012");
    let visitor = again.visitor.as_mut().unwrap();
    (visitor.since, visitor.recalls) = (views::at("09:53"), 1);
    visitor.call = visitor.call.map(|call| call + 1);
    bench.hear(again);
    bench.pass(seconds(30));
    assert_eq!(bench.sent(), []);
    bench.pass(seconds(10));
    assert_eq!(bench.sent_one(), Verb::Serve);

    let mut never = counts_as_come_after(None);
    never.pass(seconds(600));
    assert_eq!(never.sent(), []);
}

#[test]
fn papers_are_ticked_for_this_visit_only() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.desk.check_paper(0);
    bench.desk.check_paper(2);
    bench.desk.check_paper(2);
    let ticked = |bench: &Bench| -> Vec<bool> {
        let papers = bench.picture().visitor.papers;
        papers.into_iter().map(|(_, ticked)| ticked).collect()
    };
    assert_eq!(ticked(&bench), [true, false, false, false]);
    bench.hear(views::serving("A013"));
    assert_eq!(ticked(&bench), [false; 4]);
}

#[test]
fn a_board_that_had_time_and_did_not_show_the_call_is_named() {
    let mut bench = Bench::at(views::ready());
    let mut view = views::called("A012");
    view.visitor.as_mut().unwrap().since = views::at("09:53");
    view.not_shown_on = vec!["Bảng sảnh 3".to_owned()];
    bench.hear(view);
    let named = Warning::NotShown {
        board: "Bảng sảnh 3".to_owned(),
        number: "A012".to_owned(),
    };
    assert!(!bench.picture().hall.warnings.contains(&named));
    bench.pass(seconds(4));
    assert_eq!(bench.picture().hall.warnings.first(), Some(&named));
}

#[test]
fn the_day_is_shown_and_its_summary_asked_for() {
    let mut bench = Bench::at(views::idle());
    bench.keys(&[Key::Function(12), Key::Char('0'), Key::Enter]);
    let day = bench.picture().frame.my_day;
    assert_eq!((day.mean_min, day.breaks, day.break_min), (Some(7), 1, 12));
    bench.key(Key::Enter);
    assert_eq!(bench.errands(), [Errand::SaveDay]);
    bench.desk.hear_saved(Some("tong-ket-001.txt".to_owned()));
    let saved = NotePart::Saved(Some("tong-ket-001.txt".to_owned()));
    assert_eq!(bench.picture().note, Some(saved));
    bench.press(Button::MyDay);
    assert!(bench.picture().question.is_some());
}

#[test]
fn a_summary_replaces_no_other_and_a_folder_that_cannot_be_made_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let summaries = DaySummary::into_folder(folder.path().join("days"));
    let first = summaries.write("one").unwrap();
    let second = summaries.write("two").unwrap();
    assert_ne!(first, second);
    assert_eq!(std::fs::read_to_string(first).unwrap(), "one");

    std::fs::write(folder.path().join("file"), "").unwrap();
    let nowhere = DaySummary::into_folder(folder.path().join("file/days"));
    assert_eq!(nowhere.write("three"), None);
}

#[test]
fn the_lists_page_gives_way_to_the_next_visitor() {
    let mut bench = Bench::at(views::ready());
    bench.key(Key::CtrlTab);
    assert!(bench.picture().frame.lists_page);
    bench.hear(views::called("A012"));
    assert!(!bench.picture().frame.lists_page);
    bench.keys(&[Key::CtrlTab, Key::CtrlTab]);
    assert!(!bench.picture().frame.lists_page);
}

/// The queue that Ctrl+H offers, and what Enter would do with it.
fn offered(bench: &Bench) -> (usize, bool) {
    let question = bench.picture().question.unwrap().question;
    let Question::Help {
        services, begins, ..
    } = question
    else {
        panic!("{question:?}")
    };
    (services.1, begins)
}

#[test]
fn another_queue_is_helped_by_its_letter_and_then_no_longer() {
    let mut bench = Bench::at(views::ready());
    bench.keys(&[Key::Ctrl('H'), Key::Char('E'), Key::Enter]);
    let help = |on| Verb::Help {
        service: "dat-dai".to_owned(),
        on,
    };
    assert_eq!(bench.sent_one(), help(true));
    bench.answer_counter(CounterStatus::Open);
    let mut view = views::ready();
    view.helping = vec!["dat-dai".to_owned()];
    bench.hear(view);
    assert_eq!(bench.picture().lists.helping, "E");
    bench.key(Key::Ctrl('H'));
    assert!(!offered(&bench).1, "what is helped is offered to be ended");
    bench.key(Key::Enter);
    assert_eq!(bench.sent_one(), help(false));
}

#[test]
fn the_own_queue_needs_no_help() {
    let mut bench = Bench::at(views::ready());
    bench.key(Key::Ctrl('H'));
    assert!(offered(&bench).1, "the longest other queue is offered");
    bench.keys(&[Key::Char('A'), Key::Enter]);
    assert_eq!(bench.sent(), []);
    assert_eq!(bench.picture().question.unwrap().why, Some(Why::OwnQueue));
}

#[test]
fn help_without_an_answer_is_known_from_the_view() {
    let mut bench = Bench::at(views::ready());
    bench.keys(&[Key::Ctrl('H'), Key::Char('E'), Key::Enter]);
    drop(bench.sent());
    bench.end(Ending::Unanswered);
    bench.pass(seconds(1));
    bench.hear(views::ready());
    let known = NotePart::Known(VerbName::Help, false);
    assert_eq!(bench.picture().note, Some(known));
}
