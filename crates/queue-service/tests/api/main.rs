//! The calls of the service over HTTP, as devices make them: what they do, what they refuse, what
//! bad input gets, what screens see, and that nobody's secrets come out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop"
)]

mod bad_input;
mod boards;
mod crowd;
mod day;
mod described;
mod devices;
mod hall;
mod kiosks;
mod offline;
mod pins;
mod privacy;
mod raw;
mod refusals;
mod repeats;
mod screens;
mod stopping;
mod streams;
mod tickets;
mod verbs;
mod views;
