use crate::{Announcement, ClipId};
use pattern::{Pattern, Piece};
use queue_protocol::Language;
use serde::Deserialize;
use std::collections::BTreeMap;
use vietnamese::letter;
use vietnamese::number::{en, vi, vi::Region};

mod pattern;

pub use pattern::PatternError;

/// Counters up to this one have a clip of their own.
pub const LARGEST_COUNTER: u16 = 60;

/// How one language words its calls: patterns and phrases of a `voice.toml`, and the region whose numbers are said.
#[derive(Clone, Debug)]
pub struct Wording {
    language: Language,
    region: Region,
    patterns: Patterns<Pattern>,
    pauses: Pauses,
}

/// The `voice.toml` cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum WordingError {
    /// It is not TOML of the expected shape.
    #[error(transparent)]
    Shape(#[from] toml::de::Error),
    /// A pattern cannot be cut into clips.
    #[error("pattern \"{pattern}\": {reason}")]
    Pattern {
        /// The pattern's text.
        pattern: String,
        /// What is wrong with it.
        reason: PatternError,
    },
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Patterns<P> {
    call: P,
    call_priority: P,
    recall: P,
    recall_priority: P,
}

/// Silences within a call, in milliseconds.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pauses {
    pub between_characters: u32,
    pub between_clips: u32,
    pub comma: u32,
    pub stop: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VoiceToml {
    patterns: Patterns<String>,
    phrases: BTreeMap<String, String>,
    pauses_ms: Pauses,
}

/// One thing to say: a clip with its words, or a punctuation mark between clips.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Spoken {
    Clip { id: ClipId, words: String },
    Comma,
    Stop,
}

impl Wording {
    /// The wording that this crate ships for `language`. The region matters to Vietnamese only.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "the text is embedded and read by a test"
    )]
    pub fn shipped(language: Language, region: Region) -> Self {
        let text = match language {
            Language::Vi => include_str!("../../../assets/lang/vi/voice.toml"),
            Language::En => include_str!("../../../assets/lang/en/voice.toml"),
        };
        Self::from_toml(language, region, text).expect("the shipped wording is whole")
    }

    /// Reads the text of a `voice.toml`.
    ///
    /// # Errors
    /// When the text has another shape, or a pattern holds words that are no declared phrase.
    pub fn from_toml(language: Language, region: Region, text: &str) -> Result<Self, WordingError> {
        let VoiceToml {
            patterns,
            phrases,
            pauses_ms,
        } = toml::from_str(text)?;
        let cut = |text: String| {
            Pattern::cut(&text, &phrases).map_err(|reason| WordingError::Pattern {
                pattern: text,
                reason,
            })
        };
        let patterns = Patterns {
            call: cut(patterns.call)?,
            call_priority: cut(patterns.call_priority)?,
            recall: cut(patterns.recall)?,
            recall_priority: cut(patterns.recall_priority)?,
        };
        Ok(Self {
            language,
            region,
            patterns,
            pauses: pauses_ms,
        })
    }

    /// The language that this wording speaks.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    pub(crate) fn pauses(&self) -> Pauses {
        self.pauses
    }

    /// Every clip that a call in this wording can need, with its words: what an announcer reads, one line a clip.
    #[must_use]
    pub fn vocabulary(&self) -> Vec<(ClipId, String)> {
        let mut clips = Vec::new();
        let Patterns {
            call,
            call_priority,
            recall,
            recall_priority,
        } = &self.patterns;
        for piece in [call, call_priority, recall, recall_priority]
            .into_iter()
            .flat_map(Pattern::pieces)
        {
            if let Piece::Phrase { id, words } = piece
                && !clips.iter().any(|(known, _)| known == id)
            {
                clips.push((id.clone(), words.clone()));
            }
        }
        let spoken = ('A'..='Z')
            .map(|letter| self.letter(letter))
            .chain((0..=9).map(|digit| self.digit(digit)))
            .chain((1..=LARGEST_COUNTER).flat_map(|counter| self.counter(counter)));
        for one in spoken {
            if let Spoken::Clip { id, words } = one {
                clips.push((id, words));
            }
        }
        clips
    }

    /// What is said for an announcement, piece by piece of its pattern.
    pub(crate) fn spoken(&self, announcement: &Announcement) -> Vec<Vec<Spoken>> {
        let pattern = match (announcement.recall, announcement.priority) {
            (false, false) => &self.patterns.call,
            (false, true) => &self.patterns.call_priority,
            (true, false) => &self.patterns.recall,
            (true, true) => &self.patterns.recall_priority,
        };
        let say = |piece: &Piece| match piece {
            Piece::Phrase { id, words } => {
                vec![Spoken::Clip {
                    id: id.clone(),
                    words: words.clone(),
                }]
            }
            Piece::Ticket => self.ticket(announcement),
            Piece::Counter => self.counter(announcement.counter),
            Piece::Comma => vec![Spoken::Comma],
            Piece::Stop => vec![Spoken::Stop],
        };
        pattern.pieces().map(say).collect()
    }

    fn ticket(&self, announcement: &Announcement) -> Vec<Spoken> {
        let number = &announcement.number;
        let letter = self.letter(number.letter());
        std::iter::once(letter)
            .chain(number.digits().map(|digit| self.digit(digit)))
            .collect()
    }

    fn letter(&self, letter: char) -> Spoken {
        let name = match self.language {
            Language::Vi => letter::vi(letter),
            Language::En => letter::en(letter),
        };
        Spoken::Clip {
            id: ClipId::Letter(letter),
            words: name.unwrap_or_default().to_owned(),
        }
    }

    fn digit(&self, digit: u8) -> Spoken {
        let words = match self.language {
            Language::Vi => vi::digits(digit.into(), 1),
            Language::En => en::digits(digit.into(), 1),
        };
        Spoken::Clip {
            id: ClipId::Digit(digit),
            words: words.to_string(),
        }
    }

    fn counter(&self, counter: u16) -> Vec<Spoken> {
        let value = u32::from(counter);
        if !(1..=LARGEST_COUNTER).contains(&counter) {
            let digits = counter.to_string();
            return digits
                .bytes()
                .map(|digit| self.digit(digit - b'0'))
                .collect();
        }
        let (words, region) = match self.language {
            Language::En => (en::number(value), None),
            Language::Vi => {
                let north = vi::number(value, Region::North);
                let differs = north != vi::number(value, Region::South);
                (
                    vi::number(value, self.region),
                    differs.then_some(self.region),
                )
            }
        };
        let words = words.map(|words| words.to_string()).unwrap_or_default();
        vec![Spoken::Clip {
            id: ClipId::Number {
                value: counter,
                region,
            },
            words,
        }]
    }
}
