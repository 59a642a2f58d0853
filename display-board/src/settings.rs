//! The settings of a board: a TOML file written by the administrator.

use queue_protocol::Language;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use voice_announcer::{Choice, Region, Span, VolumePlan};

/// All settings.
///
/// ```toml
/// service = "http://127.0.0.1:8642"
/// token_file = "board.token"     # relative to this file; mode 0600
///
/// [screen]
/// width_mm = 1218                # of the picture, without the frame: 1218 is a 55" screen
/// fullscreen = true
/// language = "vi"                # or "en": of what is written on the board
///
/// [voice]
/// enabled = true                 # one board of a zone speaks
/// bank = "vi-south"              # a folder of assets/voices
/// english = "en"                 # "" leaves English out
/// reading = "south"              # or "north": how numbers are read
/// times = 1                      # or 2: how often a call is said
/// volume = 1.0                   # 0 to 1
/// volume_by_hour = { "06:30-07:30" = 0.5 }
/// quiet = ["11:30-13:00"]        # nothing is said
/// notices = true                 # missed numbers, breaks, closing soon
/// record_to = "heard"            # a folder in place of the sound device
/// ```
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Where the service is.
    pub service: String,
    /// The file with this board's token.
    pub token_file: PathBuf,
    /// The screen.
    #[serde(default)]
    pub screen: Screen,
    /// The voice.
    #[serde(default)]
    pub voice: Voice,
}

/// How the board is shown.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Screen {
    /// Width of the picture in millimetres.
    pub width_mm: WidthMm,
    /// The whole screen, without a frame.
    pub fullscreen: bool,
    /// The language of the words on the board.
    pub language: Language,
}

impl Default for Screen {
    fn default() -> Self {
        Self {
            width_mm: WidthMm(1218.0),
            fullscreen: true,
            language: Language::VI,
        }
    }
}

/// How the board speaks.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Voice {
    /// Whether it speaks at all.
    pub enabled: bool,
    /// The folder of the Vietnamese bank.
    pub bank: String,
    /// The folder of the English bank; empty: none.
    pub english: String,
    /// The same for any other language, where it is not the one of the language's code.
    pub others: BTreeMap<Language, String>,
    /// Whose reading of numbers.
    pub reading: Reading,
    /// How often a call is said.
    pub times: Times,
    /// How loud.
    pub volume: Volume,
    /// How loud at some hours.
    pub volume_by_hour: BTreeMap<Span, Volume>,
    /// When nothing is said.
    pub quiet: Vec<Span>,
    /// Whether missed numbers, breaks and closing soon are told besides calls.
    pub notices: bool,
    /// Nothing sounds: what would is written to this folder, as fast as it would sound.
    pub record_to: Option<PathBuf>,
}

impl Default for Voice {
    fn default() -> Self {
        Self {
            enabled: true,
            bank: "vi-south".to_owned(),
            english: "en".to_owned(),
            others: BTreeMap::new(),
            reading: Reading::South,
            times: Times(1),
            volume: Volume(1.0),
            volume_by_hour: BTreeMap::new(),
            quiet: Vec::new(),
            notices: true,
            record_to: None,
        }
    }
}

impl Voice {
    /// The banks that speak.
    #[must_use]
    pub fn choice(&self) -> Choice {
        let mut banks = Choice::default().banks;
        banks.extend(self.others.clone());
        banks.insert(Language::EN, self.english.clone());
        banks.retain(|_, folder| !folder.is_empty());
        banks.insert(Language::VI, self.bank.clone());
        Choice {
            banks,
            region: match self.reading {
                Reading::North => Region::North,
                Reading::South => Region::South,
            },
        }
    }

    /// How loud at which hour.
    #[must_use]
    pub fn plan(&self) -> VolumePlan {
        let hours = self.volume_by_hour.iter();
        VolumePlan {
            usual: self.volume.0,
            hours: hours.map(|(span, volume)| (*span, volume.0)).collect(),
            quiet: self.quiet.clone(),
        }
    }
}

/// Whose reading of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// "hai mươi tư"
    North,
    /// "hai mươi bốn"
    South,
}

macro_rules! checked {
    ($(#[$meta:meta])* $name:ident($type:ty = $raw:literal), $allowed:pat, $expected:literal) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
        #[serde(try_from = $raw)]
        pub struct $name(pub $type);

        impl TryFrom<$type> for $name {
            type Error = &'static str;

            fn try_from(value: $type) -> Result<Self, Self::Error> {
                matches!(value, $allowed).then_some(Self(value)).ok_or($expected)
            }
        }
    };
}

checked!(
    /// Millimetres.
    WidthMm(f64 = "f64"),
    100.0..=10_000.0,
    "expected the width of the screen in millimetres, 100 to 10000"
);
checked!(
    /// 1 or 2.
    Times(u8 = "u8"),
    1..=2,
    "expected 1 or 2"
);
checked!(
    /// 0 (silent) to 1 (as recorded).
    Volume(f32 = "f32"),
    0.0..=1.0,
    "expected a volume from 0 to 1"
);

/// The board cannot be started with what it was given; the message says what to do.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// There is no such file.
    #[error("cannot read the settings {}; name a file with --config, see `xinmoi-board --help`", path.display())]
    Missing {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// It is not as expected.
    #[error("{}: {reason}", path.display())]
    Wrong {
        /// The file.
        path: PathBuf,
        /// Line, column, and what was expected.
        reason: toml::de::Error,
    },
    /// The token or the address is not usable.
    #[error(transparent)]
    Connection(#[from] queue_client::ConnectError),
}

/// Reads the settings at `path`.
///
/// # Errors
/// The file is not there, or something in it is not as expected: then with its line.
pub fn read(path: &Path) -> Result<Settings, Unusable> {
    let text = std::fs::read_to_string(path).map_err(|source| Unusable::Missing {
        path: path.to_owned(),
        source,
    })?;
    let mut settings: Settings = toml::from_str(&text).map_err(|reason| Unusable::Wrong {
        path: path.to_owned(),
        reason,
    })?;
    if let Some(folder) = path.parent() {
        settings.token_file = folder.join(&settings.token_file);
        let record_to = settings.voice.record_to.take();
        settings.voice.record_to = record_to.map(|name| folder.join(name));
    }
    Ok(settings)
}
