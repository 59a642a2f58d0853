//! The visitor at the counter.

use super::{Models, int, lists, words};
use crate::shell::generated::{self as ui, App, VisitorState};
use crate::shell::rows;
use crate::view_model::picture::{Stage, StayPart, VisitorPart};
use queue_protocol::Language;
use slint::ComponentHandle as _;

pub fn show(app: &App, part: &VisitorPart, models: &Models) {
    let visitor = app.global::<VisitorState<'_>>();
    visitor.set_stage(match part.stage {
        Stage::Idle => ui::Stage::Idle,
        Stage::Ready => ui::Stage::Ready,
        Stage::Called => ui::Stage::Called,
        Stage::Serving => ui::Stage::Serving,
        Stage::Pausing => ui::Stage::Pausing,
    });
    visitor.set_number(part.number.as_str().into());
    visitor.set_priority(part.priority);
    visitor.set_service(part.service.as_str().into());
    visitor.set_purpose(words::purpose(part.purpose));
    visitor.set_since(part.since.as_str().into());
    visitor.set_for_minutes(int(part.for_min));
    visitor.set_attempt(int(part.attempt));
    visitor.set_recalls_left(int(part.recalls_left));
    visitor.set_recall_limit(int(part.recall_limit));
    visitor.set_shown_on(int(part.shown_on));
    visitor.set_boards(int(part.boards));
    visitor.set_spoken(part.spoken);
    visitor.set_procedure(part.procedure.as_str().into());
    let paper = |(name, checked): &(String, bool)| ui::PaperRow {
        name: name.as_str().into(),
        checked: *checked,
    };
    rows::update(&models.papers, part.papers.iter().map(paper).collect());
    rows::update(&models.stays, part.stays.iter().map(stay).collect());
    visitor.set_waited(int(part.waited_min));
    visitor.set_issued_at(part.issued_at.as_str().into());
    visitor.set_greet_in_another(part.language != Language::VI);
    visitor.set_language(part.language.name().into());
    visitor.set_reason(words::reason(part.reason.as_ref()));
    if let Some(next) = &part.next {
        visitor.set_next(lists::queue_row(next));
    }
    visitor.set_waiting(int(part.waiting));
}

pub fn stay(stay: &StayPart) -> ui::Stay {
    ui::Stay {
        state: words::ticket_state(stay.state),
        since: stay.since.as_str().into(),
        counter: stay.counter.map_or(0, i32::from),
        service: stay.service.as_str().into(),
        minutes: int(stay.for_min),
    }
}
