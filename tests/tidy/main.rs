//! The rules of the house that a compiler does not check (ARCHITECTURE.md).
//!
//! Each rule is a function over the tree; each says which file breaks it and what to do.

mod arrows;
mod places;
mod sizes;
mod texts;
mod tree;
