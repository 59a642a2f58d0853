//! From the pieces of a speech to texts with the clips that may hold them.

use crate::view_model::aloud::{Phrase, Said, Speech};
use queue_protocol::Language;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use vietnamese::letter;
use vietnamese::number::{en, vi};
use voice_announcer::{ClipId, LARGEST_COUNTER, Region};

type Wording = BTreeMap<String, String>;

#[expect(
    clippy::expect_used,
    reason = "the texts are embedded and read by a test"
)]
fn shipped(language: Language) -> (Language, Wording) {
    let text = language.text("aloud.toml").unwrap_or_default();
    (language, toml::from_str(text).expect("a table of phrases"))
}

static WORDINGS: LazyLock<BTreeMap<Language, Wording>> =
    LazyLock::new(|| Language::known().map(shipped).collect());

/// A text to be spoken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Text {
    pub language: Language,
    pub words: String,
    /// The clip of a bank that may hold it.
    pub clip: Option<String>,
}

/// The texts of a speech, and whether each begins a piece.
pub(super) fn texts(speech: &Speech, region: Region) -> Vec<(Text, bool)> {
    let pieces = speech.said.iter();
    let texts = pieces.flat_map(|said| {
        let texts = of_piece(said, speech.language, region).into_iter();
        texts.enumerate().map(|(place, text)| (text, place == 0))
    });
    texts.collect()
}

fn of_piece(said: &Said, language: Language, region: Region) -> Vec<Text> {
    match said {
        Said::Phrase(phrase) => vec![of_phrase(*phrase, language)],
        Said::Language(other) => vec![of_phrase(Phrase::ThisLanguage, *other)],
        Said::Name(words) => vec![Text {
            language,
            words: words.clone(),
            clip: None,
        }],
        Said::Ticket(number) => {
            let signs = number.chars();
            signs.map(|sign| of_sign(sign, language)).collect()
        }
        Said::Number(number) => vec![of_number(*number, language, region)],
    }
}

fn of_phrase(phrase: Phrase, language: Language) -> Text {
    let wording = WORDINGS.get(&language);
    let words = wording.and_then(|wording| wording.get(phrase.name()).cloned());
    Text {
        language,
        words: words.unwrap_or_default(),
        clip: Some(format!("aloud-{}", phrase.name())),
    }
}

/// A letter or digit of a ticket number.
fn of_sign(sign: char, language: Language) -> Text {
    let digit = sign.to_digit(10);
    let words = match (digit, language) {
        (Some(digit), Language::VI) => vi::digits(digit, 1).to_string(),
        (Some(digit), Language::EN) => en::digits(digit, 1).to_string(),
        (None, Language::VI) => letter::vi(sign).unwrap_or_default().to_owned(),
        (None, Language::EN) => letter::en(sign).unwrap_or_default().to_owned(),
        // Its own voice knows how to read it.
        _ => sign.to_string(),
    };
    let clip = match digit.and_then(|digit| u8::try_from(digit).ok()) {
        Some(digit) => ClipId::Digit(digit),
        None => ClipId::Letter(sign),
    };
    Text {
        language,
        words,
        clip: Some(clip.to_string()),
    }
}

fn of_number(number: u32, language: Language, region: Region) -> Text {
    let read = |region| vi::number(number, region).map(|words| words.to_string());
    let (words, region) = match language {
        Language::EN => (en::number(number).map(|words| words.to_string()), None),
        Language::VI => {
            let differs = read(Region::North) != read(Region::South);
            (read(region), differs.then_some(region))
        }
        _ => (None, None),
    };
    let value = u16::try_from(number).ok();
    let value = value.filter(|value| (1..=LARGEST_COUNTER).contains(value));
    Text {
        language,
        words: words.unwrap_or_else(|| number.to_string()),
        clip: value.map(|value| ClipId::Number { value, region }.to_string()),
    }
}
