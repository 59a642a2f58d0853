//! Whatever bytes a folder holds, reading it ends with a centre or with errors that name a place.

use crate::folder::{Files, files, shipped, small};
use proptest::prelude::*;
use proptest::sample::Index;
use queue_service::centre::Document;

/// One change of one file's bytes.
#[derive(Debug, Clone)]
enum Change {
    Replace(Index, u8),
    Remove(Index, Index),
    Insert(Index, Vec<u8>),
    Repeat(Index, Index),
    Cut(Index),
}

fn change() -> impl Strategy<Value = Change> {
    let marks = prop::sample::select(b"\"'[]{}=,;#.\n\r\0 \xff0-".to_vec());
    let byte = prop_oneof![any::<u8>(), marks];
    prop_oneof![
        (any::<Index>(), byte.clone()).prop_map(|(at, byte)| Change::Replace(at, byte)),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Change::Remove(from, to)),
        (any::<Index>(), prop::collection::vec(byte, 1..8))
            .prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Change::Repeat(from, to)),
        any::<Index>().prop_map(Change::Cut),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    if bytes.is_empty() {
        return;
    }
    let span = |from: &Index, to: &Index| {
        let (a, b) = (from.index(bytes.len()), to.index(bytes.len()));
        a.min(b)..a.max(b).min(a.min(b) + 400)
    };
    match change {
        Change::Replace(at, byte) => *at.get_mut(bytes) = *byte,
        Change::Remove(from, to) => drop(bytes.drain(span(from, to))),
        Change::Insert(at, new) => {
            let at = at.index(bytes.len());
            bytes.splice(at..at, new.iter().copied()).for_each(drop);
        }
        Change::Repeat(from, to) => {
            let again = bytes[span(from, to)].to_vec();
            bytes.splice(0..0, again).for_each(drop);
        }
        Change::Cut(at) => bytes.truncate(at.index(bytes.len())),
    }
}

/// Reads the mutated folder. A centre must be usable; errors must stand in one of its files.
fn judge(files: Files) -> Result<(), TestCaseError> {
    let lines: Vec<(String, usize)> = files
        .iter()
        .map(|(name, bytes)| {
            (
                name.clone(),
                bytes.split(|b| matches!(b, b'\n' | b'\r')).count(),
            )
        })
        .collect();
    match Document::from_files(files) {
        Ok(document) => {
            let again = Document::from_stored(document.stored()).unwrap();
            prop_assert_eq!(again.digest(), document.digest());
            let (rules, screens) = (
                document.rules(),
                document.catalogue("2026-11-20".parse().unwrap()),
            );
            prop_assert!(screens.services.len() <= rules.services.len());
        }
        Err(errors) => {
            prop_assert!(!errors.is_empty());
            for error in &errors {
                let known = lines
                    .iter()
                    .any(|(file, count)| *file == error.file && error.line <= *count);
                prop_assert!(known, "{}", error);
            }
        }
    }
    Ok(())
}

fn mutated(mut files: Files, file: &Index, changes: &[Change]) -> Files {
    let name = file.get(&files.keys().cloned().collect::<Vec<_>>()).clone();
    let mut bytes = files[&name].clone();
    changes.iter().for_each(|change| apply(&mut bytes, change));
    files.insert(name, bytes);
    files
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn a_mutated_small_centre_never_panics(
        file in any::<Index>(),
        changes in prop::collection::vec(change(), 1..6),
    ) {
        judge(mutated(small(), &file, &changes))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_mutated_shipped_centre_never_panics(
        file in any::<Index>(),
        changes in prop::collection::vec(change(), 1..4),
    ) {
        judge(mutated(files(&shipped("khanh-hoa")), &file, &changes))?;
    }

    #[test]
    fn any_text_as_a_stored_centre_never_panics(text in "\\PC{0,200}") {
        prop_assert!(Document::from_stored(&text).is_err());
    }
}
