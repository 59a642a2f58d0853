//! The rules by example, and by properties over random histories.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, in its support too"
)]

mod calling;
mod cautious;
mod closing;
mod counters;
mod day;
mod estimate;
mod hall;
mod handing_in;
mod history;
mod holding;
mod hours;
mod issuing;
mod next_service;
mod odd_journals;
mod paper;
mod plan;
mod priority;
mod reasons;
mod restoring;
mod serving;
mod stays;
mod transferring;
mod values;
