//! What the Slint compiler made of `ui/app.slint`; nothing else stands here, so that only it is spared the lints.
#![allow(missing_docs, clippy::all, clippy::pedantic)]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::todo,
    clippy::unwrap_used
)]

slint::include_modules!();
