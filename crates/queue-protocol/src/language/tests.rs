use super::*;
use crate::Text;
use crate::views::BoardCall;
use serde_json::{from_value, json};

/// The language of this build only, which is nothing but files.
fn third() -> Language {
    Language::from_word("x-long").expect("in debug builds")
}

#[test]
fn a_language_is_its_folder() {
    let words = |language: Language| (language.as_str(), language.short(), language.name());
    assert_eq!(words(Language::VI), ("vi", "VI", "Tiếng Việt"));
    assert_eq!(words(Language::EN), ("en", "EN", "English"));
    assert_eq!(words(third()), ("x-long", "LẠ", "Tiếngti Việtvi"));
    assert_eq!(Language::shipped()[..2], [Language::VI, Language::EN]);
    assert!(!Language::shipped().contains(&third()));
    assert_eq!(Language::default(), Language::VI);
}

#[test]
fn it_goes_over_the_wire_by_its_code() {
    for language in [Language::VI, Language::EN, third()] {
        let word = json!(language.as_str());
        assert_eq!(serde_json::to_value(language).expect("written"), word);
        assert_eq!(from_value::<Language>(word).expect("read"), language);
    }
    for wrong in ["", "VI", "tlh", "x-longer"] {
        let error = from_value::<Language>(json!(wrong)).expect_err(wrong);
        let told = format!("unknown language `{wrong}`, expected one of vi, en");
        assert!(error.to_string().starts_with(&told), "{error}");
    }
}

#[test]
fn a_screen_that_does_not_know_a_language_shows_the_call() {
    let call = json!({
        "id": 1, "number": "A001", "counter": 2, "at": "2026-11-25T08:00:00+07:00", "language": "tlh",
        "priority": false, "attempt": 1, "called": true,
    });
    let call: BoardCall = from_value(call).expect("read");
    assert_eq!(call.language, Language::VI);
}

#[test]
fn the_next_one_goes_around() {
    let all = [Language::VI, Language::EN, third()];
    assert_eq!(Language::VI.next_of(&all), Language::EN);
    assert_eq!(Language::EN.next_of(&all), third());
    assert_eq!(third().next_of(&all), Language::VI);
    assert_eq!(third().next_of(&all[..2]), Language::VI);
    assert_eq!(third().next_of(&[]), third());
}

#[test]
fn a_centre_speaks_english_to_strangers_and_vietnamese_where_it_has_no_english() {
    let text = |en: &str| Text {
        vi: "Hộ tịch".into(),
        en: en.into(),
    };
    for (language, with, without) in [
        (Language::VI, "Hộ tịch", "Hộ tịch"),
        (Language::EN, "Civil status", "Hộ tịch"),
        (third(), "Civil status", "Hộ tịch"),
    ] {
        assert_eq!(text("Civil status").get(language), with);
        assert_eq!(text("").get(language), without);
    }
}
