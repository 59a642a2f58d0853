//! The journal, its writer and its administration: by example, by fault, and by golden file.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod admin;
mod answers;
mod backup;
mod chain;
mod clock;
mod day;
mod durability;
mod group;
mod hall;
mod log_file;
mod officers;
mod opening;
mod projections;
mod rows;
mod schema;
mod terminal;
