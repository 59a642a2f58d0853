use crate::{Announcement, Notice, Sentence, TicketNumber};
use queue_protocol::Language;

/// A sentence of the hall with what fills it, in the languages it is said in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    pub(crate) sentence: Sentence,
    pub(crate) ticket: Option<TicketNumber>,
    pub(crate) counter: u16,
    pub(crate) minutes: u16,
    pub(crate) languages: Vec<Language>,
}

impl Saying {
    fn new(sentence: Sentence, languages: &[Language]) -> Self {
        Self {
            sentence,
            ticket: None,
            counter: 0,
            minutes: 0,
            languages: languages.to_vec(),
        }
    }

    /// A call as it is said when many wait: "A012, quầy 7".
    #[must_use]
    pub fn short(call: &Announcement) -> Self {
        Self {
            sentence: Sentence::Short,
            languages: vec![Language::VI],
            ..call.into()
        }
    }
}

impl From<&Announcement> for Saying {
    fn from(call: &Announcement) -> Self {
        let sentence = match (call.recall, call.priority) {
            (false, false) => Sentence::Call,
            (false, true) => Sentence::CallPriority,
            (true, false) => Sentence::Recall,
            (true, true) => Sentence::RecallPriority,
        };
        Self {
            ticket: Some(call.number.clone()),
            counter: call.counter,
            ..Self::new(sentence, &call.languages)
        }
    }
}

impl From<&Notice> for Saying {
    fn from(notice: &Notice) -> Self {
        let say = |sentence| Self::new(sentence, Notice::languages());
        match notice {
            Notice::Transferred { number, counter } => Self {
                ticket: Some(number.clone()),
                counter: counter.unwrap_or_default(),
                ..say(match counter {
                    Some(_) => Sentence::TransferToCounter,
                    None => Sentence::Transfer,
                })
            },
            Notice::Missed { number } => Self {
                ticket: Some(number.clone()),
                ..say(Sentence::Missed)
            },
            Notice::Break { counter, minutes } => Self {
                counter: *counter,
                minutes: minutes.unwrap_or_default(),
                ..say(match minutes {
                    Some(_) => Sentence::BreakMinutes,
                    None => Sentence::Break,
                })
            },
            Notice::ClosingSoon { minutes } => Self {
                minutes: *minutes,
                ..say(Sentence::Closing)
            },
        }
    }
}

impl From<&Saying> for Saying {
    fn from(saying: &Self) -> Self {
        saying.clone()
    }
}
