use crate::wording::Spoken;
use crate::{Announcement, ClipId, Wording};
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
}

/// The wordings of the hall, one a language.
#[derive(Clone, Debug)]
pub struct Wordings {
    vietnamese: Wording,
    english: Wording,
}

impl Wordings {
    const AFTER_CHIME_MS: u32 = 300;
    const BETWEEN_SENTENCES_MS: u32 = 600;

    /// The wordings that this crate ships, with the numbers of a region.
    #[must_use]
    pub fn shipped(region: Region) -> Self {
        Self {
            vietnamese: Wording::shipped(Language::Vi, region),
            english: Wording::shipped(Language::En, region),
        }
    }

    /// The wording of one language.
    #[must_use]
    pub fn of(&self, language: Language) -> &Wording {
        match language {
            Language::Vi => &self.vietnamese,
            Language::En => &self.english,
        }
    }

    /// The clips and pauses of an announcement: the chime, then its languages in turn, the whole `times` times.
    #[must_use]
    pub fn speech(&self, announcement: &Announcement, times: u8) -> Speech {
        let mut parts = vec![Part::Chime];
        let mut pause = Self::AFTER_CHIME_MS;
        for _ in 0..times {
            for language in &announcement.languages {
                parts.push(Part::Pause(pause));
                push_sentence(&mut parts, self.of(*language), announcement);
                pause = Self::BETWEEN_SENTENCES_MS;
            }
        }
        Speech { parts }
    }

    /// The words of an announcement as they are spoken, one line a language.
    ///
    /// ```
    /// # use voice_announcer::{Announcement, Region, Wordings};
    /// let call = Announcement::call("A012".parse()?, 15);
    /// let words = Wordings::shipped(Region::South).words(&call);
    /// assert_eq!(words, "Xin mời số a không một hai, đến quầy số mười lăm.");
    /// # Ok::<(), voice_announcer::ParseTicketNumberError>(())
    /// ```
    #[must_use]
    pub fn words(&self, announcement: &Announcement) -> String {
        let languages = announcement.languages.iter();
        let lines: Vec<_> = languages
            .map(|language| sentence_words(self.of(*language), announcement))
            .collect();
        lines.join("\n")
    }
}

/// Adds the clips of one sentence with the wording's pauses between them, none after the last.
fn push_sentence(parts: &mut Vec<Part>, wording: &Wording, announcement: &Announcement) {
    let pauses = wording.pauses();
    let mut mark = None;
    let mut first = true;
    for piece in wording.spoken(announcement) {
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

fn sentence_words(wording: &Wording, announcement: &Announcement) -> String {
    let mut words = String::new();
    for spoken in wording.spoken(announcement).into_iter().flatten() {
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
