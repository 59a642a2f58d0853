//! What can be pressed and what is being sent.

use super::{int, words};
use crate::shell::generated::{ActionState, App, ButtonState};
use crate::view_model::Sending;
use crate::view_model::picture::{Actions, ButtonPart};
use slint::ComponentHandle as _;

pub fn show(app: &App, part: &Actions) {
    let actions = app.global::<ActionState<'_>>();
    actions.set_call_next(button(part.call_next));
    actions.set_recall(button(part.recall));
    actions.set_serve(button(part.serve));
    actions.set_hold(button(part.hold));
    actions.set_transfer(button(part.transfer));
    actions.set_no_show(button(part.no_show));
    actions.set_finish(button(part.finish));
    actions.set_pause(button(part.pause));
    actions.set_undo(button(part.undo));
    actions.set_chosen(button(part.chosen));
    actions.set_resume(button(part.resume));
    actions.set_restore(button(part.restore));
    actions.set_find(button(part.find));
    actions.set_issue(button(part.issue));
    actions.set_help(button(part.help));
    actions.set_coming(button(part.coming));
    actions.set_bar(button(part.bar));
    actions.set_more(button(part.more));
    actions.set_open(button(part.open));
    actions.set_verb(words::verb(part.verb));
    actions.set_outcome(words::outcome(part.outcome));
    actions.set_dossiers(part.dossiers.into());
    actions.set_undo_left(part.undo_left.into());
}

pub fn button(part: ButtonPart) -> ButtonState {
    let (sending, left) = words::sending(part.sending);
    ButtonState {
        why: words::why(part.why),
        sending,
        left: int(left),
    }
}

/// The button of a row: its own command, or else what its kind can do.
pub fn row_button(kind: ButtonPart, sending: Sending) -> ButtonState {
    button(ButtonPart {
        why: kind.why,
        sending,
    })
}
