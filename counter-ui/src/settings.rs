//! The configuration file.

use anyhow::Context as _;
use queue_protocol::Language;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// What the administrator sets, in TOML.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Where the service is, such as `http://127.0.0.1:8642`.
    pub service: String,
    /// The file with this device's token, relative to the settings' own folder; only its owner may read it.
    pub token_file: PathBuf,
    /// The counter this computer stands at.
    pub counter: u16,
    /// After so many seconds a called visitor counts as come; by the officer's key alone when absent.
    #[serde(default)]
    pub serve_after_s: Option<u16>,
    /// Where summaries of the day are written, relative to the settings' own folder.
    #[serde(default = "summaries")]
    pub summaries: PathBuf,
    /// The keys that act while another program has the keyboard.
    #[serde(default)]
    pub system_keys: SystemKeyNames,
    /// How it looks.
    #[serde(default)]
    pub screen: Screen,
}

/// The table `[system_keys]`: names such as `Ctrl+Alt+Space`; an empty one asks for none.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SystemKeyNames {
    /// Finish, then call next.
    pub next: String,
    /// Call again.
    pub recall: String,
}

impl Default for SystemKeyNames {
    fn default() -> Self {
        Self {
            next: "Ctrl+Alt+Space".to_owned(),
            recall: "Ctrl+Alt+Enter".to_owned(),
        }
    }
}

fn summaries() -> PathBuf {
    PathBuf::from("summaries")
}

/// The table `[screen]`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Screen {
    /// Light, dark or high contrast.
    pub theme: ThemeName,
    /// How large everything is drawn: 1.0 for 1366 × 768, at most 2.0.
    #[serde(deserialize_with = "scale")]
    pub scale: f32,
    /// The language at start; the menu switches it.
    pub language: Language,
}

/// The themes by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeName {
    /// Dark ink on paper.
    #[default]
    Light,
    /// For dim rooms.
    Dark,
    /// Black and white with the strongest contrast.
    HighContrast,
}

impl Default for Screen {
    fn default() -> Self {
        Self {
            theme: ThemeName::Light,
            scale: 1.0,
            language: Language::VI,
        }
    }
}

fn scale<'de, D: serde::Deserializer<'de>>(from: D) -> Result<f32, D::Error> {
    let scale = f32::deserialize(from)?;
    if (1.0..=2.0).contains(&scale) {
        Ok(scale)
    } else {
        Err(serde::de::Error::custom(
            "`scale` is a number from 1.0 to 2.0",
        ))
    }
}

/// What a first settings file looks like.
pub const EXAMPLE: &str = r#"service = "http://127.0.0.1:8642"
token_file = "counter.token"
counter = 7

[screen]
theme = "light"    # light, dark, high-contrast
language = "vi"    # vi, en
"#;

impl Settings {
    /// Reads the settings at `path`; the paths in it come out ready to open.
    ///
    /// # Errors
    /// The file is missing, or not as expected: file, line and what was expected.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| {
            format!(
                "cannot read the settings {}; they look like this:\n\n{EXAMPLE}",
                path.display()
            )
        })?;
        let mut settings: Self =
            toml::from_str(&text).with_context(|| format!("in the settings {}", path.display()))?;
        let folder = path.parent().unwrap_or(Path::new(""));
        settings.token_file = folder.join(&settings.token_file);
        settings.summaries = folder.join(&settings.summaries);
        Ok(settings)
    }
}
