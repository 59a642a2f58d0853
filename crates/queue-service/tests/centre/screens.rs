//! The shipped layouts as boards get them: golden files, which the board's own tests draw.

use crate::folder::shipped;
use queue_service::centre::Document;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../display-board/tests/layouts")
}

#[test]
fn shipped_layouts_are_those_that_are_drawn() {
    let bless = std::env::var_os("XINMOI_BLESS").is_some();
    let mut expected = BTreeSet::new();
    let mut wrong = Vec::new();
    for centre in ["khanh-hoa", "nghe-an"] {
        let document = Document::read_dir(&shipped(centre)).unwrap();
        for (name, stored) in &**document.screens() {
            let file = format!("{centre}-{name}.json");
            let path = golden().join(&file);
            if bless {
                fs::write(&path, &stored.json).unwrap();
            }
            if bless || fs::read_to_string(&path).ok().as_ref() != Some(&stored.json) {
                wrong.push(file.clone());
            }
            expected.insert(file);
        }
    }
    let found = fs::read_dir(golden()).unwrap();
    let found: BTreeSet<_> = found
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(found, expected);
    assert!(
        wrong.is_empty(),
        "{wrong:?}: XINMOI_BLESS=1 writes them anew"
    );
}
