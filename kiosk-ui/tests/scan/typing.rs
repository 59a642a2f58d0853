//! A hand at a keyboard, and a scanner beside it.

use kiosk_ui::scan::{PAUSE, Typist};
use proptest::prelude::*;
use std::time::{Duration, Instant};

const CARD: &str = "056050000123|201234567|TRAN THI MAU|01011950|Nu|12 Duong Mau|01052021";

/// Types letter by letter, the gaps in turn between them; gives what came, and what comes after a pause.
fn typed(text: &str, gaps_ms: &[u64]) -> (String, String) {
    let (mut typist, mut now) = (Typist::default(), Instant::now());
    let gaps = gaps_ms.iter().cycle().copied();
    let mut came = String::new();
    for (letter, gap) in text.chars().zip(gaps) {
        now += Duration::from_millis(gap);
        came.push_str(&typist.key(letter.encode_utf8(&mut [0; 4]), now));
    }
    let rest = typist.pause();
    (came, rest)
}

#[test]
fn a_slow_hand_gets_each_letter_at_the_next_and_the_last_after_a_pause() {
    let (came, rest) = typed("doi bang", &[300]);
    assert_eq!((came.as_str(), rest.as_str()), ("doi ban", "g"));
}

#[test]
fn a_quick_hand_gets_its_letters_while_it_types() {
    let (came, rest) = typed("doi bang lai", &[90, 60, 120]);
    assert_eq!((came.as_str(), rest.as_str()), ("doi bang lai", ""));
}

#[test]
fn a_short_burst_is_a_hand() {
    let (came, rest) = typed("lai", &[10]);
    assert_eq!((came.as_str(), rest.as_str()), ("", "lai"));
}

#[test]
fn nothing_of_a_card_comes_out_not_even_after_a_delay_of_the_window() {
    for gaps in [
        &[0][..],
        &[4],
        &[12, 3, 30],
        &[140, 1, 1, 1, 1, 1, 1, 1],
        &[45],
    ] {
        let (came, rest) = typed(CARD, gaps);
        assert_eq!((came.as_str(), rest.as_str()), ("", ""), "{gaps:?}");
    }
}

#[test]
fn what_is_typed_after_a_scan_comes_and_the_scan_does_not() {
    let (mut typist, mut now) = (Typist::default(), Instant::now());
    for letter in CARD.chars().chain(['\n']) {
        now += Duration::from_millis(5);
        assert_eq!(typist.key(letter.encode_utf8(&mut [0; 4]), now), "");
    }
    now += PAUSE;
    assert_eq!(typist.key("a", now), "");
    assert_eq!(typist.pause(), "a");
}

#[test]
fn keys_without_letters_are_no_typing_and_letters_are_taken_back_in_their_order() {
    let (came, rest) = typed("\u{10}l\u{f700}\u{8}\n", &[300]);
    assert_eq!((came.as_str(), rest.as_str()), ("l\u{8}", ""));
}

proptest! {
    /// Whatever a hand types, no letter is lost, doubled or moved.
    #[test]
    fn every_letter_of_a_hand_comes_once(text in "[a-z ]{1,40}", gaps in prop::collection::vec(60_u64..900, 1..40)) {
        let (came, rest) = typed(&text, &gaps);
        prop_assert_eq!(came + &rest, text);
    }
}
