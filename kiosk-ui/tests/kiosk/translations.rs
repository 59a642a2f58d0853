//! Every text of the screens stands in the English file, and nothing else does.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Context, text, and whether it has a plural.
type Key = (String, String, bool);

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn slint_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            slint_files(&path, found);
        } else if path.extension().is_some_and(|ext| ext == "slint") {
            found.push(path);
        }
    }
}

/// The string literal at the start of `rest`, and what follows it.
fn literal(rest: &str) -> (String, &str) {
    let rest = rest
        .trim_start()
        .strip_prefix('"')
        .expect("a literal in @tr");
    let end = rest.find('"').expect("the literal ends");
    (rest[..end].to_owned(), rest[end + 1..].trim_start())
}

fn texts_of_screens() -> BTreeSet<Key> {
    let mut files = Vec::new();
    slint_files(&root().join("ui"), &mut files);
    let mut keys = BTreeSet::new();
    for file in files {
        let source = std::fs::read_to_string(file).expect("a readable file");
        for rest in source.split("@tr(").skip(1) {
            let (first, rest) = literal(rest);
            let (context, text, rest) = match rest.strip_prefix("=>") {
                Some(rest) => {
                    let (text, rest) = literal(rest);
                    (first, text, rest)
                }
                None => (String::new(), first, rest),
            };
            keys.insert((context, text, rest.starts_with('|')));
        }
    }
    keys
}

/// The entries of the file that have a translation.
fn translated() -> BTreeSet<Key> {
    let path = root().join("../assets/lang/en/LC_MESSAGES/kiosk-ui.po");
    let file = std::fs::read_to_string(path).expect("the English file");
    let mut keys = BTreeSet::new();
    for entry in file.split("\n\n").skip(1) {
        let value = |key: &str| {
            let line = entry.lines().find_map(|line| line.strip_prefix(key))?;
            Some(line.trim().trim_matches('"').to_owned())
        };
        let Some(text) = value("msgid ").filter(|text| !text.is_empty()) else {
            continue;
        };
        let plural = value("msgid_plural ").is_some();
        let forms = if plural {
            vec!["msgstr[0] ", "msgstr[1] "]
        } else {
            vec!["msgstr "]
        };
        let complete = forms
            .iter()
            .all(|form| value(form).is_some_and(|text| !text.is_empty()));
        if complete && !entry.contains("fuzzy") {
            keys.insert((value("msgctxt ").unwrap_or_default(), text, plural));
        }
    }
    keys
}

#[test]
fn english_is_complete_and_holds_nothing_else() {
    let (screens, english) = (texts_of_screens(), translated());
    assert!(screens.len() > 100, "the search for texts is broken");
    let missing: Vec<_> = screens.difference(&english).collect();
    let unused: Vec<_> = english.difference(&screens).collect();
    assert!(missing.is_empty(), "not translated: {missing:#?}");
    assert!(unused.is_empty(), "not on any screen: {unused:#?}");
}

#[test]
fn translations_keep_the_places_to_fill_in() {
    let path = root().join("../assets/lang/en/LC_MESSAGES/kiosk-ui.po");
    let file = std::fs::read_to_string(path).expect("the English file");
    for entry in file.split("\n\n").skip(1) {
        let line = |key: &str| entry.lines().find_map(|line| line.strip_prefix(key));
        let (Some(text), Some(english)) = (line("msgid "), line("msgstr")) else {
            continue;
        };
        for place in ["{0}", "{1}", "{2}", "{n}"] {
            assert_eq!(
                text.contains(place),
                english.contains(place),
                "{place} in {text}"
            );
        }
    }
}
