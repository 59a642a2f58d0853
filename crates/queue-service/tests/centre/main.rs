//! A centre as data: shipped centres, broken folders, agencies that follow each other, adoption.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod adoption;
mod command;
mod conversion;
mod faults;
mod folder;
mod mutation;
mod screens;
mod shipped;
mod stored;
mod succession;
