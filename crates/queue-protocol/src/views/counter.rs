use super::{CallReason, Issuing};
use crate::{BreakReason, CounterStatus, Language, Purpose, TicketState};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What one counter's officer sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CounterView {
    /// Digest of the adopted centre.
    pub catalogue: String,
    /// The number on the plate.
    pub counter: u16,
    /// Whether it takes visitors.
    pub status: CounterStatus,
    /// Who holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<u32>,
    /// Whether the asking device holds it.
    pub yours: bool,
    /// Why it pauses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub break_reason: Option<BreakReason>,
    /// When it means to be back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back_at: Option<DateTime<FixedOffset>>,
    /// Whether the centre issues numbers.
    pub issuing: Issuing,
    /// The visitor called or at the counter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visitor: Option<Visitor>,
    /// Why this visitor was called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<CallReason>,
    /// Boards that showed the newest call, and boards that are connected in its zone.
    pub shown_on: u32,
    /// Boards of the zone that are connected.
    pub boards: u32,
    /// The connected boards that did not show the newest call, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_shown_on: Vec<String>,
    /// Whether the newest call was spoken.
    pub spoken: bool,
    /// The boards that spoke it, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spoken_on: Vec<String>,
    /// The first of the queue in the order in which this counter would call them, at most 12.
    pub queue: Vec<QueueEntry>,
    /// The queues that its officer helps for a while, by code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helping: Vec<String>,
    /// Everybody waiting whom this counter may call.
    pub waiting: u32,
    /// The held visitors that this counter may call back.
    pub held: Vec<HeldEntry>,
    /// The no-shows that can still be restored.
    pub missed: Vec<MissedEntry>,
    /// The day of the officer who holds it.
    pub my_day: MyDay,
}

/// A ticket in an officer's hands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Visitor {
    /// Its id.
    pub id: u64,
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub state: TicketState,
    /// Since when.
    pub since: DateTime<FixedOffset>,
    /// The counter that has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<u16>,
    /// The newest call, while called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<u64>,
    /// The mark, never which class.
    pub priority: bool,
    /// The queue's code.
    pub service: String,
    /// What for.
    pub purpose: Purpose,
    /// The procedure's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<String>,
    /// In which language.
    #[serde(deserialize_with = "crate::language::known_or_vietnamese")]
    pub language: Language,
    /// When it was issued.
    pub issued_at: DateTime<FixedOffset>,
    /// How long it waited before its first call here, or has waited so far.
    pub waited_s: u32,
    /// Recalls since the last call.
    pub recalls: u8,
    /// Where it has been before today, oldest first; the newest twelve.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stays: Vec<Stay>,
}

/// The span of a ticket in one state at one place, once it is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Stay {
    /// In which state.
    pub state: TicketState,
    /// From when.
    pub since: DateTime<FixedOffset>,
    /// How long.
    pub for_s: u32,
    /// The counter, where it was at one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<u16>,
    /// The queue's code.
    pub service: String,
}

/// One line of a queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QueueEntry {
    /// The number.
    pub number: String,
    /// The mark.
    pub priority: bool,
    /// The queue's code.
    pub service: String,
    /// How long it has waited.
    pub waited_s: u32,
    /// Why it stands at this place.
    pub reason: CallReason,
}

/// A held visitor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HeldEntry {
    /// The number.
    pub number: String,
    /// The mark.
    pub priority: bool,
    /// The queue's code.
    pub service: String,
    /// The counter that set it aside.
    pub counter: u16,
    /// Since when.
    pub since: DateTime<FixedOffset>,
    /// When the visitor means to be back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back_at: Option<DateTime<FixedOffset>>,
}

/// A no-show that can still be restored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MissedEntry {
    /// The number.
    pub number: String,
    /// The counter it had been called to.
    pub counter: u16,
    /// Since when.
    pub since: DateTime<FixedOffset>,
    /// Until when it can be restored.
    pub until: DateTime<FixedOffset>,
}

/// An officer's own day, at whatever counters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MyDay {
    /// Visits finished.
    pub served: u32,
    /// The median visit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub median_s: Option<u32>,
    /// The mean visit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mean_s: Option<u32>,
    /// No-shows.
    pub no_shows: u32,
    /// Breaks, the present one included.
    #[serde(default)]
    pub breaks: u32,
    /// How long they were together; the present one counts once it is over.
    #[serde(default)]
    pub break_s: u32,
}
