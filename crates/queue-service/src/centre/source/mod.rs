//! The written form: files of TOML and CSV, read value by value so that every fault is found at once; pictures.

mod bytes;
mod cell;
mod finding;
mod folder;
mod rows;
mod scalars;
mod table;
pub(super) mod value;

pub(super) use bytes::Bytes;
pub(super) use cell::{Cell, Placed, Text, names};
pub use finding::{Finding, Severity};
pub(super) use finding::{Findings, InFile};
pub(super) use folder::{Folder, PICTURES, digest};
pub(super) use rows::{Row, Rows};
pub(super) use table::Table;
