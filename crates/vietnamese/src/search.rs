//! Finding one of thousands of procedures by what a visitor types.
//!
//! | file | what stands there |
//! |---|---|
//! | `entry` | what goes in: entries, fields, synonyms |
//! | `found` | what comes out: hits and what was understood |
//! | `word` | a word folded, with its accents kept apart |
//! | `vocabulary`, `typo` | the sorted terms: whole, by prefix, one slip away |
//! | `postings` | which entries hold which terms |
//! | `synonyms`, `abbreviation` | popular names in queries, abbreviations in names |
//! | `asked`, `query`, `reading` | a word looked up; a query's words; what they may mean |
//! | `rank` | how well an entry fits a reading |
//! | `index` | building, and asking |
//!
//! A query is tried as it was typed and with its synonyms; only if nothing at all is found, more
//! patiently. A query costs a few allocations, whatever the size of the index.

mod abbreviation;
mod asked;
mod entry;
mod found;
mod index;
mod postings;
mod query;
mod rank;
mod reading;
mod synonyms;
mod typo;
mod vocabulary;
mod word;

pub use entry::{Entry, Field, Synonym};
pub use found::{Found, Hit, Match, Understood};
pub use index::Index;
