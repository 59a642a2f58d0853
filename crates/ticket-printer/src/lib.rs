//! The visitor's slip, from its words to the paper.
//!
//! Three steps that know nothing of each other, and a thread that drives them:
//!
//! 1. [`Slip`] → [`SlipDrawer`] → [`Bitmap`]: the layout, in 1-bit dots (pure).
//! 2. [`Bitmap`] → [`encode`] → ESC/POS bytes: raster bands, cut, and a question that the
//!    printer can only answer once all is printed (pure).
//! 3. A [`driver`] carries bytes with deadlines; [`Printer`] owns it on a thread of its own, one
//!    job at a time, and tells what became of each.
//!
//! A slip is a picture because printers disagree about Vietnamese code pages. A job that may
//! have reached the paper is never sent again: staff ask for a reprint, and it is marked.

mod bitmap;
mod delivery;
mod draw;
pub mod driver;
pub mod encode;
mod health;
mod job;
mod printer;
mod settings;
mod slip;
mod status;
mod wait;
mod wording;

pub use bitmap::{Bitmap, PngError};
pub use draw::SlipDrawer;
pub use health::{Health, PaperLevel};
pub use job::{Cause, JobEvent, JobState};
pub use printer::{PrintRefused, Printer, PrinterEvent};
pub use settings::{Connection, PaperWidth, PrinterSettings, UnknownWidth};
pub use slip::{Mark, Procedure, Slip};
pub use wait::WaitMinutes;
