//! Texts made audible: by a clip of the voice's bank, else by the synthesiser. What was made is kept for a while.

use super::words::Text;
use crate::aloud_settings::AloudSettings;
use crate::assets;
use std::collections::VecDeque;
use std::path::PathBuf;
use voice_announcer::{Region, SAMPLE_RATE, Sound};

pub(super) struct Sounds {
    settings: AloudSettings,
    /// The folder of the banks; none where none is installed.
    banks: Option<PathBuf>,
    /// Where the synthesiser writes.
    scratch: Option<tempfile::TempDir>,
    /// Newest last.
    kept: VecDeque<(Text, Sound)>,
    kept_samples: usize,
    /// The synthesiser failed since the last silence.
    pub names_fail: bool,
}

impl Sounds {
    pub fn new(settings: AloudSettings) -> Self {
        let banks = settings.voices.clone().or_else(|| assets::folder("voices"));
        if banks.is_none() {
            tracing::warn!("no recorded voices: all is spoken by the synthesiser");
        }
        let scratch = tempfile::tempdir();
        if let Err(error) = &scratch {
            tracing::warn!(%error, "nothing can be synthesised");
        }
        Self {
            settings,
            banks,
            scratch: scratch.ok(),
            kept: VecDeque::new(),
            kept_samples: 0,
            names_fail: false,
        }
    }

    pub const fn region(&self) -> Region {
        self.settings.region()
    }

    /// The sound of `text`; nothing where no voice has it, or as soon as it is not `wanted` any more.
    pub fn of(&mut self, text: &Text, wanted: &dyn Fn() -> bool) -> Option<Sound> {
        if let Some((_, sound)) = self.kept.iter().find(|(kept, _)| kept == text) {
            return Some(sound.clone());
        }
        let made = self
            .recorded(text)
            .or_else(|| self.synthesised(text, wanted))?;
        let sound = made.at_volume(self.settings.volume.clamp(0.0, 1.0));
        self.keep(text, &sound);
        Some(sound)
    }

    fn recorded(&self, text: &Text) -> Option<Sound> {
        let bank = self.settings.voice(text.language).bank;
        let (folder, clip) = (self.banks.as_ref()?.join(bank), text.clip.as_ref()?);
        match Sound::of_clip(&folder, clip) {
            Ok(sound) => sound,
            Err(error) => {
                tracing::warn!(%error, clip, "a clip is not used");
                None
            }
        }
    }

    fn synthesised(&mut self, text: &Text, wanted: &dyn Fn() -> bool) -> Option<Sound> {
        let program = self.settings.synthesiser(text.language);
        let file = self.scratch.as_ref()?.path().join("line.wav");
        match program.sound(&text.words, &file, wanted) {
            Ok(sound) => sound,
            Err(error) => {
                if !self.names_fail {
                    tracing::warn!(%error, "the synthesiser does not speak");
                }
                self.names_fail = true;
                None
            }
        }
    }

    fn keep(&mut self, text: &Text, sound: &Sound) {
        self.kept_samples += sound.samples().len();
        self.kept.push_back((text.clone(), sound.clone()));
        while self.kept_samples > self.settings.keep_s * SAMPLE_RATE as usize {
            let Some((_, oldest)) = self.kept.pop_front() else {
                return;
            };
            self.kept_samples -= oldest.samples().len();
        }
    }
}
