use crate::{FaultReason, RecordingScript};
use queue_protocol::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

pub(crate) const MANIFEST: &str = "manifest.toml";

/// What a bank's `manifest.toml` says: who speaks, how it was made, who may use it, and each clip's words.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    pub name: String,
    pub language: Language,
    pub licence: String,
    pub made_with: String,
    pub clips: BTreeMap<String, String>,
}

impl Manifest {
    pub fn read(folder: &Path) -> Result<Self, FaultReason> {
        let text = fs::read_to_string(folder.join(MANIFEST))
            .map_err(|error| FaultReason::Manifest(error.to_string()))?;
        toml::from_str(&text).map_err(|error| FaultReason::Manifest(error.to_string()))
    }

    /// The manifest of a bank that `script` is read for.
    pub fn of(script: &RecordingScript, name: &str, made_with: &str) -> Self {
        let clips = script.lines().iter();
        Self {
            name: name.to_owned(),
            language: script.language(),
            licence: String::new(),
            made_with: made_with.to_owned(),
            clips: clips
                .map(|(id, words)| (id.to_string(), words.clone()))
                .collect(),
        }
    }

    pub fn write(&self, folder: &Path) -> io::Result<()> {
        let text = toml::to_string(self).map_err(io::Error::other)?;
        fs::write(folder.join(MANIFEST), text)
    }
}
