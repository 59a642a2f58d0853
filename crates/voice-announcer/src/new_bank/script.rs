use crate::manifest::{MANIFEST, Manifest};
use crate::{ClipId, FaultReason, Region, Wording};
use queue_protocol::Language;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

const SCRIPT: &str = "script.txt";

/// What an announcer reads for a whole bank of a language, in both readings of numbers, one line a clip.
#[derive(Clone, Debug)]
pub struct RecordingScript {
    language: Language,
    lines: Vec<(ClipId, String)>,
}

impl RecordingScript {
    /// The script of a language; empty where the hall never hears it.
    #[must_use]
    pub fn of(language: Language) -> Self {
        let mut lines = Vec::new();
        for region in [Region::South, Region::North] {
            let wording = Wording::shipped(language, region);
            for line in wording.iter().flat_map(Wording::vocabulary) {
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
        }
        Self { language, lines }
    }

    /// The script for the bank in `folder`, in the language of its manifest.
    ///
    /// # Errors
    /// The manifest is not there or has another shape.
    pub fn for_bank(folder: &Path) -> Result<Self, FaultReason> {
        Ok(Self::of(Manifest::read(folder)?.language))
    }

    /// Its language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The clips with their words, in the order of reading.
    #[must_use]
    pub fn lines(&self) -> &[(ClipId, String)] {
        &self.lines
    }

    /// Writes `script.txt` into `folder`, and a manifest if there is none: from then on it is a bank without clips.
    ///
    /// # Errors
    /// The folder or a file cannot be written.
    pub fn prepare(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        if !folder.join(MANIFEST).exists() {
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            Manifest::of(self, &name, "").write(folder)?;
        }
        fs::write(folder.join(SCRIPT), self.to_string())
    }
}

/// Numbered lines, as they are read aloud.
impl fmt::Display for RecordingScript {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (_, words)) in (1..).zip(&self.lines) {
            writeln!(f, "{place:>4}  {words}")?;
        }
        Ok(())
    }
}
