//! What the large field and the buttons show in each state of the counter.

use crate::bench::Bench;
use crate::views;
use counter_ui::view_model::picture::{ButtonPart, Picture, Stage};
use counter_ui::view_model::{Button, Key, Why};
use queue_protocol::{BreakReason, CounterStatus, CounterView, Language, ReasonKind};

fn picture(view: CounterView) -> Picture {
    Bench::at(view).picture()
}

/// Why the buttons F2 to F9 cannot act, in their order.
fn whys(picture: &Picture) -> [Option<Why>; 8] {
    let a = &picture.actions;
    let buttons = [
        a.call_next,
        a.recall,
        a.serve,
        a.hold,
        a.transfer,
        a.no_show,
        a.finish,
        a.pause,
    ];
    buttons.map(|ButtonPart { why, .. }| why)
}

#[test]
fn nobody_waits() {
    let idle = picture(views::idle());
    assert_eq!(idle.visitor.stage, Stage::Idle);
    let (none, off) = (None, Some(Why::NotCalled));
    let no_visitor = Some(Why::NoVisitor);
    assert_eq!(
        whys(&idle),
        [
            Some(Why::NobodyWaits),
            off,
            off,
            no_visitor,
            no_visitor,
            off,
            no_visitor,
            none
        ]
    );
    assert_eq!(
        (idle.frame.my_day.served, idle.frame.my_day.usual_min),
        (31, Some(6))
    );
}

#[test]
fn somebody_waits() {
    let ready = picture(views::ready());
    assert_eq!(ready.visitor.stage, Stage::Ready);
    assert_eq!(ready.actions.call_next.why, None);
    assert_eq!(ready.actions.chosen.why, None);
    assert_eq!(ready.visitor.next.unwrap().number, "A014");
}

#[test]
fn called() {
    let called = picture(views::called("A012"));
    assert_eq!(called.visitor.stage, Stage::Called);
    let busy = Some(Why::NotServing);
    assert_eq!(
        whys(&called),
        [
            busy,
            None,
            None,
            None,
            None,
            None,
            busy,
            Some(Why::HasVisitor)
        ]
    );
    let visitor = called.visitor;
    assert_eq!((visitor.attempt, visitor.recalls_left), (1, 3));
    assert_eq!(
        (visitor.shown_on, visitor.boards, visitor.spoken),
        (3, 4, true)
    );
    assert_eq!(called.actions.chosen.why, Some(Why::HasVisitor));
    assert_eq!(called.actions.resume.why, Some(Why::HasVisitor));
}

#[test]
fn recalled_as_often_as_is_usual() {
    let mut view = views::called("A012");
    view.visitor.as_mut().unwrap().recalls = 3;
    let visitor = picture(view).visitor;
    assert_eq!((visitor.attempt, visitor.recalls_left), (4, 0));
}

#[test]
fn serving() {
    let serving = picture(views::serving("A012"));
    assert_eq!(serving.visitor.stage, Stage::Serving);
    let off = Some(Why::NotCalled);
    assert_eq!(
        whys(&serving),
        [None, off, off, None, None, off, None, Some(Why::HasVisitor)]
    );
    let visitor = serving.visitor;
    assert_eq!((visitor.since.as_str(), visitor.for_min), ("09:47", 6));
    assert_eq!(
        (visitor.issued_at.as_str(), visitor.waited_min),
        ("09:23", 24)
    );
    assert_eq!(visitor.papers.len(), 4);
    let reason = visitor.reason.unwrap();
    assert_eq!(
        (reason.kind, reason.passed_over.as_str()),
        (ReasonKind::Priority, "A011")
    );
    assert_eq!((reason.earlier_min, reason.head_start_min), (7, 60));
}

#[test]
fn on_a_break() {
    let pausing = picture(views::pausing());
    assert_eq!(pausing.visitor.stage, Stage::Pausing);
    assert_eq!(pausing.frame.status, CounterStatus::Break);
    assert_eq!(pausing.frame.break_reason, Some(BreakReason::Meeting));
    assert_eq!(pausing.frame.back_at.as_deref(), Some("10:15"));
    assert_eq!(pausing.actions.call_next.why, Some(Why::OnBreak));
    assert_eq!(pausing.actions.resume.why, Some(Why::OnBreak));
    assert_eq!(pausing.actions.pause.why, None);
}

#[test]
fn a_program_started_in_the_middle_of_a_visit_shows_the_same_visitor() {
    let mut bench = Bench::new();
    bench.hear(views::serving("A012"));
    let picture = bench.picture();
    assert_eq!(picture.visitor.number, "A012");
    assert_eq!(picture.visitor.stage, Stage::Serving);
    assert_eq!(
        picture.visitor.service, "",
        "the names come with the catalogue"
    );
}

#[test]
fn a_button_that_cannot_act_says_why_when_pressed() {
    use counter_ui::view_model::picture::NotePart;
    let mut bench = Bench::at(views::serving("A012"));
    bench.key(Key::Function(4));
    let note = bench.picture().note;
    assert_eq!(note, Some(NotePart::Off(Button::Serve, Why::NotCalled)));
    bench.key(Key::Escape);
    assert_eq!(bench.picture().note, None);
}

#[test]
fn names_come_in_the_screens_language() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.keys(&[Key::Function(12), Key::Char('5'), Key::Enter]);
    let picture = bench.picture();
    assert_eq!(picture.frame.language, Language::EN);
    assert_eq!(picture.visitor.service, "Justice, civil status");
    assert_eq!(picture.hall.cells[0].name, "Justice");
}

#[test]
fn another_day_or_another_centre_asks_for_new_names_once() {
    use counter_ui::view_model::Errand;
    let mut bench = Bench::at(views::ready());
    let mut view = views::ready();
    view.catalogue = "beef".to_owned();
    bench.hear(view.clone());
    assert_eq!(bench.errands(), [Errand::FetchCatalogue]);
    bench.hear(view);
    assert_eq!(bench.errands(), []);
}
