use super::{Issuing, WaitRange};
use crate::{CounterStatus, Language, ScreenRef, TicketState};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a board shows and speaks: of one zone, of the zones of its layout, of its one counter, or of the whole hall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BoardView {
    /// Digest of the adopted centre.
    pub catalogue: String,
    /// The code of the zone it was registered for; absent for the whole hall.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Whether the centre issues numbers.
    pub issuing: Issuing,
    /// Every counter, by number.
    pub counters: Vec<BoardCounter>,
    /// Every called ticket and every call of the last 120 s, oldest first, at most 200.
    pub calls: Vec<BoardCall>,
    /// Who waits, by service, most used first.
    pub queues: Vec<BoardQueue>,
    /// No-shows that can still be restored, newest first.
    pub missed: Vec<String>,
    /// Visitors sent to another queue in the last 120 s, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub transfers: Vec<BoardTransfer>,
    /// The layout of this board; absent where it has none, or one that the centre does not know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub screen: Option<ScreenRef>,
    /// Whether this board is the one that speaks.
    #[serde(default)]
    pub speaks: bool,
}

/// A visitor who waits elsewhere now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BoardTransfer {
    /// Whom.
    pub number: String,
    /// At this counter; at another service where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<u16>,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// The state of a counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BoardCounter {
    /// The number on the plate.
    pub number: u16,
    /// Whether it takes visitors.
    pub status: CounterStatus,
    /// When it means to be back from a break.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back_at: Option<DateTime<FixedOffset>>,
    /// The visitor called or at the counter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticket: Option<String>,
    /// Whether that visitor has priority.
    pub priority: bool,
    /// Whether that visitor is called or at the counter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<TicketState>,
}

/// One call. A board shows it, and speaks each id once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BoardCall {
    /// Its id.
    pub id: u64,
    /// Whom.
    pub number: String,
    /// Where to.
    pub counter: u16,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// In which language besides Vietnamese.
    #[serde(deserialize_with = "crate::language::known_or_vietnamese")]
    pub language: Language,
    /// The mark.
    pub priority: bool,
    /// 1 for the first call, then one more for each recall.
    pub attempt: u8,
    /// Whether the ticket is still called: a call of a ticket that is not is no longer spoken.
    pub called: bool,
    /// Whether a board has spoken it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub spoken: bool,
}

/// Who waits for one service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BoardQueue {
    /// The service's code.
    pub service: String,
    /// The letter.
    pub letter: String,
    /// How many.
    pub waiting: u32,
    /// The wait of an ordinary visitor arriving now.
    pub wait: Option<WaitRange>,
}
