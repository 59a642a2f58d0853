//! What the Slint compiler makes of `ui/`; nothing else is written here.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::all,
    clippy::pedantic,
    clippy::restriction
)]

slint::include_modules!();
