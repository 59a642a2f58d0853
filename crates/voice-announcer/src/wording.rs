use crate::{ClipId, Saying};
use pattern::{Pattern, Piece};
use queue_protocol::Language;
use reading::Reading;
use sentence::Hole;
use serde::Deserialize;
use std::collections::BTreeMap;
use vietnamese::number::vi::Region;

mod pattern;
mod reading;
mod sentence;

pub use pattern::PatternError;
pub use sentence::Sentence;

/// Counters up to this one have a clip of their own, and so have minutes.
pub const LARGEST_COUNTER: u16 = 60;

/// How one language words its sentences: patterns and phrases of a `voice.toml`, and the region whose numbers are said.
#[derive(Clone, Debug)]
pub struct Wording {
    reading: Reading,
    patterns: BTreeMap<Sentence, Pattern>,
    pauses: Pauses,
    short_pauses: Pauses,
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
    /// A sentence has no pattern.
    #[error("[patterns] lacks {0}")]
    Missing(Sentence),
}

/// Silences within a sentence, in milliseconds.
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
    patterns: BTreeMap<Sentence, String>,
    phrases: BTreeMap<String, String>,
    pauses_ms: Pauses,
    short_pauses_ms: Option<Pauses>,
}

/// One thing to say: a clip with its words, or a punctuation mark between clips.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Spoken {
    Clip { id: ClipId, words: String },
    Comma,
    Stop,
}

impl Wording {
    /// The wording that is shipped for `language`; none where the hall never hears it. The region matters to Vietnamese
    /// only.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "the text is embedded and read by a test"
    )]
    pub fn shipped(language: Language, region: Region) -> Option<Self> {
        let text = language.text("voice.toml")?;
        let wording = Self::from_toml(language, region, text);
        Some(wording.expect("the shipped wording is whole"))
    }

    /// Reads the text of a `voice.toml`.
    ///
    /// # Errors
    /// When the text has another shape, lacks a sentence, or a pattern holds words that are no declared phrase.
    pub fn from_toml(language: Language, region: Region, text: &str) -> Result<Self, WordingError> {
        let toml: VoiceToml = toml::from_str(text)?;
        let mut patterns = BTreeMap::new();
        for sentence in Sentence::of(language) {
            let pattern = toml
                .patterns
                .get(&sentence)
                .ok_or(WordingError::Missing(sentence))?;
            let cut = Pattern::cut(pattern, &toml.phrases, sentence.holes());
            let cut = cut.map_err(|reason| WordingError::Pattern {
                pattern: pattern.clone(),
                reason,
            })?;
            patterns.insert(sentence, cut);
        }
        Ok(Self {
            reading: Reading { language, region },
            patterns,
            pauses: toml.pauses_ms,
            short_pauses: toml.short_pauses_ms.unwrap_or(toml.pauses_ms),
        })
    }

    /// The language that this wording speaks.
    #[must_use]
    pub fn language(&self) -> Language {
        self.reading.language
    }

    pub(crate) fn pauses(&self, sentence: Sentence) -> Pauses {
        if sentence == Sentence::Short {
            self.short_pauses
        } else {
            self.pauses
        }
    }

    /// Every clip that this wording can need, with its words: what an announcer reads, one line a clip.
    #[must_use]
    pub fn vocabulary(&self) -> Vec<(ClipId, String)> {
        let mut clips = Vec::new();
        for piece in self.patterns.values().flat_map(Pattern::pieces) {
            if let Piece::Phrase { id, words } = piece
                && !clips.iter().any(|(known, _)| known == id)
            {
                clips.push((id.clone(), words.clone()));
            }
        }
        clips.extend(self.reading.vocabulary());
        clips
    }

    /// What is said, piece by piece of its pattern; nothing for a sentence that this language lacks.
    pub(crate) fn spoken(&self, saying: &Saying) -> Vec<Vec<Spoken>> {
        let pattern = self.patterns.get(&saying.sentence);
        let pieces = pattern.into_iter().flat_map(Pattern::pieces);
        pieces.map(|piece| self.piece(piece, saying)).collect()
    }

    fn piece(&self, piece: &Piece, saying: &Saying) -> Vec<Spoken> {
        let read = match piece {
            Piece::Comma => return vec![Spoken::Comma],
            Piece::Stop => return vec![Spoken::Stop],
            Piece::Phrase { id, words } => vec![(id.clone(), words.clone())],
            Piece::Open(Hole::Ticket) => saying
                .ticket
                .as_ref()
                .map(|ticket| self.reading.ticket(ticket))
                .unwrap_or_default(),
            Piece::Open(Hole::Counter) => self.reading.number(saying.counter),
            Piece::Open(Hole::Minutes) => self.reading.number(saying.minutes),
        };
        let clip = |(id, words)| Spoken::Clip { id, words };
        read.into_iter().map(clip).collect()
    }
}
