//! The counter this computer stands at, also after a restart.

use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The counter last signed in at. It is forgotten when the settings name another one than then.
#[derive(Debug, Clone)]
pub struct Remembered {
    file: PathBuf,
    configured: u16,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    configured: u16,
    chosen: u16,
}

impl Remembered {
    /// The memory beside the settings at `config`, which name counter `configured`.
    #[must_use]
    pub fn beside(config: &Path, configured: u16) -> Self {
        Self {
            file: config.with_extension("last"),
            configured,
        }
    }

    /// The counter to stand at.
    #[must_use]
    pub fn counter(&self) -> u16 {
        let stored = std::fs::read_to_string(&self.file).ok();
        let stored = stored.and_then(|text| toml::from_str::<Stored>(&text).ok());
        let stored = stored.filter(|stored| stored.configured == self.configured);
        stored.map_or(self.configured, |stored| stored.chosen)
    }

    /// Stands at `chosen` from now on. A folder that cannot be written is a pity, not a fault.
    pub fn set(&self, chosen: u16) {
        if chosen == self.counter() {
            return;
        }
        let stored = Stored {
            configured: self.configured,
            chosen,
        };
        let written = toml::to_string(&stored).map_err(std::io::Error::other);
        if let Err(error) = written.and_then(|text| std::fs::write(&self.file, text)) {
            tracing::warn!(file = %self.file.display(), %error, "cannot remember the counter");
        }
    }
}
