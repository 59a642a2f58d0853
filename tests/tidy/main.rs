//! The rules of the house that a compiler does not check (ARCHITECTURE.md).
//!
//! Each rule is a function over the tree; each says which file breaks it and what to do.

#![allow(clippy::expect_used, reason = "a rule that cannot be read has failed")]

mod arrows;
mod packaging;
mod places;
mod sizes;
mod texts;
mod tree;
