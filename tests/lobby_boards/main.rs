//! Boards as built programs: a layout edited while they run, a burst of calls, and what breaks meanwhile.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop"
)]

mod breaking;
mod heard;
mod live_edit;
mod lobby;
mod lost_layout;
mod told;
