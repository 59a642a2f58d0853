//! What the machines say to each other over HTTP: requests, answers, views, problems.
//!
//! Kiosks in the field may run last month's build, so these shapes move slower than the rules:
//! fields are only added, and every reader ignores what it does not know. Times are RFC 3339 with
//! offset, durations whole seconds in fields ending in `_s`.
//!
//! | file | holds |
//! |---|---|
//! | `words` | the closed vocabularies: purposes, outcomes, states |
//! | `language` | the languages of the product |
//! | `requests` | the bodies of the calls that change something, and their answers |
//! | `views` | what each screen shows, whole: [`KioskView`], [`CounterView`], [`BoardView`], [`HallView`], [`TicketView`] |
//! | `catalogue` | the adopted centre for screens: names, letters, procedures, classes |
//! | `layout` | what stands where on a board |
//! | `problem` | RFC 9457 problems and their codes |
#![forbid(unsafe_code)]

mod catalogue;
mod language;
pub mod layout;
mod problem;
mod requests;
pub mod views;
mod words;

pub use catalogue::{
    Agency, Catalogue, CatalogueCounter, CatalogueService, CentreNames, ClassEntry, DossierRoute,
    ProcedureEntry, Synonym, Text, Zone,
};
pub use language::Language;
pub use layout::{Layout, ScreenRef};
pub use problem::{Problem, ProblemCode};
pub use requests::*;
pub use views::{
    BoardView, CounterView, Frame, HallView, KioskView, MinuteRange, TicketView, WaitRange,
};
pub use words::*;

/// The header that makes a repeated command the same command.
pub const IDEMPOTENCY_KEY: &str = "Idempotency-Key";
/// Streams send a comment at least this often; a client that hears nothing for 2.5 times as long reconnects.
pub const KEEP_ALIVE_S: u64 = 10;
/// A counter verb is repeated under its key for at most this long.
pub const RETRY_FOR_S: u64 = 15;
