use crate::bank::{Fault, PEAK_DB};
use crate::loudness::{amplify, peak_level};
use crate::{Bank, BankError, Part, SAMPLE_RATE, Saying, Sound, Speech, Wordings, clip};
use queue_protocol::Language;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;
use vietnamese::number::vi::Region;

/// The chime is to be heard, not to be feared: it peaks this far below the voices' limit.
const CHIME_PEAK_DB: f64 = PEAK_DB - 9.0;
const CHIME: &str = "chime.ogg";

/// Which banks of a folder of voices speak, and how they read numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Each language's bank, a folder under the folder of voices. What has none is left out of every announcement.
    pub banks: BTreeMap<Language, String>,
    /// Whose reading of numbers.
    pub region: Region,
}

/// The southern voice, as the first centres want it, and after it every other shipped one under its language's code.
impl Default for Choice {
    fn default() -> Self {
        let others = Language::shipped().iter();
        let spoken = others.filter(|language| language.text("voice.toml").is_some());
        let mut banks: BTreeMap<_, _> = spoken.map(|own| (*own, own.to_string())).collect();
        banks.insert(Language::VI, "vi-south".into());
        Self {
            banks,
            region: Region::South,
        }
    }
}

/// All that an announcement is made of: wordings, chime and banks, checked to fit together.
#[derive(Clone, Debug)]
pub struct Voices {
    wordings: Wordings,
    chime: Vec<f32>,
    banks: BTreeMap<Language, Bank>,
}

/// A clip that no bank has; the check at loading leaves none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no clip for {0:?}")]
pub struct MissingClip(pub Part);

impl Voices {
    /// Loads `chime.ogg` and the chosen banks from `folder`, the `voices` folder of the assets.
    ///
    /// # Errors
    /// All faults of the first part that has any.
    pub fn load(folder: &Path, choice: &Choice) -> Result<Self, BankError> {
        let wordings = Wordings::shipped(choice.region);
        let file = folder.join(CHIME);
        let mut chime = clip::read(&file).map_err(|fault| {
            BankError(vec![Fault {
                file,
                reason: fault.into(),
            }])
        })?;
        let gain = CHIME_PEAK_DB - peak_level(&chime);
        amplify(&mut chime, gain);
        let mut banks = BTreeMap::new();
        for (language, name) in &choice.banks {
            // Without a wording there is nothing to say.
            if let Some(wording) = wordings.of(*language) {
                banks.insert(*language, Bank::load(&folder.join(name), wording)?);
            }
        }
        Ok(Self {
            wordings,
            chime,
            banks,
        })
    }

    /// The wordings of these voices.
    #[must_use]
    pub fn wordings(&self) -> &Wordings {
        &self.wordings
    }

    /// The clips and pauses of a saying in the languages that have a voice, said `times` times.
    #[must_use]
    pub fn speech(&self, saying: impl Into<Saying>, times: u8) -> Speech {
        self.wordings.speech(self.voiced(saying), times)
    }

    /// The same as sentences, to be sounded one after the other.
    #[must_use]
    pub fn sentences(&self, saying: impl Into<Saying>, times: u8) -> Vec<Speech> {
        self.wordings.sentences(&self.voiced(saying), times)
    }

    fn voiced(&self, saying: impl Into<Saying>) -> Saying {
        let mut saying = saying.into();
        saying
            .languages
            .retain(|language| self.bank(*language).is_some());
        saying
    }

    /// The samples of a speech, exactly as long as its clips and pauses.
    ///
    /// # Errors
    /// When a clip is missing: a call is sounded whole or not at all.
    pub fn render(&self, speech: &Speech) -> Result<Sound, MissingClip> {
        let mut samples = Vec::new();
        let mut paused_ms = 0;
        for part in speech.parts() {
            if let Part::Pause(ms) = part {
                let silence = in_samples(paused_ms + ms) - in_samples(paused_ms);
                samples.resize(samples.len() + silence, 0.0);
                paused_ms += ms;
            } else {
                let clip = self.clip(part).ok_or_else(|| MissingClip(part.clone()))?;
                samples.extend_from_slice(clip);
            }
        }
        Ok(Sound::new(samples))
    }

    /// How long a speech will sound.
    #[must_use]
    pub fn duration(&self, speech: &Speech) -> Duration {
        let length = |part: &Part| match part {
            Part::Pause(ms) => Duration::from_millis((*ms).into()),
            _ => self
                .clip(part)
                .map(crate::sound::duration_of)
                .unwrap_or_default(),
        };
        speech.parts().iter().map(length).sum()
    }

    /// The samples of a part; `None` for a pause and for what no voice has.
    #[must_use]
    pub fn clip(&self, part: &Part) -> Option<&[f32]> {
        match part {
            Part::Pause(_) => None,
            Part::Chime => Some(&self.chime),
            Part::Clip(language, id) => self.bank(*language)?.clip(id),
        }
    }

    /// Voices that lack a Vietnamese clip.
    #[cfg(test)]
    pub(crate) fn without(&self, id: &crate::ClipId) -> Self {
        let mut voices = self.clone();
        let bank = voices.banks.entry(Language::VI);
        bank.and_modify(|bank| bank.remove(id));
        voices
    }

    fn bank(&self, language: Language) -> Option<&Bank> {
        self.banks.get(&language)
    }
}

/// Pauses are counted from the start of the speech, so that roundings do not add up.
fn in_samples(ms: u32) -> usize {
    (ms as usize * SAMPLE_RATE as usize + 500) / 1000
}
