//! Every language of the product says all that the others say.

#![allow(clippy::expect_used, reason = "a test says where it broke")]

use languages::{FOLDER, LANGUAGES, Sheet};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use toml::Value;

/// The files that each language has besides those of the screens.
const WORDS: [&str; 2] = ["slip.toml", "aloud.toml"];
const SCREENS: [&str; 3] = ["kiosk-ui.po", "counter-ui.po", "display-board.po"];

/// What stands for a value: "{0}", "{time}".
fn holes(text: &str) -> BTreeSet<String> {
    let parts = text.split('{').skip(1);
    let holes = parts.filter_map(|rest| rest.split_once('}'));
    holes.map(|(hole, _)| hole.to_owned()).collect()
}

/// Each text of a table by its key, with what is to be filled in.
fn texts(key: &str, value: &Value, into: &mut BTreeMap<String, BTreeSet<String>>) {
    match value {
        Value::Table(table) => {
            let values = table.iter();
            values.for_each(|(name, value)| texts(&format!("{key}.{name}"), value, into));
        }
        Value::Array(list) => {
            let values = list.iter().enumerate();
            values.for_each(|(place, value)| texts(&format!("{key}.{place}"), value, into));
        }
        other => {
            let text = other.as_str().unwrap_or_default();
            assert!(!text.trim().is_empty(), "{key} says nothing");
            into.insert(key.to_owned(), holes(text));
        }
    }
}

fn words(sheet: &Sheet, file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let text = sheet.text(file).expect(file);
    let table = toml::from_str(text).expect(file);
    let mut found = BTreeMap::new();
    texts(&format!("{}/{file}", sheet.code), &table, &mut found);
    let own = |(key, holes): (String, _)| (key.replacen(sheet.code, "", 1), holes);
    found.into_iter().map(own).collect()
}

/// The entries of a `.po` file, each with its fields; a text may go on over several lines.
fn entries(file: &Path) -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(file).expect("a readable file");
    let mut entries = Vec::new();
    for block in text.split("\n\n") {
        let (mut entry, mut field) = (BTreeMap::<_, String>::new(), String::new());
        for line in block.lines().filter(|line| !line.starts_with('#')) {
            let Some((name, rest)) = line.split_once('"') else {
                continue;
            };
            if !name.trim().is_empty() {
                name.trim().clone_into(&mut field);
            }
            let text = rest.strip_suffix('"').unwrap_or(rest);
            entry.entry(field.clone()).or_default().push_str(text);
        }
        if !entry.is_empty() {
            assert!(!block.contains("fuzzy"), "{}: {block}", file.display());
            entries.push(entry);
        }
    }
    entries
}

/// How many forms a counted text has.
fn forms(header: &BTreeMap<String, String>) -> usize {
    let head = header.get("msgstr").expect("a header");
    let (_, forms) = head.split_once("nplurals=").expect("Plural-Forms");
    let digits = forms.split(';').next().unwrap_or_default();
    digits.trim().parse().expect("a number of forms")
}

/// Every text that a file has whole, with its context and its plural.
fn translated(file: &Path) -> BTreeSet<[String; 3]> {
    let entries = entries(file);
    let forms = forms(entries.first().expect("a header"));
    let mut found = BTreeSet::new();
    for entry in &entries[1..] {
        let field = |name: &str| entry.get(name).cloned().unwrap_or_default();
        let key = ["msgctxt", "msgid", "msgid_plural"].map(field);
        let names = if key[2].is_empty() {
            vec!["msgstr".to_owned()]
        } else {
            (0..forms).map(|form| format!("msgstr[{form}]")).collect()
        };
        for name in names {
            let translation = field(&name);
            let place = format!("{}: {}", file.display(), key[1]);
            assert!(!translation.is_empty(), "{place} has no {name}");
            assert_eq!(holes(&translation), holes(&key[1]), "{place}");
        }
        assert!(found.insert(key), "twice in {}", file.display());
    }
    found
}

#[test]
fn every_slip_and_every_kiosk_read_aloud_has_all_its_words() {
    let vietnamese = &LANGUAGES[0];
    for file in WORDS {
        let all = words(vietnamese, file);
        assert!(all.len() > 20, "the search for texts is broken");
        for sheet in &LANGUAGES {
            assert_eq!(words(sheet, file), all, "{}: {file}", sheet.code);
        }
    }
}

#[test]
fn every_text_of_every_screen_is_translated() {
    let file = |code: &str, screens: &str| {
        let folder = Path::new(FOLDER).join(code);
        folder.join("LC_MESSAGES").join(screens)
    };
    for screens in SCREENS {
        // That English has what the screens say is tested with the screens.
        let all = translated(&file("en", screens));
        for sheet in LANGUAGES.iter().filter(|sheet| sheet.code != "vi") {
            let own = translated(&file(sheet.code, screens));
            let missing: Vec<_> = all.difference(&own).collect();
            let unused: Vec<_> = own.difference(&all).collect();
            assert!(missing.is_empty(), "{}: {missing:#?}", sheet.code);
            assert!(
                unused.is_empty(),
                "{}: on no screen {unused:#?}",
                sheet.code
            );
        }
    }
}

#[test]
fn every_language_has_a_name_that_fits_the_switch() {
    let (mut names, mut short) = (BTreeSet::new(), BTreeSet::new());
    for sheet in &LANGUAGES {
        assert!(!sheet.name.trim().is_empty(), "{}", sheet.code);
        assert!(
            (1..=3).contains(&sheet.short.chars().count()),
            "{}",
            sheet.code
        );
        assert!(names.insert(sheet.name) && short.insert(sheet.short));
    }
}

#[test]
fn what_the_hall_hears_has_a_voice() {
    let voices = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/voices");
    for sheet in LANGUAGES.iter().filter(|sheet| sheet.code != "vi") {
        let bank = voices.join(sheet.code).join("manifest.toml");
        let heard = sheet.text("voice.toml").is_some();
        assert!(!heard || bank.is_file(), "{} has no voice", sheet.code);
    }
}
