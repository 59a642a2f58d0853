use crate::wording::Spoken;
use crate::{ClipId, Saying, Wording};
use queue_protocol::Language;
use std::fmt::Write as _;
use vietnamese::number::vi::Region;

/// One step of a speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The three tones that make the hall listen.
    Chime,
    /// A clip of the voice of a language.
    Clip(Language, ClipId),
    /// Silence, in milliseconds.
    Pause(u32),
}

/// What one announcement sounds like: clips and pauses in the order of playing, without silence at its ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speech {
    parts: Vec<Part>,
}

impl Speech {
    /// The steps in order.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The same without what stands before its first word.
    #[must_use]
    pub fn without_lead(mut self) -> Self {
        let words = |part: &Part| matches!(part, Part::Clip(..));
        let lead = self.parts.iter().position(words);
        self.parts.drain(..lead.unwrap_or_default());
        self
    }
}

/// The wordings of the hall, one for each language that it may hear.
#[derive(Clone, Debug)]
pub struct Wordings(Vec<Wording>);

impl Wordings {
    const AFTER_CHIME_MS: u32 = 300;
    const BETWEEN_SENTENCES_MS: u32 = 600;

    /// The wordings that this crate ships, with the numbers of a region.
    #[must_use]
    pub fn shipped(region: Region) -> Self {
        let spoken = |language| Wording::shipped(language, region);
        Self(Language::known().filter_map(spoken).collect())
    }

    /// The wording of one language; none where the hall never hears it.
    #[must_use]
    pub fn of(&self, language: Language) -> Option<&Wording> {
        let mut all = self.0.iter();
        all.find(|wording| wording.language() == language)
    }

    /// Those of a saying's languages that have one.
    fn all_of(&self, saying: &Saying) -> impl Iterator<Item = &Wording> {
        let languages = saying.languages.iter();
        languages.filter_map(|language| self.of(*language))
    }

    /// The sentences of a saying, each to be sounded after the other: its languages in turn, the whole `times` times.
    /// The first begins with the chime, the others with the pause before them.
    #[must_use]
    pub fn sentences(&self, saying: &Saying, times: u8) -> Vec<Speech> {
        let mut lead = vec![Part::Chime, Part::Pause(Self::AFTER_CHIME_MS)];
        let mut sentences = Vec::new();
        for _ in 0..times {
            for wording in self.all_of(saying) {
                push_sentence(&mut lead, wording, saying);
                let next = vec![Part::Pause(Self::BETWEEN_SENTENCES_MS)];
                let parts = std::mem::replace(&mut lead, next);
                sentences.push(Speech { parts });
            }
        }
        sentences
    }

    /// The clips and pauses of a saying: the chime, then all its sentences.
    #[must_use]
    pub fn speech(&self, saying: impl Into<Saying>, times: u8) -> Speech {
        let sentences = self.sentences(&saying.into(), times).into_iter();
        let parts = sentences.flat_map(|sentence| sentence.parts).collect();
        Speech { parts }
    }

    /// The words of a saying as they are spoken, one line a language.
    ///
    /// ```
    /// # use voice_announcer::{Announcement, Region, Wordings};
    /// let call = Announcement::call("A012".parse()?, 15);
    /// let words = Wordings::shipped(Region::South).words(&call);
    /// assert_eq!(words, "Xin mời số a không một hai, đến quầy số mười lăm.");
    /// # Ok::<(), voice_announcer::ParseTicketNumberError>(())
    /// ```
    #[must_use]
    pub fn words(&self, saying: impl Into<Saying>) -> String {
        let saying = saying.into();
        let wordings = self.all_of(&saying);
        let lines: Vec<_> = wordings
            .map(|wording| sentence_words(wording, &saying))
            .collect();
        lines.join("\n")
    }
}

/// Adds the clips of one sentence with the wording's pauses between them, none after the last.
fn push_sentence(parts: &mut Vec<Part>, wording: &Wording, saying: &Saying) {
    let pauses = wording.pauses(saying.sentence);
    let mut mark = None;
    let mut first = true;
    for piece in wording.spoken(saying) {
        for (place, spoken) in piece.into_iter().enumerate() {
            match spoken {
                Spoken::Comma => mark = Some(pauses.comma),
                Spoken::Stop => mark = Some(pauses.stop),
                Spoken::Clip { id, .. } => {
                    let joint = if place == 0 {
                        pauses.between_clips
                    } else {
                        pauses.between_characters
                    };
                    if !first {
                        parts.push(Part::Pause(mark.take().unwrap_or(joint)));
                    }
                    parts.push(Part::Clip(wording.language(), id));
                    first = false;
                }
            }
        }
    }
}

fn sentence_words(wording: &Wording, saying: &Saying) -> String {
    let mut words = String::new();
    for spoken in wording.spoken(saying).into_iter().flatten() {
        match spoken {
            Spoken::Comma => words.push(','),
            Spoken::Stop => words.push('.'),
            Spoken::Clip { words: clip, .. } => {
                let space = if words.is_empty() { "" } else { " " };
                _ = write!(words, "{space}{clip}");
            }
        }
    }
    let mut chars = words.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}
