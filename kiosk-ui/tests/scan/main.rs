//! Scans, without any window: what they mean, what they never mean, and that nothing of them comes out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says where it broke"
)]

mod cards;
mod centre;
mod dossiers;
mod hostile;
mod keys;
mod lines;
mod typing;
