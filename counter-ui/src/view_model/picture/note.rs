//! A sentence about what was just pressed.

use super::clock;
use crate::view_model::{Button, Desk, Note, Refusal, VerbName, Why};
use queue_protocol::ProblemCode;

/// The sentence, to be worded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotePart {
    /// The button cannot act now.
    Off(Button, Why),
    /// Nobody waits.
    NobodyWaits,
    /// The service said no.
    Refused {
        /// To what.
        verb: VerbName,
        /// Why.
        code: ProblemCode,
        /// The counter concerned; 0: none.
        counter: u16,
        /// The officer concerned; 0: none.
        officer: u32,
        /// The number concerned.
        number: String,
        /// When it may go on, "10:15".
        until: String,
    },
    /// There had been no answer, and the view cannot tell.
    Unknown(VerbName),
    /// It was done with this number.
    Told(VerbName, String),
    /// The summary of the day stands in this file, or could not be written.
    Saved(Option<String>),
    /// There had been no answer; the view shows that it was done, or not.
    Known(VerbName, bool),
    /// The counter is no longer this device's; held by this officer, or closed.
    Lost(Option<u32>),
}

pub(super) fn part(desk: &Desk) -> Option<NotePart> {
    Some(match desk.note.as_ref()? {
        Note::Off(button, why) => NotePart::Off(*button, *why),
        Note::NobodyWaits => NotePart::NobodyWaits,
        Note::Refused(verb, refusal) => refused(*verb, refusal),
        Note::Known(verb, happened) => NotePart::Known(*verb, *happened),
        Note::Unknown(verb) => NotePart::Unknown(*verb),
        Note::Told(verb, number) => NotePart::Told(*verb, number.clone()),
        Note::Saved(file) => NotePart::Saved(file.clone()),
        Note::Lost(officer) => NotePart::Lost(*officer),
    })
}

fn refused(verb: VerbName, refusal: &Refusal) -> NotePart {
    NotePart::Refused {
        verb,
        code: refusal.code,
        counter: refusal.counter.unwrap_or(0),
        officer: refusal.officer.unwrap_or(0),
        number: refusal.number.clone().unwrap_or_default(),
        until: refusal.until.map(clock).unwrap_or_default(),
    }
}
