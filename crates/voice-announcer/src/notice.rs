use crate::TicketNumber;
use queue_protocol::Language;

/// What the hall is told besides calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A visitor waits elsewhere now.
    Transferred {
        /// Whom.
        number: TicketNumber,
        /// At this counter, or at another service.
        counter: Option<u16>,
    },
    /// Called in vain; he may still come back.
    Missed {
        /// Whom.
        number: TicketNumber,
    },
    /// A counter is left for a while.
    Break {
        /// Which.
        counter: u16,
        /// For how long, if that is known and worth saying.
        minutes: Option<u16>,
    },
    /// Soon no more numbers are issued.
    ClosingSoon {
        /// How soon.
        minutes: u16,
    },
}

impl Notice {
    /// The whole hall is spoken to: all languages that have a voice.
    #[must_use]
    pub fn languages() -> &'static [Language] {
        Language::shipped()
    }
}
