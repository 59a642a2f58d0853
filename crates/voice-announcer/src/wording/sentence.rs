use queue_protocol::Language;
use serde::Deserialize;
use std::fmt;

/// The sentences of a hall, each a line of `[patterns]` in a `voice.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sentence {
    /// A first call.
    Call,
    /// A first call of a visitor with priority.
    CallPriority,
    /// A call said again.
    Recall,
    /// The same for a visitor with priority.
    RecallPriority,
    /// A call when many wait to be spoken; in Vietnamese only.
    Short,
    /// A visitor waits for another service now.
    Transfer,
    /// A visitor waits for one counter now.
    TransferToCounter,
    /// Called in vain.
    Missed,
    /// A counter is left for a while.
    Break,
    /// The same, with how long.
    BreakMinutes,
    /// Soon no more numbers are issued.
    Closing,
}

/// What a pattern leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hole {
    Ticket,
    Counter,
    Minutes,
}

impl Hole {
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "ticket" => Some(Self::Ticket),
            "counter" => Some(Self::Counter),
            "minutes" => Some(Self::Minutes),
            _ => None,
        }
    }
}

impl Sentence {
    const ALL: [Self; 11] = [
        Self::Call,
        Self::CallPriority,
        Self::Recall,
        Self::RecallPriority,
        Self::Short,
        Self::Transfer,
        Self::TransferToCounter,
        Self::Missed,
        Self::Break,
        Self::BreakMinutes,
        Self::Closing,
    ];

    /// The sentences that a wording of `language` must have.
    pub(crate) fn of(language: Language) -> impl Iterator<Item = Self> {
        let spoken = move |sentence: &Self| *sentence != Self::Short || language == Language::VI;
        Self::ALL.into_iter().filter(spoken)
    }

    /// What stands open in it, each once.
    pub(crate) fn holes(self) -> &'static [Hole] {
        match self {
            Self::Call
            | Self::CallPriority
            | Self::Recall
            | Self::RecallPriority
            | Self::Short
            | Self::TransferToCounter => &[Hole::Ticket, Hole::Counter],
            Self::Transfer | Self::Missed => &[Hole::Ticket],
            Self::Break => &[Hole::Counter],
            Self::BreakMinutes => &[Hole::Counter, Hole::Minutes],
            Self::Closing => &[Hole::Minutes],
        }
    }
}

/// As a `voice.toml` writes it.
impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Call => "call",
            Self::CallPriority => "call_priority",
            Self::Recall => "recall",
            Self::RecallPriority => "recall_priority",
            Self::Short => "short",
            Self::Transfer => "transfer",
            Self::TransferToCounter => "transfer_to_counter",
            Self::Missed => "missed",
            Self::Break => "break",
            Self::BreakMinutes => "break_minutes",
            Self::Closing => "closing",
        })
    }
}
