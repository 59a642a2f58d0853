//! Lines of a question that the arrows change.

use crate::view_model::Desk;
use crate::view_model::dialog::{Answers, Asked};
use queue_protocol::{Language, OfficerReason, Purpose};

/// What stands on a line: a word of the screens, or a name of the service's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OptionText {
    /// What for.
    Purpose(Purpose),
    /// In which language.
    Language(Language),
    /// Why.
    Reason(OfficerReason),
    /// A class's, a kiosk's or a queue's name.
    Name(String),
    /// Nothing of the kind.
    None,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionRow {
    /// What it asks.
    pub asked: Asked,
    /// The answer.
    pub text: OptionText,
}

pub(super) fn rows(desk: &Desk, answers: &Answers, lines: &[Asked]) -> Vec<OptionRow> {
    let row = |asked: &Asked| OptionRow {
        asked: *asked,
        text: match asked {
            Asked::Purpose => OptionText::Purpose(answers.purpose),
            Asked::Language => OptionText::Language(answers.language),
            Asked::Reason => OptionText::Reason(answers.reason),
            Asked::Priority | Asked::Class => class(desk, answers),
            Asked::Paper | Asked::Kiosk => kiosk(desk, answers.kiosk),
            Asked::Service => service(desk, answers),
        },
    };
    lines.iter().map(row).collect()
}

fn class(desk: &Desk, answers: &Answers) -> OptionText {
    let chosen = answers.class.as_ref();
    let known = chosen.and_then(|class| desk.classes().iter().find(|c| c.code == class.0));
    known.map_or(OptionText::None, |class| {
        OptionText::Name(class.name.get(desk.language).to_owned())
    })
}

fn service(desk: &Desk, answers: &Answers) -> OptionText {
    let known = answers
        .service
        .as_deref()
        .and_then(|code| desk.service(code));
    known.map_or(OptionText::None, |service| {
        OptionText::Name(service.board_name.get(desk.language).to_owned())
    })
}

pub(super) fn kiosk(desk: &Desk, device: Option<u32>) -> OptionText {
    let known = desk
        .kiosks()
        .iter()
        .find(|kiosk| Some(kiosk.device) == device);
    known.map_or(OptionText::None, |kiosk| {
        OptionText::Name(kiosk.name.clone())
    })
}
