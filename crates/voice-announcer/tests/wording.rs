//! Numbers and wordings: what is refused, and what holds for every announcement.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use proptest::prelude::*;
use queue_protocol::Language;
use std::collections::BTreeSet;
use voice_announcer::{
    Announcement, ClipId, LARGEST_COUNTER, ParseTicketNumberError, Part, PatternError, Region,
    Sentence, TicketNumber, Wording, WordingError, Wordings,
};

const WORDING: &str = r#"
[patterns]
call = "Mời {ticket} đến {counter}"
call_priority = "mời {ticket}, đến {counter}."
recall = "MỜI {ticket} đến {counter}"
recall_priority = "Mời {ticket} đến {counter}"
short = "{ticket}, {counter}"
transfer = "Mời {ticket}"
transfer_to_counter = "{ticket} đến {counter}"
missed = "{ticket}"
break = "{counter}"
break_minutes = "{counter}, {minutes}"
closing = "{minutes}"
[phrases]
come = "mời"
to = "đến"
[pauses_ms]
between_characters = 1
between_clips = 2
comma = 3
stop = 4
"#;

fn read(text: &str) -> Result<Wording, WordingError> {
    Wording::from_toml(Language::VI, Region::South, text)
}

fn pattern_error(call: &str) -> PatternError {
    match read(&WORDING.replacen("Mời {ticket} đến {counter}", call, 1)) {
        Err(WordingError::Pattern { pattern, reason }) => {
            assert_eq!(pattern, call);
            reason
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_wording_of_ones_own_is_read() {
    let clips: Vec<_> = read(WORDING)
        .unwrap()
        .vocabulary()
        .into_iter()
        .take(3)
        .collect();
    let phrase = |name: &str| ClipId::Phrase(name.into());
    assert_eq!(clips[0], (phrase("come"), "mời".into()));
    assert_eq!(clips[1], (phrase("to"), "đến".into()));
    assert_eq!(clips[2], (ClipId::Letter('A'), "a".into()));
}

#[test]
fn a_pattern_that_no_clips_can_speak_is_refused() {
    assert_eq!(
        pattern_error("Xin mời {ticket} đến {counter}"),
        PatternError::UnknownPhrase("Xin mời".into())
    );
    assert_eq!(
        pattern_error("mời {ticket} đến {counter} nhé"),
        PatternError::UnknownPhrase("nhé".into())
    );
    assert_eq!(
        pattern_error("mời {name} đến {counter}"),
        PatternError::UnknownPlaceholder("name".into())
    );
    assert_eq!(
        pattern_error("mời {ticket} đến {counter"),
        PatternError::OpenBrace
    );
    assert_eq!(pattern_error("mời {ticket}"), PatternError::Incomplete);
    assert_eq!(
        pattern_error("mời {ticket} đến {counter} đến {counter}"),
        PatternError::Incomplete
    );
}

#[test]
fn a_pattern_names_what_its_sentence_has_and_nothing_else() {
    for (line, wrong) in [
        ("closing = \"{minutes}\"", "closing = \"mời\""),
        ("missed = \"{ticket}\"", "missed = \"{ticket} {minutes}\""),
        ("break = \"{counter}\"", "break = \"{ticket}\""),
        ("break = \"{counter}\"", "break = \"{counter} {counter}\""),
    ] {
        let error = read(&WORDING.replacen(line, wrong, 1)).unwrap_err();
        let WordingError::Pattern { reason, .. } = error else {
            panic!("{wrong}: {error}")
        };
        assert_eq!(reason, PatternError::Incomplete, "{wrong}");
    }
}

#[test]
fn every_sentence_has_a_pattern_but_the_short_one_in_english() {
    let without = WORDING.replace("short = \"{ticket}, {counter}\"\n", "");
    let missing = read(&without).unwrap_err();
    assert!(matches!(missing, WordingError::Missing(Sentence::Short)));
    assert_eq!(missing.to_string(), "[patterns] lacks short");
    Wording::from_toml(Language::EN, Region::South, &without).unwrap();
    let unknown = WORDING.replace("closing =", "closed =");
    assert!(matches!(read(&unknown), Err(WordingError::Shape(_))));
}

#[test]
fn a_language_whose_number_words_are_not_known_has_figures() {
    let third = Language::from_word("x-long").unwrap();
    let wording = Wording::from_toml(third, Region::South, WORDING).unwrap();
    let words: Vec<_> = wording.vocabulary().into_iter().skip(2).collect();
    assert_eq!(words.first(), Some(&(ClipId::Letter('A'), "A".into())));
    assert_eq!(words.get(26), Some(&(ClipId::Digit(0), "0".into())));
    let (value, region) = (LARGEST_COUNTER, None);
    let last = (ClipId::Number { value, region }, value.to_string());
    assert_eq!(words.last(), Some(&last));
}

#[test]
fn a_wording_of_another_shape_is_refused() {
    for text in [
        "",
        "patterns = 3",
        &WORDING.replace("comma", "coma"),
        &WORDING.replace("recall =", "recal ="),
    ] {
        assert!(matches!(read(text), Err(WordingError::Shape(_))), "{text}");
    }
}

#[test]
fn only_a_letter_and_up_to_four_digits_are_a_number() {
    for text in [
        "", "A", "12", "A12345", "Đ012", "AB12", "A-12", "A 12", "A１２", "A012 ", "Ａ012",
    ] {
        assert_eq!(
            text.parse::<TicketNumber>(),
            Err(ParseTicketNumberError),
            "{text}"
        );
    }
    assert_eq!("a012".parse::<TicketNumber>().unwrap().to_string(), "A012");
}

fn announcement() -> impl Strategy<Value = Announcement> {
    let languages = prop_oneof![
        Just(vec![Language::VI]),
        Just(vec![Language::VI, Language::EN])
    ];
    (
        "[A-Za-z][0-9]{1,4}",
        any::<u16>(),
        any::<bool>(),
        any::<bool>(),
        languages,
    )
        .prop_map(
            |(number, counter, priority, recall, languages)| Announcement {
                number: number.parse().unwrap(),
                counter,
                priority,
                recall,
                languages,
            },
        )
}

proptest! {
    #[test]
    fn a_speech_says_its_number_and_needs_only_the_vocabulary(
        announcement in announcement(), times in 1_u8..3, north in any::<bool>()
    ) {
        let wordings = Wordings::shipped(if north { Region::North } else { Region::South });
        let speech = wordings.speech(&announcement, times);
        prop_assert_eq!(&speech.parts()[0], &Part::Chime);
        for pair in speech.parts().windows(2) {
            let pauses = pair.iter().filter(|part| matches!(part, Part::Pause(_))).count();
            prop_assert_eq!(pauses, 1, "a clip and a pause take turns: {:?}", pair);
        }
        prop_assert!(!matches!(speech.parts().last(), Some(Part::Pause(_))));
        for language in &announcement.languages {
            let known: BTreeSet<String> =
                wordings.of(*language).unwrap().vocabulary().into_iter().map(|(id, _)| id.to_string()).collect();
            let mut said = String::new();
            for part in speech.parts() {
                if let Part::Clip(spoken, id) = part && spoken == language {
                    prop_assert!(known.contains(&id.to_string()), "{}", id);
                    match id {
                        ClipId::Phrase(_) => said.push(' '),
                        ClipId::Letter(letter) => said.push(*letter),
                        ClipId::Digit(digit) => said.push_str(&digit.to_string()),
                        ClipId::Number { value, .. } => said.push_str(&value.to_string()),
                    }
                }
            }
            let words: Vec<_> = said.split_whitespace().collect();
            let expected = [announcement.number.to_string(), announcement.counter.to_string()];
            prop_assert_eq!(words.len(), 2 * usize::from(times));
            prop_assert!(words.chunks(2).all(|said| said == expected), "{:?}", words);
        }
    }

    #[test]
    fn no_text_makes_the_number_panic(text in "\\PC{0,8}") {
        if let Ok(number) = text.parse::<TicketNumber>() {
            prop_assert_eq!(number.to_string(), text.to_uppercase());
        }
    }
}
