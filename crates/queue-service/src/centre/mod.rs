//! A centre as data: its folder, read, checked, and turned into rules and texts.
//!
//! | module | holds |
//! |---|---|
//! | `source` | TOML, CSV and single values, read so that every fault is found at once, with its line |
//! | `files` | what each file of the folder says |
//! | `succession` | which agency has an ended agency's work on a date |
//! | `joins` | which service takes a procedure |
//! | `check` | whether the files agree with each other |
//! | `rules`, `catalogue`, `layouts` | the centre for the rules of the queue, for the screens, and for boards |
//! | `adopt` | whether a new document may replace the old one while tickets are open |
//!
//! The format is described in `docs/centre-format.md`.

mod adopt;
mod catalogue;
mod check;
mod document;
mod files;
mod joins;
mod layouts;
mod rules;
mod source;
mod succession;

pub use adopt::{Loss, losses};
pub use document::{Counts, Document};
pub use layouts::{Layouts, StoredLayout, StoredPicture};
pub use source::{Finding, Severity};
