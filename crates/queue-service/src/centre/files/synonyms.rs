//! `synonyms.csv`: everyday words, and what they stand for.

use crate::centre::source::{InFile, Placed, Text, value};

/// The file's name.
pub(in crate::centre) const FILE: &str = "synonyms.csv";

/// A word people use.
#[derive(Debug)]
pub(in crate::centre) struct Synonym {
    /// What people type, without accents.
    pub(in crate::centre) query: Placed<String>,
    /// What it stands for, in Vietnamese.
    pub(in crate::centre) expands_to: Vec<String>,
}

/// Reads the file.
pub(in crate::centre) fn read(file: InFile<'_>, text: &str) -> Vec<Synonym> {
    super::rows(file, text, &["query", "expands_to"], &[], |row| {
        let expansions = row.cell("expands_to");
        let expands_to: Vec<String> = expansions
            .parts()
            .map(|part| part.text(Text::LINE))
            .collect();
        if expands_to.is_empty() {
            row.error(
                "`expands_to`: expected one or more texts with `;` between them, found nothing",
            );
        }
        Synonym {
            query: row.cell("query").placed(value::typed),
            expands_to,
        }
    })
}
