//! The configuration file of a kiosk.

use crate::aloud_settings::AloudSettings;
use crate::pin::PinHash;
use queue_client::{Client, ConnectError, Token};
use queue_protocol::Language;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use thiserror::Error;
use ticket_printer::{Connection, PrinterSettings};

/// The whole file. Paths in it are relative to its folder.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The address of the service, such as `http://127.0.0.1:8642`.
    pub service: String,
    /// The file with this kiosk's token, readable by its owner only.
    pub token_file: PathBuf,
    /// A folder of the kiosk's own, in which it keeps the numbers that it gives while the service is away. Without one it
    /// gives none then.
    pub folder: Option<PathBuf>,
    /// What is kept of the PIN of staff, from `xinmoi-kiosk staff-pin`. Without one there is no way into their menu.
    pub staff_pin: Option<PinHash>,
    /// The screen.
    #[serde(default)]
    pub screen: ScreenSettings,
    /// The printer.
    pub printer: PrinterSettings,
    /// The scanner of cards and receipts; one that types as a keyboard does needs no word here.
    #[serde(default)]
    pub scanner: ScannerSettings,
    /// How it reads its screens aloud.
    #[serde(default)]
    pub aloud: AloudSettings,
}

/// Where the scanner is.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScannerSettings {
    /// The serial line of one that does not type, such as `/dev/ttyACM0`.
    pub device: Option<PathBuf>,
}

/// What the screen is like.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ScreenSettings {
    /// Its visible width, in mm, as it stands. Texts and keys are as large as they are meant to be only if this is
    /// right; without it, it counts as the drawn kiosk's (21.5", 268 mm wide upright).
    pub width_mm: Option<f32>,
    /// Fill the whole screen, without a frame and without a mouse pointer.
    pub fullscreen: bool,
    /// The languages that visitors may choose from, as the switch shows them; without a word, all that are shipped. Every
    /// visitor finds Vietnamese first.
    pub languages: Vec<Language>,
}

impl Default for ScreenSettings {
    fn default() -> Self {
        Self {
            width_mm: None,
            fullscreen: false,
            languages: Language::shipped().to_vec(),
        }
    }
}

/// The kiosk cannot be set up.
#[derive(Debug, Error)]
pub enum SettingsError {
    /// The file cannot be read.
    #[error(
        "cannot read {}: {reason}\n\nA kiosk needs a file such as\n\n{EXAMPLE}\nThe token comes from \
         `xinmoi device add --role kiosk …`.",
        path.display()
    )]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: std::io::Error,
    },
    /// It does not say what is expected; the error tells line and expectation.
    #[error("{}: {reason}", path.display())]
    Wrong {
        /// The file.
        path: PathBuf,
        /// Where, and what was expected.
        reason: Box<toml::de::Error>,
    },
    /// A width of nothing.
    #[error("{}: screen.width_mm: expected more than 0", path.display())]
    NoWidth {
        /// The file.
        path: PathBuf,
    },
    /// No way back to the language that every visitor finds.
    #[error("{}: screen.languages: expected \"vi\" to be one of them", path.display())]
    NoVietnamese {
        /// The file.
        path: PathBuf,
    },
    /// Address or token are no good.
    #[error(transparent)]
    Connect(#[from] ConnectError),
}

const EXAMPLE: &str = r#"service = "http://127.0.0.1:8642"
token_file = "kiosk.token"
folder = "/var/lib/xinmoi-kiosk"   # numbers given while the service is away

[screen]
width_mm = 268
fullscreen = true

[printer]
connection = { tcp = "192.168.1.50:9100" }   # or { usb = "/dev/usb/lp0" }, or { file = "slips.bin" }
"#;

impl Settings {
    /// Reads the file at `path`.
    ///
    /// # Errors
    /// It cannot be read, or holds something else than expected.
    pub fn read(path: &Path) -> Result<Self, SettingsError> {
        let text = std::fs::read_to_string(path).map_err(|reason| SettingsError::Unreadable {
            path: path.to_owned(),
            reason,
        })?;
        let mut settings: Self = toml::from_str(&text).map_err(|reason| SettingsError::Wrong {
            path: path.to_owned(),
            reason: Box::new(reason),
        })?;
        if settings
            .screen
            .width_mm
            .is_some_and(|width| width.is_nan() || width <= 0.0)
        {
            return Err(SettingsError::NoWidth {
                path: path.to_owned(),
            });
        }
        if !settings.screen.languages.contains(&Language::VI) {
            return Err(SettingsError::NoVietnamese {
                path: path.to_owned(),
            });
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        settings.token_file = folder.join(&settings.token_file);
        settings.folder = settings.folder.map(|own| folder.join(own));
        if let Connection::File(file) = &mut settings.printer.connection {
            *file = folder.join(&*file);
        }
        Ok(settings)
    }

    /// The service, as this kiosk speaks to it. Nothing is sent yet.
    ///
    /// # Errors
    /// The address or the token file is no good.
    pub fn client(&self) -> Result<Client, SettingsError> {
        let token = Token::read(&self.token_file)?;
        Ok(Client::new(&self.service, token)?)
    }
}
