//! Whatever a scanner sends: never a panic, never a card or a code that is not there. `PROPTEST_CASES` makes the run as
//! long as wanted; what it finds goes to `fuzz/seeds/scan` and is tried again here.

use crate::centre::meaning;
use kiosk_ui::scan::Meaning;
use proptest::prelude::*;
use std::path::Path;

/// What must be there for each meaning, looked for in another way.
fn judge(text: &str) -> Result<(), TestCaseError> {
    match meaning(text) {
        Meaning::Nothing => {}
        Meaning::Class(_) | Meaning::Younger => {
            let strokes = text.chars().filter(|c| matches!(c, '|' | '｜')).count();
            prop_assert!((6..=10).contains(&strokes));
            let digits = text
                .chars()
                .filter(|c| c.is_ascii_digit() || ('０'..='９').contains(c));
            prop_assert!(digits.count() >= 20);
        }
        Meaning::Dossier { code, service, .. } => {
            prop_assert!(["tra-ket-qua", "xay-dung"].contains(&&*service));
            prop_assert!(code.contains("H32") && code.is_ascii());
            let digits = |text: &str| -> String {
                let narrow = |c: char| match c {
                    '０'..='９' => char::from_digit(u32::from(c) - 0xff10, 10),
                    c => Some(c),
                };
                text.chars()
                    .filter_map(narrow)
                    .filter(char::is_ascii_digit)
                    .collect()
            };
            prop_assert!(digits(text).contains(&digits(&code)));
        }
    }
    Ok(())
}

fn seeds() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/seeds/scan");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let mut seeds: Vec<_> = files.map(|path| std::fs::read(path).unwrap()).collect();
    seeds.sort();
    assert!(seeds.len() >= 8);
    let text = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).into_owned();
    seeds.iter().map(text).collect()
}

#[test]
fn every_seed_is_tried() {
    for seed in seeds() {
        judge(&seed).unwrap();
    }
}

/// A seed with some of its letters replaced, doubled or lost, or two of them run together.
fn mangled() -> impl Strategy<Value = String> {
    let edit = (any::<prop::sample::Index>(), 0_u8..4, any::<char>());
    let near = prop::sample::select("0123456789|.-H]Q1\r\n\t 軈ễ".chars().collect::<Vec<_>>());
    let edits = prop::collection::vec((edit, near, any::<bool>()), 0..8);
    let seed = || prop::sample::select(seeds());
    (seed(), seed(), any::<bool>(), edits).prop_map(|(first, second, both, edits)| {
        let mut text: Vec<char> = first.chars().collect();
        if both {
            text.extend(second.chars());
        }
        for ((place, kind, wild), near, tame) in edits {
            let place = place.index(text.len() + 1);
            let letter = if tame { near } else { wild };
            match kind {
                0 => text.insert(place, letter),
                1 if place < text.len() => text[place] = letter,
                2 if place < text.len() => drop(text.remove(place)),
                _ => text.truncate(text.len().max(1) - text.len().min(1)),
            }
        }
        text.into_iter().collect()
    })
}

proptest! {
    #[test]
    fn mangled_scans_are_read_or_ignored(text in mangled()) {
        judge(&text)?;
    }

    #[test]
    fn any_text_is_read_or_ignored(text in any::<String>()) {
        judge(&text)?;
    }

    #[test]
    fn huge_texts_are_ignored(letter in any::<char>(), count in 4097_usize..50_000) {
        let text: String = std::iter::repeat_n(letter, count).collect();
        prop_assert!(meaning(&text) == Meaning::Nothing);
    }
}
