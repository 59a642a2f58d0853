//! Every text of the screens has its English, and nothing else is translated.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The message and its plural of every `@tr` in `text`.
fn texts(text: &str) -> Vec<(String, Option<String>)> {
    let mut found = Vec::new();
    for call in text.split("@tr(").skip(1) {
        let first = literal(call).expect("@tr begins with a text");
        let rest = &call[call.find(&format!("\"{first}\"")).unwrap() + first.len() + 2..];
        let plural = rest.trim_start().strip_prefix('|').and_then(literal);
        found.push((first, plural));
    }
    found
}

/// The first string literal; none of ours holds an escaped quote.
fn literal(text: &str) -> Option<String> {
    let text = text.trim_start().strip_prefix('"')?;
    Some(text[..text.find('"')?].to_owned())
}

fn slint_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            slint_files(&path, found);
        } else {
            found.push(path);
        }
    }
}

#[test]
fn every_text_has_its_english() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    slint_files(&root.join("ui"), &mut files);
    let used: BTreeSet<(String, Option<String>)> = files
        .iter()
        .flat_map(|file| texts(&std::fs::read_to_string(file).unwrap()))
        .collect();
    assert!(used.len() > 200, "the screens' texts were not found");

    let po =
        std::fs::read_to_string(root.join("../assets/lang/en/LC_MESSAGES/counter-ui.po")).unwrap();
    let mut translated = BTreeSet::new();
    for entry in po
        .split("\n\n")
        .filter(|entry| entry.contains("\nmsgid ") || entry.starts_with("msgid "))
    {
        let field = |name: &str| {
            let line = entry.lines().find_map(|line| line.strip_prefix(name));
            line.map(|line| line.trim().trim_matches('"').to_owned())
        };
        let (id, plural) = (field("msgid ").unwrap(), field("msgid_plural "));
        let forms: Vec<String> = match plural {
            None => field("msgstr ").into_iter().collect(),
            Some(_) => [field("msgstr[0] "), field("msgstr[1] ")]
                .into_iter()
                .flatten()
                .collect(),
        };
        if id.is_empty() {
            continue;
        }
        assert_eq!(
            forms.len(),
            1 + usize::from(plural.is_some()),
            "{id}: forms are missing"
        );
        for form in &forms {
            assert!(!form.is_empty(), "{id} has no English");
            assert_eq!(
                places(&id),
                places(form),
                "{id}: other places than in `{form}`"
            );
        }
        translated.insert((id, plural));
    }
    let missing: Vec<_> = used.difference(&translated).collect();
    let dead: Vec<_> = translated.difference(&used).collect();
    assert!(missing.is_empty(), "without English: {missing:#?}");
    assert!(dead.is_empty(), "no longer on any screen: {dead:#?}");
}

/// The placeholders, in any order.
fn places(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split('}').next())
        .collect()
}
