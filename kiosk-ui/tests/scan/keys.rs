//! A scanner that types: endings, pauses, letters taken back, keys of a hand.

use crate::centre::day;
use kiosk_ui::scan::{Meaning, Scan, Wedge};
use std::time::{Duration, Instant};

const CARD: &str = "056050000123|201234567|TRAN THI MAU|01011950|Nu|12 Duong Mau|01052021";

fn is_card(scan: Option<&Scan>) -> bool {
    let catalogue = crate::centre::catalogue();
    let meaning =
        scan.map(|s| s.meaning(day("2026-11-25"), &catalogue.classes, &catalogue.dossiers));
    matches!(meaning, Some(Meaning::Class(_)))
}

/// Types letter by letter, `gap` apart. Gives the scans that came.
fn typed(wedge: &mut Wedge, keys: &[&str], now: &mut Instant, gap: Duration) -> Vec<Scan> {
    let mut scans = Vec::new();
    for key in keys {
        *now += gap;
        scans.extend(wedge.key(key, *now));
    }
    scans
}

fn letters(text: &str) -> Vec<String> {
    text.chars().map(String::from).collect()
}

fn type_text(text: &str, gap_ms: u64) -> Vec<Scan> {
    let (mut wedge, mut now) = (Wedge::default(), Instant::now());
    let letters = letters(text);
    let keys: Vec<&str> = letters.iter().map(String::as_str).collect();
    typed(&mut wedge, &keys, &mut now, Duration::from_millis(gap_ms))
}

#[test]
fn one_scan_whatever_its_ending() {
    for ending in ["\r", "\n", "\t", "\r\n"] {
        let scans = type_text(&format!("{CARD}{ending}"), 4);
        assert_eq!(scans.len(), 1, "{ending:?}");
        assert!(is_card(scans.first()), "{ending:?}");
    }
}

#[test]
fn silence_ends_a_scan_and_a_hand_makes_none() {
    let (mut wedge, mut now) = (Wedge::default(), Instant::now());
    let letters = letters(CARD);
    let keys: Vec<&str> = letters.iter().map(String::as_str).collect();
    assert!(typed(&mut wedge, &keys, &mut now, Duration::from_millis(9)).is_empty());
    assert!(wedge.pause(now).is_none(), "not yet");
    assert!(is_card(
        wedge.pause(now + Duration::from_millis(200)).as_ref()
    ));
    assert!(wedge.pause(now + Duration::from_secs(9)).is_none(), "once");
    assert!(
        type_text(&format!("{CARD}\n"), 200).is_empty(),
        "slower than any scanner"
    );
    assert!(type_text("12\n", 5).is_empty(), "a key of a keypad");
}

#[test]
fn letters_taken_back_and_keys_without_letters_do_not_count() {
    let with_shift: String = CARD.chars().flat_map(|c| ['\u{10}', c]).collect();
    assert!(is_card(type_text(&format!("{with_shift}\n"), 1).first()));
    let composed = CARD.replace("TRAN", "TRAN\u{8}\u{8}\u{1ea6}N");
    assert!(is_card(type_text(&format!("{composed}\n"), 1).first()));
}

#[test]
fn what_is_longer_than_any_code_is_thrown_away_whole() {
    let endless = "7".repeat(5000);
    assert!(type_text(&format!("{endless}\n"), 0).is_empty());
    let scans = type_text(&format!("{endless}\n{CARD}\n"), 0);
    assert_eq!(scans.len(), 1);
    assert!(is_card(scans.first()), "and the next is whole again");
}
