//! What can be pressed, what is being sent, what is about to be sent.

use crate::view_model::{Button, Desk, Sending, VerbName, Why};
use queue_protocol::Outcome;
use tokio::time::Instant;

/// One button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ButtonPart {
    /// Why it cannot act.
    pub why: Option<Why>,
    /// The command pressed here.
    pub sending: Sending,
}

/// The buttons, and the outcome about to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actions {
    /// F2
    pub call_next: ButtonPart,
    /// F3
    pub recall: ButtonPart,
    /// F4
    pub serve: ButtonPart,
    /// F5
    pub hold: ButtonPart,
    /// F6
    pub transfer: ButtonPart,
    /// F7
    pub no_show: ButtonPart,
    /// F8
    pub finish: ButtonPart,
    /// F9
    pub pause: ButtonPart,
    /// Ctrl+Z
    pub undo: ButtonPart,
    /// Ctrl+G
    pub chosen: ButtonPart,
    /// Shift+F5
    pub resume: ButtonPart,
    /// Shift+F7
    pub restore: ButtonPart,
    /// Ctrl+F
    pub find: ButtonPart,
    /// Ctrl+N
    pub issue: ButtonPart,
    /// F11
    pub bar: ButtonPart,
    /// Ctrl+H
    pub help: ButtonPart,
    /// Ctrl+K
    pub coming: ButtonPart,
    /// F12; also what was chosen in it.
    pub more: ButtonPart,
    /// The sign-in's.
    pub open: ButtonPart,
    /// What is being sent.
    pub verb: Option<VerbName>,
    /// The chosen outcome.
    pub outcome: Option<Outcome>,
    /// Dossiers of the visit.
    pub dossiers: u16,
    /// Seconds for which the call can be undone; 0: no more.
    pub undo_left: u8,
}

pub(super) fn part(desk: &Desk, now: Instant) -> Actions {
    let command = desk.command.as_ref();
    let at = |button: Button| {
        command
            .filter(|command| shown_at(command.button) == button)
            .map(|c| c.sending(now))
    };
    let button = |button: Button| ButtonPart {
        why: desk.why_not(button, now),
        sending: at(button).unwrap_or_default(),
    };
    Actions {
        call_next: button(Button::CallNext),
        recall: button(Button::Recall),
        serve: button(Button::Serve),
        hold: button(Button::Hold),
        transfer: button(Button::Transfer),
        no_show: button(Button::NoShow),
        finish: button(Button::Finish),
        pause: button(Button::Pause),
        undo: button(Button::Undo),
        chosen: button(Button::Chosen),
        resume: button(Button::Resume),
        restore: button(Button::Restore),
        find: button(Button::Find),
        issue: button(Button::Issue),
        help: button(Button::Help),
        coming: button(Button::Coming),
        bar: button(Button::Bar),
        more: button(Button::More),
        open: button(Button::Open),
        verb: command.map(super::super::command::Command::verb),
        outcome: desk.serving().and(desk.draft).map(|draft| draft.outcome),
        dossiers: desk.draft.map_or(1, |draft| draft.dossiers),
        undo_left: desk.undo_left(now),
    }
}

/// What was chosen in the menu is shown at the menu's button, what has a key beside another's at that one.
const fn shown_at(button: Button) -> Button {
    match button {
        Button::Close | Button::Return | Button::Find | Button::Issue | Button::Help => {
            Button::More
        }
        Button::NextService => Button::Finish,
        other => other,
    }
}
