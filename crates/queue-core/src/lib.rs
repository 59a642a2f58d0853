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
//! | `stay` | what is over: a ticket's earlier stays, an officer's day |
//! | `rank` | who is next, and why |
//! | `centre` | the state of one day: tickets, counters, queues |
//! | `command`, `event`, `refusal` | what is asked, what became true, why not |
//! | `decide/`, `evolve/` | the two functions of the rules |
//! | `estimate/` | the same rule run forward |
//!
//! One visitor, from the kiosk to the counter:
//!
//! ```
//! use queue_core::*;
//!
//! # let all_day = Session {
//! #     serve_from: Minute::new(0).unwrap(), serve_to: Minute::END_OF_DAY,
//! #     issue_from: Minute::new(0).unwrap(), issue_to: Minute::END_OF_DAY,
//! # };
//! # let mut hours = Hours::default();
//! # hours.week[0].push(all_day);
//! let justice = Service {
//!     code: "justice".into(),
//!     letter: Letter::new('A').unwrap(),
//!     purposes: [Purpose::Submit].into(),
//!     daily_cap: None,
//!     typical_s: 600,
//!     overrun_s: None,
//!     hours: None,
//!     valid: Validity::default(),
//! };
//! let seven = Counter {
//!     number: CounterNo(7),
//!     zone: "hall".into(),
//!     serves: vec!["justice".into()],
//!     helps: vec![],
//! };
//! let catalogue = Catalogue {
//!     services: [("justice".into(), justice)].into(),
//!     counters: [(CounterNo(7), seven)].into(),
//! #     procedures: [].into(),
//! #     classes: vec![],
//! #     hours,
//! #     settings: Settings {
//! #         grace_s: 1800,
//! #         recall_limit: 3,
//! #         expected_priority_percent: 10,
//! #         help_handicap_s: 600,
//! #         offset: chrono::FixedOffset::east_opt(7 * 3600).unwrap(),
//! #     },
//!     // procedures, classes, hours, settings
//! };
//! let mut centre = Centre::new(catalogue.into());
//! let mut seq = Seq(0);
//!
//! // Decide; store the events (here nowhere); make them true.
//! let mut command = |at: Moment, actor: Actor, command: Command| {
//!     for event in decide(&centre, at, actor, &command)?.events {
//!         seq.0 += 1;
//!         evolve(&mut centre, seq, at, &event);
//!     }
//!     Ok::<_, Refusal>(centre.clone())
//! };
//!
//! let monday = chrono::NaiveDate::from_ymd_opt(2026, 11, 9).unwrap();
//! # let offset = chrono::FixedOffset::east_opt(7 * 3600).unwrap();
//! let eight = Minute::new(8 * 60).unwrap().on(monday, offset);
//! command(eight, Actor::House, Command::TurnDay { date: monday })?;
//!
//! let (kiosk, desk) = (Actor::Kiosk(DeviceId(1)), Actor::Counter(DeviceId(2)));
//! let (counter, officer) = (CounterNo(7), OfficerNo(4));
//! command(eight, desk, Command::Open { counter, officer, take_over: false })?;
//! command(eight, kiosk, Command::Issue {
//!     service: "justice".into(),
//!     purpose: Purpose::Submit,
//!     procedure: None,
//!     classes: vec![],
//!     language: Language::VI,
//! })?;
//! let centre = command(eight.plus_s(60), desk, Command::CallNext { counter })?;
//!
//! let visitor = centre.ticket_by_number("A001".parse().unwrap()).unwrap();
//! assert!(matches!(visitor.state, TicketState::Called { counter: CounterNo(7), .. }));
//! assert_eq!(centre.desks[&counter].last_reason.unwrap().kind, ReasonKind::OnlyOne);
//! # Ok::<_, Refusal>(())
//! ```
#![forbid(unsafe_code)]

mod catalogue;
mod centre;
mod command;
mod decide;
mod estimate;
mod event;
mod evolve;
mod hours;
mod language;
mod priority;
mod rank;
mod refusal;
mod series;
mod stay;
mod ticket;
mod time;

pub use catalogue::{
    Catalogue, Counter, CounterNo, Help, Procedure, ProcedureCode, Purpose, Service, ServiceCode,
    Settings, Validity, ZoneCode,
};
pub use centre::{Call, Centre, CounterState, Desk, PaperDoubt, QueueKey};
pub use command::{Actor, Command, DeviceId, OfficerNo, OfflineTicket, Place};
pub use decide::{Decision, decide};
pub use estimate::{Estimate, Forecast, estimate_arrival, forecast, work_passes_closing};
pub use event::{BreakReason, Event, PaperResult, ReasonCode, Seq};
pub use evolve::evolve;
pub use hours::{Closed, ClosedReason, DayPlan, Hours, Issuing, Session};
pub use language::Language;
pub use priority::{ClassCode, PriorityClass};
pub use rank::{CallReason, ReasonKind, next_for, order_for};
pub use refusal::Refusal;
pub use series::{Letter, Number, ParseNumberError};
pub use stay::{OfficerDay, Stay};
pub use ticket::{CallId, Outcome, Ticket, TicketId, TicketState};
pub use time::{LocalTime, Minute, Moment};
