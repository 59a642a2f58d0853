//! How a kiosk reads its screens aloud: voices, synthesiser, keypad.

use crate::view_model::aloud::PadKey;
use queue_protocol::Language;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;
use voice_announcer::{Region, Synthesiser};

/// The section `[aloud]`; every part has a usual value.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AloudSettings {
    /// The folder with the banks of recorded clips; without it, `voices` of the assets.
    pub voices: Option<PathBuf>,
    /// The bank that speaks Vietnamese, and the program for what it does not hold.
    pub vietnamese: VoiceSettings,
    /// The same for English.
    pub english: VoiceSettings,
    /// The same for any other language, where its code is not the name of both.
    pub others: BTreeMap<Language, VoiceSettings>,
    /// Whose numbers: `south` or `north`.
    pub reading: Reading,
    /// The program is ended when a text takes it longer.
    pub time_limit_ms: u64,
    /// So much sound is kept, so that a text needs to be made only once.
    pub keep_s: usize,
    /// How loud, 0 to 1.
    pub volume: f32,
    /// The keys of the keypad.
    pub keys: Keys,
}

/// A voice.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoiceSettings {
    /// The bank's folder.
    pub bank: String,
    /// A program that reads a line from its standard input and speaks it into `{file}`; empty: none.
    pub synthesiser: Vec<String>,
}

/// Whose reading of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// "hai mươi bốn"
    South,
    /// "hai mươi tư"
    North,
}

/// Which keys the keypad sends.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Keys {
    /// To the choice before.
    pub previous: Vec<KeyName>,
    /// To the next choice.
    pub next: Vec<KeyName>,
    /// Takes the choice.
    pub choose: Vec<KeyName>,
    /// To the screen before.
    pub back: Vec<KeyName>,
}

/// A key by its name, or by the sign that it writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is the key of its name")]
pub enum KeyName {
    Up,
    Down,
    Left,
    Right,
    Enter,
    Escape,
    Backspace,
    Tab,
    Space,
    PageUp,
    PageDown,
    #[serde(untagged)]
    Sign(char),
}

impl VoiceSettings {
    /// A bank, and a voice of espeak-ng at a pace.
    fn usual(bank: &str, voice: &str, pace: &str) -> Self {
        Self {
            bank: bank.to_owned(),
            synthesiser: ["espeak-ng", "-v", voice, "-s", pace, "-w", "{file}"]
                .map(str::to_owned)
                .to_vec(),
        }
    }
}

impl Default for AloudSettings {
    fn default() -> Self {
        Self {
            voices: None,
            vietnamese: VoiceSettings::usual("vi-south", "vi-vn-x-south+Annie", "145"),
            english: VoiceSettings::usual("en", "en-gb+Annie", "150"),
            others: BTreeMap::new(),
            reading: Reading::South,
            time_limit_ms: 3000,
            // All names of a hall many times over, in less than 16 MB.
            keep_s: 160,
            volume: 1.0,
            keys: Keys::default(),
        }
    }
}

impl Default for Keys {
    fn default() -> Self {
        use KeyName::{Backspace, Down, Enter, Escape, Left, Right, Up};
        Self {
            previous: vec![Up, Left],
            next: vec![Down, Right],
            choose: vec![Enter],
            back: vec![Escape, Backspace],
        }
    }
}

impl AloudSettings {
    /// The voice of a language.
    #[must_use]
    pub fn voice(&self, language: Language) -> VoiceSettings {
        let own = match language {
            Language::VI => Some(&self.vietnamese),
            Language::EN => Some(&self.english),
            _ => self.others.get(&language),
        };
        own.cloned().unwrap_or_else(|| {
            let code = language.as_str();
            VoiceSettings::usual(code, code, "150")
        })
    }

    /// The program for what the bank of `language` does not hold.
    #[must_use]
    pub fn synthesiser(&self, language: Language) -> Synthesiser {
        Synthesiser {
            command: self.voice(language).synthesiser,
            time_limit: Duration::from_millis(self.time_limit_ms),
        }
    }

    /// Whose numbers.
    #[must_use]
    pub const fn region(&self) -> Region {
        match self.reading {
            Reading::South => Region::South,
            Reading::North => Region::North,
        }
    }
}

impl Keys {
    /// What a key means; nothing where it is not one of the keypad's.
    #[must_use]
    pub fn meaning(&self, pressed: KeyName) -> Option<PadKey> {
        [
            (&self.previous, PadKey::Previous),
            (&self.next, PadKey::Next),
            (&self.choose, PadKey::Choose),
            (&self.back, PadKey::Back),
        ]
        .into_iter()
        .find(|(names, _)| names.contains(&pressed))
        .map(|(_, key)| key)
    }
}
