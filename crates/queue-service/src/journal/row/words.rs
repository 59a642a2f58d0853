//! The closed vocabularies as they are stored, in rows and in projections.

use queue_core::{BreakReason, Outcome, PaperResult, Purpose, ReasonKind};

/// A value with a stored word.
pub(crate) trait Word: Copy + 'static {
    /// Every value with its word.
    const WORDS: &'static [(Self, &'static str)];

    /// The word of this value.
    fn word(self) -> &'static str;

    /// The value of a word.
    fn of(word: &str) -> Option<Self> {
        Self::WORDS
            .iter()
            .find(|(_, own)| *own == word)
            .map(|(value, _)| *value)
    }
}

macro_rules! words {
    ($($name:ident { $($variant:ident = $word:literal),+ $(,)? })+) => {$(
        impl Word for $name {
            const WORDS: &'static [(Self, &'static str)] = &[$((Self::$variant, $word)),+];

            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    )+};
}

words! {
    Purpose {
        Submit = "submit",
        Collect = "collect",
        Supplement = "supplement",
        Guidance = "guidance",
    }
    Outcome {
        Received = "received",
        SupplementAsked = "supplement_asked",
        Refused = "refused",
        ResultReturned = "result_returned",
        Guided = "guided",
        SentElsewhere = "sent_elsewhere",
    }
    BreakReason {
        Rest = "rest",
        Meeting = "meeting",
        Urgent = "urgent",
        Assist = "assist",
        Other = "other",
    }
    PaperResult {
        Printed = "printed",
        Failed = "failed",
        Unknown = "unknown",
    }
    ReasonKind {
        OnlyOne = "only_one",
        FirstCome = "first_come",
        Priority = "priority",
        KeptRank = "kept_rank",
        Restored = "restored",
        Helping = "helping",
        Chosen = "chosen",
    }
}
