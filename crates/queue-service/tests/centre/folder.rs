//! Folders for the tests: the shipped ones, a small one, and variants of it.

use queue_service::centre::{Document, Finding};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Files by name.
pub type Files = BTreeMap<String, Vec<u8>>;

pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/centre/fixtures")
        .join(name)
}

pub fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../assets/centres")
        .join(name)
}

pub fn files(folder: &Path) -> Files {
    let mut files = Files::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            for inner in fs::read_dir(entry.path()).unwrap() {
                let inner = inner.unwrap();
                let file = format!("{name}/{}", inner.file_name().to_str().unwrap());
                files.insert(file, fs::read(inner.path()).unwrap());
            }
        } else {
            files.insert(name, fs::read(entry.path()).unwrap());
        }
    }
    files
}

pub fn small() -> Files {
    files(&fixture("small"))
}

/// The small centre with one place of one file written otherwise.
pub fn edited(file: &str, from: &str, to: &str) -> Files {
    let mut files = small();
    edit(&mut files, file, from, to);
    files
}

pub fn edit(files: &mut Files, file: &str, from: &str, to: &str) {
    let text = String::from_utf8(files[file].clone()).unwrap();
    assert_eq!(
        text.matches(from).count(),
        1,
        "`{from}` must stand once in {file}"
    );
    files.insert(file.to_owned(), text.replace(from, to).into_bytes());
}

pub fn errors(files: Files) -> Vec<String> {
    Document::from_files(files)
        .err()
        .map(|errors| shown(&errors))
        .unwrap_or_default()
}

pub fn warnings(files: Files) -> Vec<String> {
    shown(Document::from_files(files).unwrap().warnings())
}

pub fn shown(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}
