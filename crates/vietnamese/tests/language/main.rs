//! The language crate against published examples (`tests/data`) and against the rules they are
//! examples of.
#![expect(
    clippy::unwrap_used,
    reason = "a fixture that cannot be read fails the test"
)]

mod distractors;
mod fixtures;
mod folding;
mod rate;
mod search_answers;
mod search_patience;
mod search_rules;
mod sorting;
mod speaking;
mod typing;
