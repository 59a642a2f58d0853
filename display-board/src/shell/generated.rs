//! What the Slint compiler makes of `ui/`.
#![allow(missing_docs, unreachable_pub, rust_2018_idioms)]
#![allow(
    clippy::all,
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used
)]
#![allow(
    clippy::panic,
    clippy::todo,
    clippy::print_stderr,
    clippy::implicit_clone
)]

slint::include_modules!();
