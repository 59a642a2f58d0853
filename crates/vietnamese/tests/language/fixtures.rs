//! The data files, and an index over the real procedures among them.

use std::sync::LazyLock;

use vietnamese::search::{Entry, Field, Found, Index, Synonym};

/// The rows of a data file, without its header.
pub fn rows(file: &str) -> Vec<csv::StringRecord> {
    let path = format!("{}/tests/data/{file}", env!("CARGO_MANIFEST_DIR"));
    csv::Reader::from_path(path)
        .unwrap()
        .records()
        .map(Result::unwrap)
        .collect()
}

/// The real procedures; an entry's id is its row.
pub static PROCEDURES: LazyLock<Vec<csv::StringRecord>> = LazyLock::new(|| rows("procedures.csv"));

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let entries = (0..).zip(PROCEDURES.iter()).map(|(id, row)| {
        Entry::new(id, row[4].parse().unwrap())
            .with(Field::ShortName, &row[1])
            .with(Field::OfficialName, &row[2])
            .with(Field::EnglishName, &row[3])
            .with(Field::Code, &row[0])
    });
    Index::build(entries, &synonyms())
});

fn synonyms() -> Vec<Synonym> {
    let synonym = |row: &csv::StringRecord| Synonym {
        query_folded: row[0].to_owned(),
        expands_to: row[1].split("; ").map(str::to_owned).collect(),
    };
    rows("synonyms.csv").iter().map(synonym).collect()
}

/// What the kiosk would ask.
pub fn find(query: &str) -> Found {
    find_at_most(query, 6)
}

/// Every hit.
pub fn find_all(query: &str) -> Found {
    find_at_most(query, usize::MAX)
}

/// The best hits.
pub fn find_at_most(query: &str, limit: usize) -> Found {
    INDEX.search(query, limit)
}

/// What part of a query finds.
pub fn part(query: &str) -> Found {
    INDEX.search_part(query, 6)
}

/// The short names found, best first.
pub fn names(query: &str) -> Vec<&'static str> {
    find(query)
        .hits
        .iter()
        .map(|hit| &PROCEDURES[hit.id as usize][1])
        .collect()
}

/// What was understood, one line each.
pub fn understood(query: &str) -> Vec<String> {
    find(query)
        .understood
        .iter()
        .map(ToString::to_string)
        .collect()
}
