//! The rules of the queue, pure: no input or output, no clock, no randomness, no SQL, no JSON.
//!
//! A command is judged by [`decide`], which reads the state and returns the events that would make
//! it true, or a [`Refusal`]; [`evolve`] applies one event. Time is always an argument. The journal
//! gives each event its place (`seq`), and a ticket's or a call's id is the `seq` of its event.
//!
//! | file | holds |
//! |---|---|
//! | `time` | [`Moment`], [`Minute`]: the two clocks of the rules, instants and times of day |
//! | `series` | ticket numbers: a letter and the day's count |
//! | `priority` | classes of priority and their head starts |
//! | `hours` | opening sessions, issue hours, holidays |
//! | `catalogue` | services, counters and procedures with validity dates: the adopted centre |
//! | `ticket` | one visitor's place and its life |
//! | `rank` | who is next, and why |
//! | `centre` | the state of one day: tickets, counters, queues |
//! | `command`, `event`, `refusal` | what is asked, what became true, why not |
//! | `decide`, `evolve` | the two functions of the rules |
//! | `estimate` | the same rule run forward |
#![forbid(unsafe_code)]

mod catalogue;
mod centre;
mod command;
mod decide;
mod estimate;
mod event;
mod evolve;
mod hours;
mod priority;
mod rank;
mod refusal;
mod series;
mod ticket;
mod time;

pub use catalogue::{
    Catalogue, Counter, CounterNo, Help, Procedure, ProcedureCode, Purpose, Service, ServiceCode,
    Settings, Validity, ZoneCode,
};
pub use centre::{Call, Centre, CounterState, Desk, PaperDoubt, QueueKey};
pub use command::{Actor, Command, DeviceId, OfficerNo, Place};
pub use decide::{Decision, decide};
pub use estimate::{Estimate, Forecast, estimate_arrival, forecast};
pub use event::{BreakReason, Event, PaperResult, ReasonCode, Seq};
pub use evolve::evolve;
pub use hours::{Closed, ClosedReason, DayPlan, Hours, Issuing, Session};
pub use priority::{ClassCode, PriorityClass};
pub use rank::{CallReason, ReasonKind, next_for, order_for};
pub use refusal::Refusal;
pub use series::{Letter, Number, ParseNumberError};
pub use ticket::{CallId, Language, Outcome, Ticket, TicketId, TicketState};
pub use time::{LocalTime, Minute, Moment};
