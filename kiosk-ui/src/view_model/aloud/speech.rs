//! What is to be said, piece by piece. A voice makes it heard; a new one ends the one before.

use super::phrase::Phrase;
use queue_protocol::Language;
use ticket_printer::WaitMinutes;

/// One piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A fixed text.
    Phrase(Phrase),
    /// Another language by its own name, in itself.
    Language(Language),
    /// A name, a time: no recorded voice has it.
    Name(String),
    /// A ticket number, letter and digits.
    Ticket(String),
    /// A number of people, minutes, a counter, a line.
    Number(u32),
}

/// A speech in one language. Empty: silence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Speech {
    /// Whose voice.
    pub language: Language,
    /// Its pieces, in order.
    pub said: Vec<Said>,
}

impl From<Phrase> for Said {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

/// A phrase and the name that it introduces.
pub(super) fn named(phrase: Phrase, name: &str) -> [Said; 2] {
    [phrase.into(), Said::Name(name.to_owned())]
}

/// How many wait, where that is known, and how long it will take.
pub(super) fn queue(waiting: Option<u32>, wait: Option<WaitMinutes>) -> Vec<Said> {
    let mut said: Vec<Said> = match waiting {
        None => Vec::new(),
        Some(0) => vec![Phrase::Nobody.into()],
        Some(people) => vec![Phrase::Waiting.into(), Said::Number(people)],
    };
    let number = |minutes| Said::Number(minutes);
    match wait {
        None => said.push(Phrase::UnknownWait.into()),
        Some(WaitMinutes::Under(to)) => {
            said.extend([Phrase::Under.into(), number(to), Phrase::Minutes.into()]);
        }
        Some(WaitMinutes::About(to)) => {
            said.extend([Phrase::About.into(), number(to), Phrase::Minutes.into()]);
        }
        Some(WaitMinutes::Range(from, to)) => said.extend([
            Phrase::About.into(),
            number(from),
            Phrase::To.into(),
            number(to),
            Phrase::Minutes.into(),
        ]),
    }
    said
}
