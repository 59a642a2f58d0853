//! Who is next, and why: one key, the rank, and the reason as data (design section 2).

use crate::Number;

/// Why this visitor and no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReasonKind {
    /// Nobody else waited for this counter.
    OnlyOne,
    /// The earliest arrival.
    FirstCome,
    /// A head start put the visitor before someone who came earlier.
    Priority,
    /// Transferred or returned, with the rank kept.
    KeptRank,
    /// A restored no-show.
    Restored,
    /// Of a queue that this counter only helps.
    Helping,
    /// Chosen by the officer, outside the rule.
    Chosen,
}

/// The reason of a call, as data; the apps word it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallReason {
    /// Which rule decided.
    pub kind: ReasonKind,
    /// The longest-waiting visitor this counter could have called instead, who came earlier.
    pub passed_over: Option<Number>,
    /// How much earlier that visitor came, in seconds.
    pub earlier_s: Option<u32>,
    /// The head start of the called visitor in seconds, when that decided.
    pub head_start_s: Option<u32>,
}
