//! `agencies.csv`: who is responsible, and who took over from whom.

use crate::centre::source::{InFile, Placed, Text, names, value};
use queue_core::Validity;
use queue_protocol::Text as Names;

/// The file's name.
pub(in crate::centre) const FILE: &str = "agencies.csv";

/// An agency.
#[derive(Debug)]
pub(in crate::centre) struct Agency {
    pub(in crate::centre) code: Placed<String>,
    pub(in crate::centre) name: Names,
    pub(in crate::centre) valid: Validity,
    /// The agencies whose work it took over, wholly or in part.
    pub(in crate::centre) successor_of: Vec<Placed<String>>,
}

/// Reads the file.
pub(in crate::centre) fn read(file: InFile<'_>, text: &str) -> Vec<Agency> {
    let required = ["code", "name_vi", "name_en"];
    let optional = ["valid_from", "valid_until", "successor_of"];
    super::rows(file, text, &required, &optional, |row| Agency {
        code: row.cell("code").placed(value::code),
        name: names(&row.cell("name_vi"), &row.cell("name_en"), Text::LINE),
        valid: row.validity(),
        successor_of: row
            .cell("successor_of")
            .parts()
            .map(|part| part.placed(value::code))
            .collect(),
    })
}
