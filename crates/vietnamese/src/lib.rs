//! Vietnamese for machines: comparing, ordering, reading aloud and finding.
//!
//! | module | what it answers |
//! |---|---|
//! | [`clean`], [`fold`] | how a text is stored; which texts are the same without accents |
//! | [`sort_key`] | where a name stands in a Vietnamese list |
//! | [`telex`] | what the keys of that input method spell |
//! | [`number`], [`letter`] | how they are said, in Vietnamese and English |
//! | [`search`] | what a visitor may mean by a few plain, half-typed or mistyped words |
//!
//! It depends on nothing of ours, does no I/O, and knows no centre: names, codes and synonyms are
//! given to it.
//!
//! ```
//! use vietnamese::search::{Entry, Field, Index, Synonym};
//!
//! let synonyms = [Synonym {
//!     query_folded: "bang lai".into(),
//!     expands_to: vec!["giấy phép lái xe".into()],
//! }];
//! let index = Index::build(
//!     [
//!         Entry::new(7, 1).with(Field::ShortName, "Đổi giấy phép lái xe"),
//!         Entry::new(8, 1).with(Field::ShortName, "Cấp hộ chiếu phổ thông"),
//!     ],
//!     &synonyms,
//! );
//!
//! let found = index.search("doi bang lai", 6);
//! assert_eq!(found.hits[0].id, 7);
//! assert_eq!(found.understood[0].to_string(), "bang lai = giấy phép lái xe");
//! assert!(index.search("xin chào", 6).hits.is_empty());
//! ```

mod fold;
mod leftover;
pub mod letter;
pub mod number;
pub mod search;
mod sort;
mod telex;
mod tone;

pub use fold::{clean, fold};
pub use sort::{SortKey, sort_key};
pub use telex::telex;
