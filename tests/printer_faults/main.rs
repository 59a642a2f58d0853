//! Every fault of a printer at every moment of a job, caused by the fake printer.
//!
//! What must hold each time: a slip comes out at most once; what is told is what happened; and
//! the next slip is whole.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop")]

mod condition;
mod connection;
mod health;
mod once;
mod rig;
