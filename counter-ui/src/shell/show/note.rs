//! The sentence about what was just pressed.

use super::{int, words};
use crate::shell::generated::{self as ui, App, FrameState, Note, NoteKind};
use crate::view_model::picture::NotePart;
use slint::ComponentHandle as _;

pub fn show(app: &App, part: Option<&NotePart>, counter: u16) {
    let nothing = Note {
        kind: NoteKind::None,
        button: ui::DeskButton::CallNext,
        why: ui::Why::None,
        verb: ui::VerbName::None,
        refusal: ui::Refusal::Other,
        code: slint::SharedString::default(),
        counter: counter.into(),
        officer: 0,
        number: slint::SharedString::default(),
        until: slint::SharedString::default(),
    };
    let note = match part {
        None => nothing,
        Some(NotePart::Off(button, why)) => Note {
            kind: NoteKind::Off,
            button: words::button(*button),
            why: words::why(Some(*why)),
            ..nothing
        },
        Some(NotePart::NobodyWaits) => Note {
            kind: NoteKind::NobodyWaits,
            ..nothing
        },
        Some(NotePart::Known(verb, happened)) => Note {
            kind: if *happened {
                NoteKind::Done
            } else {
                NoteKind::NotDone
            },
            verb: words::verb(Some(*verb)),
            ..nothing
        },
        Some(NotePart::Unknown(verb)) => Note {
            kind: NoteKind::Unknown,
            verb: words::verb(Some(*verb)),
            ..nothing
        },
        Some(NotePart::Told(verb, number)) => Note {
            kind: NoteKind::Told,
            verb: words::verb(Some(*verb)),
            number: number.as_str().into(),
            ..nothing
        },
        Some(NotePart::Saved(file)) => Note {
            kind: if file.is_some() {
                NoteKind::Saved
            } else {
                NoteKind::NotSaved
            },
            number: file.as_deref().unwrap_or_default().into(),
            ..nothing
        },
        Some(NotePart::Lost(officer)) => Note {
            kind: NoteKind::Lost,
            officer: officer.map_or(0, int),
            ..nothing
        },
        Some(NotePart::Refused {
            verb,
            code,
            counter,
            officer,
            number,
            until,
        }) => Note {
            kind: NoteKind::Refused,
            verb: words::verb(Some(*verb)),
            refusal: words::refusal(*code),
            code: code.as_str().into(),
            counter: (*counter).into(),
            officer: int(*officer),
            number: number.as_str().into(),
            until: until.as_str().into(),
            ..nothing
        },
    };
    app.global::<FrameState<'_>>().set_note(note);
}
