//! How often a visitor sees the right procedure: queries written before the search was tuned, and others written after,
//! over the procedures of a real centre among as many as a province has. `cargo test … rate -- --nocapture` tells the
//! figures.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use vietnamese::search::{Entry, Field, Index, Synonym};

use crate::distractors;
use crate::fixtures::rows;

/// A ministry's list has so many procedures.
const PROCEDURES: usize = 2_600;
/// So many rows a visitor looks through.
const LOOKED_AT: usize = 6;

static OWN: LazyLock<Vec<csv::StringRecord>> = LazyLock::new(|| centre("procedures.csv"));
static OTHERS: LazyLock<Vec<String>> =
    LazyLock::new(|| distractors::names(PROCEDURES - OWN.len()).collect());

/// As a kiosk indexes a catalogue.
static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let own = (0..).zip(OWN.iter()).map(|(id, row)| {
        Entry::new(id, row[3].parse().unwrap())
            .with(Field::ShortName, &row[5])
            .with(Field::EnglishName, &row[7])
            .with(Field::Code, &row[0])
            .with(Field::OfficialName, &row[6])
    });
    // Their rank does not keep them out: half of the real ones are asked for as rarely.
    let others = (1_000..)
        .zip(OTHERS.iter())
        .zip([2, 3, 4].into_iter().cycle());
    let others = others.map(|((id, name), rank)| Entry::new(id, rank).with(Field::ShortName, name));
    let synonyms: Vec<Synonym> = centre("synonyms.csv")
        .iter()
        .map(|row| Synonym {
            query_folded: row[0].to_owned(),
            expands_to: row[1].split("; ").map(str::to_owned).collect(),
        })
        .collect();
    Index::build(own.chain(others), &synonyms)
});

fn centre(file: &str) -> Vec<csv::StringRecord> {
    let centre = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/centres/khanh-hoa");
    let reader = csv::Reader::from_path(centre.join(file));
    reader.unwrap().records().map(Result::unwrap).collect()
}

fn code(id: u32) -> &'static str {
    OWN.get(id as usize).map_or("", |row| &row[0])
}

fn name(id: u32) -> &'static str {
    let own = OWN.get(id as usize).map(|row| &row[5]);
    own.unwrap_or_else(|| &OTHERS[id as usize - 1_000])
}

/// Of the queries of a file, those for which `right` stands among the first rows; nothing, where nothing is right.
/// Gives how many there are, how many were good, and tells the others.
#[expect(
    clippy::print_stdout,
    reason = "the rate of each kind is what a run is read for"
)]
fn rate(file: &str) -> (usize, usize, Vec<String>) {
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut misses = Vec::new();
    for row in rows(file) {
        let (kind, query, right) = (&row[0], &row[1], &row[2]);
        let mut hits = INDEX.search(query, LOOKED_AT).hits;
        if hits.is_empty() {
            hits = INDEX.search_part(query, LOOKED_AT).hits;
        }
        let good = if right.is_empty() {
            hits.is_empty()
        } else {
            hits.iter().any(|hit| code(hit.id) == right)
        };
        let (all, count) = kinds.entry(kind.to_owned()).or_default();
        *all += 1;
        *count += usize::from(good);
        if !good {
            let found: Vec<_> = hits.iter().map(|hit| name(hit.id)).collect();
            misses.push(format!("{kind} {query:?}: not {right} but {found:?}"));
        }
    }
    for (kind, (all, good)) in &kinds {
        println!("{kind:>10} {good:>3} of {all:>3}");
    }
    println!("missed:\n  {}", misses.join("\n  "));
    let sum = kinds
        .values()
        .fold((0, 0), |sum, kind| (sum.0 + kind.0, sum.1 + kind.1));
    (sum.0, sum.1, misses)
}

#[test]
fn the_right_procedure_is_among_the_first_six() {
    let (all, good, misses) = rate("queries.csv");
    assert!(all >= 200, "{all} queries say little");
    assert!(
        good * 100 >= all * 95,
        "{good} of {all}:\n  {}",
        misses.join("\n  ")
    );
    let nonsense: Vec<_> = misses
        .iter()
        .filter(|miss| miss.starts_with("nonsense"))
        .collect();
    assert!(
        nonsense.is_empty(),
        "nonsense finds something: {nonsense:?}"
    );
}

#[test]
fn queries_written_after_the_tuning_are_answered_too() {
    let (all, good, misses) = rate("later-queries.csv");
    assert!(
        good * 100 >= all * 80,
        "{good} of {all}:\n  {}",
        misses.join("\n  ")
    );
}
