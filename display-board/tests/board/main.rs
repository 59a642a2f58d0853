//! The board without a screen, a network or sound: its rules, its pictures, its words.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop"
)]

mod calls;
mod compare;
mod condition;
mod day;
mod driving;
mod hall;
mod histories;
mod layout_screens;
mod layouts;
mod parts;
mod screens;
mod settings;
mod told;
mod window;
mod words;
