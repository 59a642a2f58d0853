//! The desk without a service: hand-made views in, errands and pictures out; then the real window, drawn
//! and driven without a display.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says where it broke"
)]

mod bench;
mod by_hand;
mod centre;
mod commands;
mod labels;
mod lists;
mod next_service;
mod offline;
mod pictures;
mod questions;
mod refusals;
mod remembered;
mod settings;
mod shift;
mod sign_in;
mod stages;
mod system_keys;
mod tickets;
mod translations;
mod verbs;
mod views;
mod window;
