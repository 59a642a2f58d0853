//! The words of the rules in the words of the wire, and back. Exhaustive both ways: a word that one
//! side gains does not compile until the other knows it.

use chrono::{DateTime, FixedOffset};
use queue_core::{Estimate, LocalTime, Moment};
use queue_protocol::WaitRange;

/// A word of the rules on the wire.
pub(crate) trait ToWire {
    /// The wire's type.
    type Wire;
    /// The same word there.
    fn wire(self) -> Self::Wire;
}

/// A word of the wire in the rules.
pub(crate) trait ToCore {
    /// The rules' type.
    type Core;
    /// The same word there.
    fn core(self) -> Self::Core;
}

macro_rules! same_words {
    ($($name:ident { $($word:ident),+ $(,)? })+) => {$(
        impl ToWire for queue_core::$name {
            type Wire = queue_protocol::$name;
            fn wire(self) -> Self::Wire {
                match self { $(Self::$word => queue_protocol::$name::$word),+ }
            }
        }
        impl ToCore for queue_protocol::$name {
            type Core = queue_core::$name;
            fn core(self) -> Self::Core {
                match self { $(Self::$word => queue_core::$name::$word),+ }
            }
        }
    )+};
}

same_words! {
    Purpose { Submit, Collect, Supplement, Guidance }
    Outcome { Received, SupplementAsked, Refused, ResultReturned, Guided, SentElsewhere }
    BreakReason { Rest, Meeting, Urgent, Assist, Other }
    PaperResult { Printed, Failed, Unknown }
    ReasonKind { OnlyOne, FirstCome, Priority, KeptRank, Restored, Helping, Chosen }
}

/// A language that is not spoken any more is answered in Vietnamese.
impl ToWire for queue_core::Language {
    type Wire = queue_protocol::Language;
    fn wire(self) -> Self::Wire {
        Self::Wire::from_word(self.code()).unwrap_or_default()
    }
}

impl ToCore for queue_protocol::Language {
    type Core = queue_core::Language;
    fn core(self) -> Self::Core {
        Self::Core::of_code(self.as_str()).unwrap_or_default()
    }
}

impl ToWire for queue_core::ClosedReason {
    type Wire = queue_protocol::ClosedReason;
    fn wire(self) -> Self::Wire {
        use queue_protocol::ClosedReason as Wire;
        match self {
            Self::BeforeOpening => Wire::BeforeOpening,
            Self::Pause => Wire::Pause,
            Self::AfterHours => Wire::AfterHours,
            Self::Weekend => Wire::Weekend,
            Self::Holiday => Wire::Holiday,
            Self::LocalClosure => Wire::LocalClosure,
        }
    }
}

impl ToWire for queue_core::TicketState {
    type Wire = queue_protocol::TicketState;
    fn wire(self) -> Self::Wire {
        use queue_protocol::TicketState as Wire;
        match self {
            Self::Waiting { .. } => Wire::Waiting,
            Self::Called { .. } => Wire::Called,
            Self::Serving { .. } => Wire::Serving,
            Self::Held { .. } => Wire::Held,
            Self::Finished { .. } => Wire::Finished,
            Self::NoShow { .. } => Wire::NoShow,
            Self::Cancelled => Wire::Cancelled,
            Self::Expired => Wire::Expired,
        }
    }
}

impl ToWire for queue_core::CallReason {
    type Wire = queue_protocol::views::CallReason;
    fn wire(self) -> Self::Wire {
        Self::Wire {
            kind: self.kind.wire(),
            passed_over: self.passed_over.map(|number| number.to_string()),
            earlier_s: self.earlier_s,
            head_start_s: self.head_start_s,
        }
    }
}

impl ToWire for Estimate {
    type Wire = WaitRange;
    fn wire(self) -> Self::Wire {
        WaitRange {
            likely_s: self.likely_s,
            cautious_s: self.cautious_s,
        }
    }
}

/// An instant as RFC 3339 shows it at the centre. Instants beyond chrono's range read as 1970.
pub(crate) fn at(moment: Moment, offset: FixedOffset) -> DateTime<FixedOffset> {
    DateTime::from_timestamp_millis(moment.0)
        .unwrap_or_default()
        .with_timezone(&offset)
}

/// A wall-clock time of the centre with its offset. `None` beyond chrono's range.
pub(crate) fn local_at(local: LocalTime, offset: FixedOffset) -> Option<DateTime<FixedOffset>> {
    local.0.and_local_timezone(offset).single()
}
