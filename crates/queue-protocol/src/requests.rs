//! The bodies of the calls that change something, and their answers.

use crate::{
    BreakReason, Language, LayoutTrouble, OfficerReason, Outcome, PaperResult, PaperSupply,
    Purpose, SoundState, TicketState, TransferReason, WaitRange,
    views::{CallReason, Visitor},
};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;

/// `POST /tickets`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueRequest {
    /// The queue's code.
    pub service: String,
    /// What for.
    pub purpose: Purpose,
    /// The procedure's code, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<String>,
    /// The class of priority the visitor declared. It is used once and not kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<String>,
    /// In which language.
    #[serde(default)]
    pub language: Language,
}

/// A ticket as the kiosk shows and prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IssuedTicket {
    /// Its id.
    pub id: u64,
    /// Its number, such as `A012`.
    pub number: String,
    /// The queue's code.
    pub service: String,
    /// Whether with priority.
    pub priority: bool,
    /// Who waits before it in its queue.
    pub people_ahead: u32,
    /// How long that will take; `null` where no counter is open or scheduled.
    pub wait: Option<WaitRange>,
    /// When it was issued.
    pub issued_at: DateTime<FixedOffset>,
    /// The counters that serve its queue.
    pub counters: Vec<u16>,
    /// The path of the visitor's own page, to put behind the centre's public URL.
    pub follow_path: String,
}

/// The answer to `POST /tickets`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IssueAnswer {
    /// The new ticket.
    pub ticket: IssuedTicket,
}

/// An officer's PIN: sent, never shown.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct Pin(pub String);

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(…)")
    }
}

/// `POST /counters/{counter}/open`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenRequest {
    /// The officer's short number.
    pub officer: u32,
    /// The officer's PIN.
    pub pin: Pin,
    /// End an opening held elsewhere and inherit its ticket.
    #[serde(default)]
    pub take_over: bool,
}

/// The body of a verb that needs nothing more: `{}` or no body at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Empty {}

/// `POST /counters/{counter}/break`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BreakRequest {
    /// Why.
    pub reason: BreakReason,
    /// For about how many minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
}

/// `POST /counters/{counter}/help`: calls from another queue too, until told otherwise or closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HelpRequest {
    /// The queue's code.
    pub service: String,
    /// Begin, or end.
    pub on: bool,
}

/// `POST /counters/{counter}/call`: a chosen number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CallRequest {
    /// Whom.
    pub number: String,
    /// Why outside the rule.
    pub reason: OfficerReason,
}

/// `POST /counters/{counter}/finish`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FinishRequest {
    /// What came of it.
    pub outcome: Outcome,
    /// A held ticket to finish; the counter's own visitor when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Dossiers handled in the visit.
    #[serde(default = "one")]
    pub dossiers: u16,
}

const fn one() -> u16 {
    1
}

/// `POST /counters/{counter}/next-service`: one service of the visit is done, and the visitor goes on to
/// another under the same number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NextServiceRequest {
    /// The counter's visitor; another by now is refused.
    pub number: String,
    /// What came of the service in hand.
    pub outcome: Outcome,
    /// Dossiers handled in it.
    #[serde(default = "one")]
    pub dossiers: u16,
    /// The next queue's code.
    pub service: String,
    /// What for there.
    pub purpose: Purpose,
}

/// `POST /counters/{counter}/no-show`
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoShowRequest {
    /// A held ticket; the counter's own visitor when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// `POST /counters/{counter}/hold`
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HoldRequest {
    /// When the visitor means to be back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back_at: Option<DateTime<FixedOffset>>,
}

/// `POST /counters/{counter}/resume`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResumeRequest {
    /// Whom.
    pub number: String,
}

/// `POST /counters/{counter}/transfer` and `POST /tickets/{number}/transfer`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TransferRequest {
    /// The new queue's code.
    pub service: String,
    /// One counter of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<u16>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<TransferReason>,
}

/// `POST /tickets/{number}/priority`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PriorityRequest {
    /// The class to grant, used once and not kept; absent or `null` to withdraw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant: Option<String>,
    /// Why.
    pub reason: OfficerReason,
}

/// `POST /tickets/{number}/reprint`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReprintRequest {
    /// The kiosk's device id.
    pub kiosk: u32,
}

/// `POST /tickets/{number}/print-result`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintResultRequest {
    /// What became of the paper.
    pub result: PaperResult,
    /// The printer's word for why: lower-case letters, digits and `_`, at most 32.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
}

/// `POST /calls/{call}/receipts`: exactly one of the two times.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceiptRequest {
    /// When the board showed the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_at: Option<DateTime<FixedOffset>>,
    /// When the voice had spoken it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spoken_at: Option<DateTime<FixedOffset>>,
}

/// `POST /tickets/offline`: a number that the kiosk gave from its lease. Its paper exists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfflineRequest {
    /// The number, of the lease.
    pub number: String,
    /// The queue's code.
    pub service: String,
    /// What for.
    pub purpose: Purpose,
    /// The procedure's code, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<String>,
    /// When the visitor came, by the kiosk's reckoning of the service's time.
    pub arrived_at: DateTime<FixedOffset>,
    /// Whether the visitor declared a class of priority; which one, the kiosk has forgotten.
    #[serde(default)]
    pub priority: bool,
    /// In which language.
    #[serde(default)]
    pub language: Language,
    /// The key of this kiosk's unanswered `POST /tickets` for the same visitor: what it made is
    /// given up, and what it has not made yet it never will.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
}

/// The answer to `POST /tickets/offline`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OfflineAnswer {
    /// The ticket's id.
    pub id: u64,
    /// Its number.
    pub number: String,
    /// Waiting, or expired when its day is over.
    pub state: TicketState,
}

/// `POST /kiosk/state`: a kiosk's whole condition, whenever it changes and at least every 30 s.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct KioskState {
    /// A visitor asked for a member of staff ("Gọi cán bộ giúp").
    pub calls_staff: bool,
    /// More than ten numbers were taken within a minute.
    pub hurried: bool,
    /// It cannot be heard when a visitor wants its screens read aloud.
    pub silent: bool,
    /// Its own disk takes nothing: while the service is away it can give no numbers.
    pub disk_fails: bool,
    /// Numbers of today that it gave by itself and that the service refused for good: their holders need new ones. At most 8.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<String>,
    /// The printer's paper.
    pub paper: PaperSupply,
    /// The printer's word for what is wrong with it: lower-case letters, digits and `_`, at most 32.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trouble: Option<String>,
}

/// `POST /board/state`: a board's whole condition, whenever it changes and at least every 30 s.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct BoardState {
    /// Whether the hall could hear it.
    pub sound: SoundState,
    /// Why it shows an older layout than its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<LayoutTrouble>,
    /// Pictures of its layout that it cannot show.
    pub lost_pictures: u32,
}

/// The answer of every verb of a counter that concerns a visitor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TicketAnswer {
    /// The ticket as it stands now.
    pub ticket: Visitor,
    /// Why this visitor and no other, after a call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<CallReason>,
}

/// The answer of the verbs that concern a counter alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CounterAnswer {
    /// The counter's number.
    pub counter: u16,
    /// Whether it takes visitors now.
    pub status: crate::CounterStatus,
    /// The visitor it has, such as one inherited by a take-over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticket: Option<Visitor>,
}
