//! Every text on the board has its English.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A text with the context that tells it from others.
type Text = (String, String);

fn texts_in(folder: &Path, texts: &mut BTreeSet<Text>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts_in(&path, texts);
        } else {
            let source = fs::read_to_string(&path).unwrap();
            texts.extend(source.split("@tr(").skip(1).map(|rest| {
                let (first, rest) =
                    string(rest).unwrap_or_else(|| panic!("{}: {rest}", path.display()));
                match rest.trim_start().strip_prefix("=>").and_then(string) {
                    Some((text, _)) => (first, text),
                    None => (String::new(), first),
                }
            }));
        }
    }
}

/// The string that a source goes on with, and what follows it.
fn string(source: &str) -> Option<(String, &str)> {
    let source = source.trim_start().strip_prefix('"')?;
    let (text, rest) = source.split_once('"')?;
    Some((text.to_owned(), rest))
}

/// The texts of the `.po` file with their translation, or with two: for one and for many.
fn translations() -> Vec<(Text, Vec<String>)> {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../assets/lang/en/LC_MESSAGES/display-board.po"
    );
    let file = fs::read_to_string(file).unwrap();
    let entry = |entry: &str| {
        let field = |name: &str| {
            let mut lines = entry.lines().filter_map(|line| line.strip_prefix(name));
            lines.find_map(string).map(|(text, _)| text)
        };
        let text = (
            field("msgctxt ").unwrap_or_default(),
            field("msgid ").unwrap(),
        );
        let forms: &[_] = match field("msgid_plural ") {
            Some(_) => &["msgstr[0] ", "msgstr[1] "],
            None => &["msgstr "],
        };
        let translation = forms.iter().map(|form| field(form).unwrap());
        (text, translation.collect())
    };
    file.split("\n\n").skip(1).map(entry).collect()
}

/// "{0}", "{1}" … in a text, in order of their numbers.
fn holes(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(hole, _)| hole)
        .collect()
}

#[test]
fn every_text_is_translated_and_every_translation_used() {
    let mut texts = BTreeSet::new();
    texts_in(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("ui"),
        &mut texts,
    );
    let translations = translations();
    let translated: BTreeSet<Text> = translations.iter().map(|(text, _)| text.clone()).collect();
    assert_eq!(
        translated.len(),
        translations.len(),
        "a text is translated twice"
    );
    assert_eq!(texts, translated);
    for ((_, text), forms) in translations {
        for translation in forms {
            assert!(!translation.is_empty(), "{text} has no translation");
            assert_eq!(holes(&text), holes(&translation), "{text}");
        }
    }
}
