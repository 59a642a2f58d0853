//! What became true. Events hold ids and codes, never names, free text or a class of priority.

use crate::{
    CallReason, CounterNo, DeviceId, Language, Moment, Number, OfficerNo, Outcome, ProcedureCode,
    Purpose, ServiceCode, TicketId,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// An event's place in the journal, from 1 without gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seq(pub u64);

/// A code that staff chose as a reason (never free text), such as `wrong_counter`.
pub type ReasonCode = Arc<str>;

/// Why a counter takes a break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BreakReason {
    /// A rest.
    Rest,
    /// An unplanned meeting.
    Meeting,
    /// Urgent work.
    Urgent,
    /// Helping a colleague.
    Assist,
    /// Anything else.
    Other,
}

/// What became of a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperResult {
    /// The printer confirmed it.
    Printed,
    /// It certainly did not come out.
    Failed,
    /// Nobody knows.
    Unknown,
}

/// One fact about the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A working day of the centre began.
    DayOpened {
        /// Which.
        date: NaiveDate,
    },
    /// A day ended: open tickets expired, counters closed.
    DayEnded {
        /// Which.
        date: NaiveDate,
    },
    /// An adopted centre took effect; its document is stored under this digest.
    CentreAdopted {
        /// Lower-case hexadecimal SHA-256 of the document.
        digest: Arc<str>,
    },
    /// An administrator declared the clock right, though it goes back or jumps ahead.
    ClockAccepted,
    /// A number was given.
    TicketIssued {
        /// The number.
        number: Number,
        /// The queue.
        service: ServiceCode,
        /// What for.
        purpose: Purpose,
        /// What for in detail.
        procedure: Option<ProcedureCode>,
        /// In which language.
        language: Language,
        /// Whether with priority.
        priority: bool,
        /// The head start, 0 without priority.
        head_start_s: u32,
        /// From which device.
        device: DeviceId,
    },
    /// A number was taken in that a kiosk gave while the service was away.
    TicketHandedIn {
        /// The number.
        number: Number,
        /// The queue.
        service: ServiceCode,
        /// What for.
        purpose: Purpose,
        /// What for in detail.
        procedure: Option<ProcedureCode>,
        /// In which language.
        language: Language,
        /// Whether with priority.
        priority: bool,
        /// The head start, 0 without priority.
        head_start_s: u32,
        /// From which kiosk.
        device: DeviceId,
        /// When the visitor came.
        arrived_at: Moment,
        /// On which day: one of another day than the open one is Expired at once.
        date: NaiveDate,
    },
    /// A visitor was called.
    TicketCalled {
        /// Whom.
        ticket: TicketId,
        /// Where to.
        counter: CounterNo,
        /// Why this one.
        reason: CallReason,
        /// The officer's reason for a chosen number.
        chosen: Option<ReasonCode>,
    },
    /// A visitor was called again.
    TicketRecalled {
        /// Whom.
        ticket: TicketId,
    },
    /// A visitor arrived at the counter.
    TicketServed {
        /// Whom.
        ticket: TicketId,
    },
    /// A visit was done.
    TicketFinished {
        /// Whose.
        ticket: TicketId,
        /// With what outcome.
        outcome: Outcome,
        /// Dossiers handled in the visit.
        dossiers: u16,
        /// Which counter finished it.
        counter: CounterNo,
    },
    /// One service of a visit was done, and the visitor goes on to another under the same number.
    ServiceFinished {
        /// Whose.
        ticket: TicketId,
        /// With what outcome.
        outcome: Outcome,
        /// Dossiers handled in it.
        dossiers: u16,
        /// Which counter finished it.
        counter: CounterNo,
        /// The next queue.
        service: ServiceCode,
        /// What for there.
        purpose: Purpose,
        /// The same counter goes on with it; otherwise the visitor waits there, rank kept.
        here: bool,
    },
    /// A called visitor did not come.
    TicketNoShow {
        /// Whose.
        ticket: TicketId,
    },
    /// A no-show is waiting again.
    TicketRestored {
        /// Whom.
        ticket: TicketId,
        /// What the rank counts from now on.
        ranked_from: Moment,
    },
    /// A mistaken call was undone.
    TicketReturned {
        /// Whom.
        ticket: TicketId,
    },
    /// A visitor was set aside.
    TicketHeld {
        /// Whom.
        ticket: TicketId,
        /// When the visitor means to be back.
        back_at: Option<Moment>,
    },
    /// A held visitor was called back.
    TicketResumed {
        /// Whom.
        ticket: TicketId,
        /// Where to.
        counter: CounterNo,
    },
    /// A visitor was sent to another queue.
    TicketTransferred {
        /// Whom.
        ticket: TicketId,
        /// The new queue.
        service: ServiceCode,
        /// One counter of it, if so wished.
        counter: Option<CounterNo>,
        /// Why.
        reason: Option<ReasonCode>,
    },
    /// The counter that a waiting ticket was transferred to closed: any of its service calls it.
    TransferLapsed {
        /// Whose.
        ticket: TicketId,
    },
    /// Priority was granted or withdrawn by staff.
    PriorityChanged {
        /// Whose.
        ticket: TicketId,
        /// Whether granted.
        priority: bool,
        /// The head start from now on.
        head_start_s: u32,
        /// Why.
        reason: ReasonCode,
    },
    /// A ticket was given up.
    TicketCancelled {
        /// Which.
        ticket: TicketId,
    },
    /// An officer opened a counter.
    CounterOpened {
        /// Which.
        counter: CounterNo,
        /// From which device.
        device: DeviceId,
        /// Who.
        officer: OfficerNo,
        /// The opening was taken over from another, together with its ticket.
        taken_over: bool,
    },
    /// A counter was closed.
    CounterClosed {
        /// Which.
        counter: CounterNo,
    },
    /// A counter paused.
    BreakStarted {
        /// Which.
        counter: CounterNo,
        /// Why.
        reason: BreakReason,
        /// For about how many minutes.
        minutes: Option<u16>,
    },
    /// A counter went on.
    BreakEnded {
        /// Which.
        counter: CounterNo,
    },
    /// An officer began to help another queue; until it ends or the counter closes.
    HelpStarted {
        /// Which counter.
        counter: CounterNo,
        /// Which queue.
        service: ServiceCode,
        /// Added to its ranks when this counter chooses, in seconds.
        handicap_s: u32,
    },
    /// An officer helps that queue no longer.
    HelpEnded {
        /// Which counter.
        counter: CounterNo,
        /// Which queue.
        service: ServiceCode,
    },
    /// A kiosk reported what became of a slip.
    PaperReported {
        /// Whose.
        ticket: TicketId,
        /// What.
        result: PaperResult,
        /// The printer's word for why, such as `paper_out`.
        cause: Option<ReasonCode>,
    },
    /// Staff asked a kiosk to print a slip again.
    ReprintAsked {
        /// Whose.
        ticket: TicketId,
        /// At which kiosk.
        kiosk: DeviceId,
    },
    /// Staff dealt with a slip whose printing was in doubt.
    PaperCleared {
        /// Whose.
        ticket: TicketId,
    },
}
