//! What an officer can ask of the service, and what comes of it.

use chrono::{DateTime, FixedOffset};
use queue_protocol::views::Visitor;
use queue_protocol::{
    BreakReason, CounterStatus, IssuedTicket, Language, OfficerReason, Outcome, Pin, Problem,
    ProblemCode, Purpose, TransferReason,
};

/// A class of priority by its code: sent, never shown in a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Class(pub String);

impl std::fmt::Debug for Class {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Class(…)")
    }
}

/// One command, complete: everything the service needs to decide it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verb {
    /// Open the counter.
    Open {
        /// The officer's short number.
        officer: u32,
        /// The officer's PIN.
        pin: Pin,
        /// End an opening held elsewhere; said on the screen before.
        take_over: bool,
    },
    /// Close the counter and sign out.
    Close,
    /// Take a break.
    Break {
        /// Why.
        reason: BreakReason,
        /// For about how long.
        minutes: Option<u16>,
    },
    /// Come back from a break.
    Back,
    /// Call whoever is next.
    CallNext,
    /// Call a chosen number.
    Call {
        /// Whom.
        number: String,
        /// Why outside the rule.
        reason: OfficerReason,
    },
    /// Call the visitor again.
    Recall,
    /// The visitor has come.
    Serve,
    /// The visit is done.
    Finish {
        /// Whose: a second press after the next call would else finish the wrong visit.
        number: String,
        /// What came of it.
        outcome: Outcome,
        /// Dossiers handled.
        dossiers: u16,
    },
    /// One service is done; the visitor goes on to another under the same number.
    NextService {
        /// Whose, for the same reason.
        number: String,
        /// What came of the service in hand.
        outcome: Outcome,
        /// Dossiers handled in it.
        dossiers: u16,
        /// The next queue's code.
        service: String,
        /// What for there.
        purpose: Purpose,
    },
    /// Nobody came.
    NoShow {
        /// Who, for the same reason.
        number: String,
    },
    /// Set the visitor aside.
    Hold {
        /// When the visitor means to be back.
        back_at: Option<DateTime<FixedOffset>>,
    },
    /// Call a held visitor back.
    Resume {
        /// Whom.
        number: String,
    },
    /// Send a visitor to another queue.
    Transfer {
        /// Whom; `None`: the visitor at the counter.
        number: Option<String>,
        /// The queue's code.
        service: String,
        /// One counter of it.
        counter: Option<u16>,
        /// Why.
        reason: TransferReason,
    },
    /// Undo the call.
    Return,
    /// Put a no-show back into the queue.
    Restore {
        /// Whom.
        number: String,
    },
    /// Give a number by hand, to somebody who cannot use the kiosk.
    Issue {
        /// The queue's code.
        service: String,
        /// What for.
        purpose: Purpose,
        /// The class the visitor declared.
        class: Option<Class>,
        /// In which language.
        language: Language,
        /// The kiosk that prints the slip; `None`: the number is read out.
        kiosk: Option<u32>,
    },
    /// Grant priority.
    Grant {
        /// Whom.
        number: String,
        /// As what.
        class: Class,
        /// Why.
        reason: OfficerReason,
    },
    /// Withdraw priority.
    Withdraw {
        /// Whose.
        number: String,
        /// Why.
        reason: OfficerReason,
    },
    /// Help another queue for a while, or no longer.
    Help {
        /// The queue's code.
        service: String,
        /// Begin, or end.
        on: bool,
    },
    /// Somebody goes to the visitor who calls for staff at a kiosk.
    StaffComing {
        /// The kiosk's device id.
        kiosk: u32,
    },
    /// Give a ticket up.
    Cancel {
        /// Which.
        number: String,
    },
    /// Print a slip again.
    Reprint {
        /// Whose.
        number: String,
        /// At which kiosk.
        kiosk: u32,
    },
}

/// A verb without its details, as screens name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VerbName {
    /// `open`
    Open,
    /// `close`
    Close,
    /// `break`
    Break,
    /// `back`
    Back,
    /// `call-next`
    CallNext,
    /// `call`
    Call,
    /// `recall`
    Recall,
    /// `serve`
    Serve,
    /// `finish`
    Finish,
    /// `next-service`
    NextService,
    /// `no-show`
    NoShow,
    /// `hold`
    Hold,
    /// `resume`
    Resume,
    /// `transfer`
    Transfer,
    /// `return`
    Return,
    /// `restore`
    Restore,
    /// A number by hand.
    Issue,
    /// `priority`, granted.
    Grant,
    /// `priority`, withdrawn.
    Withdraw,
    /// `help`, begun.
    Help,
    /// `help`, ended.
    EndHelp,
    /// `staff-coming`
    StaffComing,
    /// `cancel`
    Cancel,
    /// `reprint`
    Reprint,
}

impl Verb {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> VerbName {
        match self {
            Self::Open { .. } => VerbName::Open,
            Self::Close => VerbName::Close,
            Self::Break { .. } => VerbName::Break,
            Self::Back => VerbName::Back,
            Self::CallNext => VerbName::CallNext,
            Self::Call { .. } => VerbName::Call,
            Self::Recall => VerbName::Recall,
            Self::Serve => VerbName::Serve,
            Self::Finish { .. } => VerbName::Finish,
            Self::NextService { .. } => VerbName::NextService,
            Self::NoShow { .. } => VerbName::NoShow,
            Self::Hold { .. } => VerbName::Hold,
            Self::Resume { .. } => VerbName::Resume,
            Self::Transfer { .. } => VerbName::Transfer,
            Self::Return => VerbName::Return,
            Self::Restore { .. } => VerbName::Restore,
            Self::Issue { .. } => VerbName::Issue,
            Self::Grant { .. } => VerbName::Grant,
            Self::Withdraw { .. } => VerbName::Withdraw,
            Self::Help { on: true, .. } => VerbName::Help,
            Self::Help { on: false, .. } => VerbName::EndHelp,
            Self::StaffComing { .. } => VerbName::StaffComing,
            Self::Cancel { .. } => VerbName::Cancel,
            Self::Reprint { .. } => VerbName::Reprint,
        }
    }

    /// The number it names, where it names one.
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        match self {
            Self::Call { number, .. }
            | Self::Finish { number, .. }
            | Self::NextService { number, .. }
            | Self::NoShow { number }
            | Self::Resume { number }
            | Self::Restore { number }
            | Self::Grant { number, .. }
            | Self::Withdraw { number, .. }
            | Self::Cancel { number }
            | Self::Reprint { number, .. } => Some(number),
            Self::Transfer { number, .. } => number.as_deref(),
            _ => None,
        }
    }
}

/// What the service answered to a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The ticket as it stands now.
    Ticket(Box<Visitor>),
    /// The counter as it stands now.
    Counter(CounterStatus),
    /// `call-next`: nobody waits.
    Nobody,
    /// Heard, and there is nothing to tell.
    Heard,
    /// The number given by hand.
    Issued(Box<IssuedTicket>),
}

/// How a verb ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// The service did it.
    Done(Answer),
    /// The service said no; nothing changed.
    Refused(Refusal),
    /// No answer for as long as commands are repeated: only the view can tell.
    Unanswered,
}

/// A refusal as data: the screen words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The stable code.
    pub code: ProblemCode,
    /// The counter concerned.
    pub counter: Option<u16>,
    /// The officer concerned.
    pub officer: Option<u32>,
    /// The ticket concerned.
    pub number: Option<String>,
    /// When it may go on.
    pub until: Option<DateTime<FixedOffset>>,
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self {
            code: problem.code,
            counter: problem.counter,
            officer: problem.officer,
            number: problem.number,
            until: problem.until,
        }
    }
}
