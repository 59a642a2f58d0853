//! The fixed texts: each has its words in both languages, and its clip in every shipped voice.

use kiosk_ui::view_model::aloud::Phrase;
use queue_protocol::Language;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use voice_announcer::Sound;

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets")
}

fn read(path: &Path) -> toml::Table {
    let text = std::fs::read_to_string(path).expect("a readable file");
    text.parse().expect("TOML")
}

fn wording(language: &str) -> BTreeMap<String, String> {
    let table = read(&assets().join(format!("lang/{language}/aloud.toml")));
    table.try_into().expect("a table of texts")
}

#[test]
fn every_language_says_every_phrase_and_nothing_else() {
    let mut names: Vec<&str> = Phrase::ALL.iter().map(|phrase| phrase.name()).collect();
    names.sort_unstable();
    for language in Language::known() {
        let text = language.text("aloud.toml").expect("an aloud.toml");
        let wording: BTreeMap<String, String> = toml::from_str(text).expect("a table of texts");
        assert_eq!(wording.keys().collect::<Vec<_>>(), names, "{language}");
        assert!(wording.values().all(|words| !words.is_empty()));
    }
}

#[test]
fn every_shipped_voice_has_each_phrase_in_its_present_words() {
    for (bank, language) in [("vi-south", "vi"), ("vi-north", "vi"), ("en", "en")] {
        let folder = assets().join("voices").join(bank);
        let manifest = read(&folder.join("manifest.toml"));
        for (name, words) in wording(language) {
            let clip = format!("aloud-{name}");
            let says = manifest["clips"].get(&clip).and_then(|says| says.as_str());
            assert_eq!(says, Some(words.as_str()), "{bank}: {clip}");
            let sound = Sound::of_clip(&folder, &clip).expect("fit to be spoken");
            assert!(sound.is_some(), "{bank}: {clip} is missing");
        }
    }
}
