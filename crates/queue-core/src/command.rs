//! What may be asked of the queue.

use crate::{
    BreakReason, ClassCode, CounterNo, Language, Moment, Number, Outcome, PaperResult,
    ProcedureCode, Purpose, ReasonCode, ServiceCode, TicketId,
};
use chrono::NaiveDate;

/// A registered device: a kiosk, a counter's computer, a board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceId(pub u32);

/// An officer's short number. The name stands in a table of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OfficerNo(pub u32);

/// Who asks. The service has already checked the device's token and role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// A kiosk: issues, cancels what it issued, reports paper.
    Kiosk(DeviceId),
    /// A counter's device: everything an officer does.
    Counter(DeviceId),
    /// The manager's desk.
    Manager(DeviceId),
    /// The service itself: the turn of the day, an adopted centre.
    House,
}

/// Where a transfer sends a visitor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The queue.
    pub service: ServiceCode,
    /// One counter of it.
    pub counter: Option<CounterNo>,
}

/// A number that a kiosk gave by itself while the service was away. Its paper exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfflineTicket {
    /// Of the offline letter.
    pub number: Number,
    /// The queue.
    pub service: ServiceCode,
    /// What for.
    pub purpose: Purpose,
    /// What for in detail; one that is not known today is left out.
    pub procedure: Option<ProcedureCode>,
    /// In which language.
    pub language: Language,
    /// Whether with priority. The kiosk keeps no class: the longest head start that visitors may
    /// declare counts.
    pub priority: bool,
    /// When the visitor came, by the kiosk's reckoning.
    pub arrived_at: Moment,
}

/// One order to the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Give a number. The class goes no further than `decide`.
    Issue {
        /// The queue.
        service: ServiceCode,
        /// What for.
        purpose: Purpose,
        /// What for in detail.
        procedure: Option<ProcedureCode>,
        /// Classes of priority the visitor declared; the longest head start counts.
        classes: Vec<ClassCode>,
        /// In which language.
        language: Language,
    },
    /// Take in a number that a kiosk gave while the service was away.
    HandIn {
        /// What the kiosk gave.
        ticket: OfflineTicket,
        /// When the kiosk was last heard before: nobody came earlier than that. Without it, the
        /// newest number of that kiosk tells.
        last_contact: Option<Moment>,
        /// What an unanswered request for the same visitor made, to be given up.
        replaces: Option<TicketId>,
    },
    /// Open a counter.
    Open {
        /// Which.
        counter: CounterNo,
        /// Who.
        officer: crate::OfficerNo,
        /// End an opening held elsewhere and inherit its ticket.
        take_over: bool,
    },
    /// Close it.
    Close {
        /// Which.
        counter: CounterNo,
    },
    /// Pause it.
    Break {
        /// Which.
        counter: CounterNo,
        /// Why.
        reason: BreakReason,
        /// For about how long.
        minutes: Option<u16>,
    },
    /// Go on after a break.
    Back {
        /// Which.
        counter: CounterNo,
    },
    /// Help another queue for a while, or no longer.
    Help {
        /// Which counter.
        counter: CounterNo,
        /// Which queue.
        service: ServiceCode,
        /// Begin, or end.
        on: bool,
    },
    /// Call whoever is next for this counter.
    CallNext {
        /// Where to.
        counter: CounterNo,
    },
    /// Call a chosen number, outside the rule.
    Call {
        /// Where to.
        counter: CounterNo,
        /// Whom.
        ticket: TicketId,
        /// Why.
        reason: ReasonCode,
    },
    /// Call again.
    Recall {
        /// Whose visitor.
        counter: CounterNo,
    },
    /// The visitor has come.
    Serve {
        /// Whose visitor.
        counter: CounterNo,
    },
    /// Done, with an outcome.
    Finish {
        /// At which counter.
        counter: CounterNo,
        /// Whom: the counter's own visitor when `None`, or one on hold.
        ticket: Option<TicketId>,
        /// What came of it.
        outcome: Outcome,
        /// Dossiers handled, at least 1 unless nothing was handled.
        dossiers: u16,
    },
    /// One service done, with an outcome; the visitor goes on to another under the same number.
    NextService {
        /// At which counter.
        counter: CounterNo,
        /// Whom: the visitor there; another by now is refused.
        ticket: TicketId,
        /// What came of the service in hand.
        outcome: Outcome,
        /// Dossiers handled in it.
        dossiers: u16,
        /// The next queue: at this counter where it may call for it, else waiting there.
        service: ServiceCode,
        /// What for there.
        purpose: Purpose,
    },
    /// Nobody came.
    NoShow {
        /// At which counter.
        counter: CounterNo,
        /// Whom: the counter's own visitor when `None`, or one on hold.
        ticket: Option<TicketId>,
    },
    /// Undo a mistaken call.
    Return {
        /// At which counter.
        counter: CounterNo,
    },
    /// Set the visitor aside.
    Hold {
        /// At which counter.
        counter: CounterNo,
        /// When the visitor means to be back.
        back_at: Option<Moment>,
    },
    /// Call a held visitor back.
    Resume {
        /// Where to.
        counter: CounterNo,
        /// Whom.
        ticket: TicketId,
    },
    /// Send the counter's visitor, or any ticket waiting or held, to another queue.
    Transfer {
        /// The counter that sends; `None` from the manager's desk.
        counter: Option<CounterNo>,
        /// Whom: the counter's own visitor when `None`.
        ticket: Option<TicketId>,
        /// Where to.
        to: Place,
        /// Why.
        reason: Option<ReasonCode>,
    },
    /// Put a no-show back into the queue.
    Restore {
        /// Whom.
        ticket: TicketId,
    },
    /// Grant or withdraw priority.
    Priority {
        /// Whose.
        ticket: TicketId,
        /// The class granted, or `None` to withdraw.
        grant: Option<ClassCode>,
        /// Why.
        reason: ReasonCode,
    },
    /// Give a ticket up.
    Cancel {
        /// Which.
        ticket: TicketId,
    },
    /// A kiosk says what became of a slip.
    ReportPaper {
        /// Whose.
        ticket: TicketId,
        /// What.
        result: PaperResult,
        /// The printer's word for why.
        cause: Option<ReasonCode>,
    },
    /// Ask a kiosk to print a slip again.
    Reprint {
        /// Whose.
        ticket: TicketId,
        /// At which kiosk.
        kiosk: DeviceId,
    },
    /// Staff dealt with a slip in doubt.
    ClearPaper {
        /// Whose.
        ticket: TicketId,
    },
    /// End the open day, if any, and begin `date`.
    TurnDay {
        /// The new day.
        date: NaiveDate,
    },
}
