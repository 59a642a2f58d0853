use super::*;
use chrono::format::StrftimeItems;
use std::collections::{BTreeMap, BTreeSet};
use toml::Value;

/// Every text of a file by its dotted key, lists counted by position.
fn texts(prefix: &str, value: &Value, into: &mut BTreeMap<String, String>) {
    match value {
        Value::Table(table) => {
            table
                .iter()
                .for_each(|(key, value)| texts(&format!("{prefix}.{key}"), value, into));
        }
        Value::Array(list) => {
            list.iter()
                .enumerate()
                .for_each(|(i, v)| texts(&format!("{prefix}.{i}"), v, into));
        }
        other => {
            into.insert(
                prefix.to_owned(),
                other.as_str().expect("a text").to_owned(),
            );
        }
    }
}

fn all_texts(file: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    texts("", &toml::from_str(file).expect("TOML"), &mut found);
    found
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split('}').next())
        .collect()
}

#[test]
fn all_languages_have_the_same_keys_and_placeholders() {
    let vi = all_texts(file(Language::VI));
    for language in Language::known() {
        let own = all_texts(file(language));
        assert!(own.keys().eq(vi.keys()), "{language}: other keys");
        for (key, text) in &own {
            assert_eq!(placeholders(text), placeholders(&vi[key]), "{key}");
            assert!(!text.trim().is_empty(), "{language}: {key}");
        }
    }
}

#[test]
fn all_languages_write_a_date() {
    for language in Language::known() {
        let date = &Wording::of(language).date;
        let parts = StrftimeItems::new(date);
        assert!(parts.parse().is_ok(), "{language}: {date}");
    }
}

#[test]
fn vietnamese_is_precomposed() {
    // A combining mark (U+0300–U+036F) would mean NFD.
    for text in all_texts(file(Language::VI)).values() {
        assert!(
            !text.chars().any(|c| ('\u{300}'..='\u{36f}').contains(&c)),
            "{text}"
        );
    }
}

#[test]
fn an_unknown_key_is_refused() {
    let one_more = format!("greeting = \"Hi\"\n{}", file(Language::EN));
    let error = toml::from_str::<Wording>(&one_more).expect_err("refused");
    assert!(error.to_string().contains("greeting"), "{error}");
}

#[test]
fn a_wait_is_worded_without_false_precision() {
    let vi = Wording::of(Language::VI);
    let says = |wait| {
        let (label, value) = vi.wait(wait);
        format!("{label} {value}")
    };
    assert_eq!(
        says(Some(WaitMinutes::Range(10, 15))),
        "Chờ khoảng 10–15 phút"
    );
    assert_eq!(says(Some(WaitMinutes::About(20))), "Chờ khoảng 20 phút");
    assert_eq!(says(Some(WaitMinutes::Under(5))), "Chờ dưới 5 phút");
    assert_eq!(says(None), "Thời gian chờ chưa ước tính được");
}

#[test]
fn the_time_is_the_centres_own() {
    let at = DateTime::parse_from_rfc3339("2026-11-05T08:42:10+07:00").expect("a time");
    let says = |language| Wording::of(language).taken_at(at);
    assert_eq!(says(Language::VI), "Lấy số lúc 08:42 ngày 05/11/2026");
    assert_eq!(says(Language::EN), "Taken at 08:42 on 5 Nov 2026");
    let third = Language::from_word("x-long").expect("in debug builds");
    let words = "Lấylấ sốs lúclú 08:42 ngàyng 05/11/2026";
    assert_eq!(says(third), words);
}
