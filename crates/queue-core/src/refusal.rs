//! Why the rules say no. Nothing has changed when a refusal is returned.

use crate::{ClosedReason, CounterNo, LocalTime, Number, OfficerNo};

/// A typed reason, with what the asker needs to word it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The centre does not issue numbers for this service now.
    #[error("no numbers are issued now")]
    Closed {
        /// Why.
        reason: ClosedReason,
        /// When issuing begins again.
        next: Option<LocalTime>,
    },
    /// No such service, or not today.
    #[error("no such service today")]
    UnknownService,
    /// The service does not take this purpose.
    #[error("the service does not take this purpose")]
    PurposeNotTaken,
    /// No such procedure, or not today, or another service takes it.
    #[error("no such procedure at this service today")]
    UnknownProcedure,
    /// No such class, or visitors may not declare it.
    #[error("no such class of priority")]
    UnknownClass,
    /// The day's numbers of this service are used up.
    #[error("the daily cap of {cap} is reached")]
    CapReached {
        /// The cap.
        cap: u32,
    },
    /// The work of those who wait would likely last beyond closing time.
    #[error("the work of those who wait passes closing time")]
    WorkPassesClosing {
        /// When issuing begins again, on another day.
        next: Option<LocalTime>,
    },
    /// All numbers of the letter are used.
    #[error("all numbers of this letter are used today")]
    SeriesExhausted,
    /// The letter is that of a service: such numbers are given by the queue alone.
    #[error("{number} is not an offline number")]
    NotOffline {
        /// Which.
        number: Number,
    },
    /// The number was taken in before.
    #[error("{number} was handed in already")]
    HandedInBefore {
        /// Which.
        number: Number,
    },
    /// No such counter.
    #[error("no such counter")]
    UnknownCounter,
    /// The counter is closed.
    #[error("the counter is closed")]
    CounterClosed,
    /// The counter is on a break.
    #[error("the counter is on a break")]
    CounterOnBreak,
    /// The counter is not on a break.
    #[error("the counter is not on a break")]
    CounterNotOnBreak,
    /// The counter has a visitor called or at the counter.
    #[error("the counter still has {number}")]
    CounterBusy {
        /// Whose.
        number: Number,
    },
    /// The counter has no visitor.
    #[error("the counter has no visitor")]
    CounterIdle,
    /// Another device holds the opening.
    #[error("another device holds this counter")]
    CounterNotYours,
    /// The counter is open elsewhere.
    #[error("officer {} holds this counter", officer.0)]
    CounterHeld {
        /// By whom.
        officer: OfficerNo,
    },
    /// The officer has another counter open.
    #[error("this officer has counter {} open", counter.0)]
    OfficerElsewhere {
        /// Which.
        counter: CounterNo,
    },
    /// The device has another counter open.
    #[error("this device has counter {} open", counter.0)]
    DeviceElsewhere {
        /// Which.
        counter: CounterNo,
    },
    /// No such ticket today.
    #[error("no such ticket today")]
    UnknownTicket,
    /// The verb does not fit the ticket's state.
    #[error("{number} is not in a state for this")]
    WrongState {
        /// Whose.
        number: Number,
        /// The counter that has it, when one does.
        counter: Option<CounterNo>,
    },
    /// The counter neither serves nor helps the ticket's service.
    #[error("the counter does not serve this service")]
    NotServedHere,
    /// No counter serves the service later today.
    #[error("no counter serves this service later today")]
    NotServedToday,
    /// The grace time is over.
    #[error("the grace time is over")]
    GraceOver,
    /// The asker may not do this.
    #[error("not allowed")]
    NotAllowed,
    /// No day is open yet.
    #[error("no day is open")]
    NoDay,
    /// Priority would not change.
    #[error("nothing to change")]
    NothingToChange,
}
