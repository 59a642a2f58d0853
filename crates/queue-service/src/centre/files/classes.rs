//! `classes.toml`: who goes ahead, and by how much.

use crate::centre::source::{Placed, Table, Text, value};
use queue_protocol::Text as Names;

/// The file's name.
pub(in crate::centre) const FILE: &str = "classes.toml";

/// A class of priority.
#[derive(Debug)]
pub(in crate::centre) struct Class {
    pub(in crate::centre) code: Placed<String>,
    pub(in crate::centre) name: Names,
    pub(in crate::centre) head_start_minutes: u32,
    pub(in crate::centre) self_declared: bool,
    /// From which age on a scanned identity card settles it.
    pub(in crate::centre) from_age: Option<u8>,
}

/// Reads the file, in which there may be no class at all.
pub(in crate::centre) fn read(top: &mut Table<'_>) -> Vec<Class> {
    top.optional_tables("classes")
        .into_iter()
        .map(class)
        .collect()
}

fn class(mut table: Table<'_>) -> Class {
    let class = Class {
        code: table.cell("code").placed(value::code),
        name: table.names("name", Text::LABEL),
        head_start_minutes: table.number("head_start_minutes", 1..=600),
        self_declared: table.truth("self_declared"),
        from_age: table
            .optional_number("from_age", 1..=120)
            .and_then(|age| u8::try_from(age).ok()),
    };
    table.done();
    class
}
