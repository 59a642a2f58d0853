use crate::loudness::{amplify, peak_level, voiced_level};
use crate::manifest::{MANIFEST, Manifest};
use crate::{ClipFault, ClipId, RecordingScript, Wording, clip};
use queue_protocol::Language;
use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// The voiced level of every clip in dB, unless a sharp peak asks for less in the whole bank.
const LEVEL_DB: f64 = -18.0;
/// No sample goes higher: loudspeakers and converters want this much room.
pub(crate) const PEAK_DB: f64 = -1.0;
pub(crate) const FORMATS: [&str; 2] = ["ogg", "wav"];

/// A voice: the recorded clips of one language, decoded and equally loud.
#[derive(Clone)]
pub struct Bank {
    clips: HashMap<ClipId, Vec<f32>>,
}

impl fmt::Debug for Bank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bank")
            .field("clips", &self.clips.len())
            .finish()
    }
}

/// Everything that is wrong with a bank, one line each.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct BankError(pub Vec<Fault>);

/// What is wrong with one file of a bank.
#[derive(Debug, thiserror::Error)]
#[error("{}: {reason}", file.display())]
pub struct Fault {
    /// The file.
    pub file: PathBuf,
    /// What is wrong with it.
    pub reason: FaultReason,
}

/// The kinds of faults of a bank.
#[derive(Debug, thiserror::Error)]
pub enum FaultReason {
    /// The manifest is missing or has another shape.
    #[error("{0}")]
    Manifest(String),
    /// The voice of another language.
    #[error("speaks {0}, not {1}")]
    WrongLanguage(Language, Language),
    /// The manifest does not list a clip that the wording needs.
    #[error("does not list {0}, \"{1}\"")]
    Unlisted(String, String),
    /// A clip says other words than the wording now wants.
    #[error("says \"{says}\", but the wording needs \"{needs}\"")]
    OtherWords {
        /// As the manifest has it.
        says: String,
        /// As the wording has it.
        needs: String,
    },
    /// Listed, but there is no file.
    #[error("is missing (.ogg or .wav)")]
    MissingFile,
    /// The recording itself.
    #[error(transparent)]
    Clip(#[from] ClipFault),
}

impl Bank {
    /// Reads the bank in `folder` and checks that it can say whatever `wording` can need: each clip is listed with
    /// the same words, exists as `ID.ogg` or `ID.wav` (22,050 Hz, mono), is trimmed and not clipped. The clips are
    /// then made equally loud.
    ///
    /// # Errors
    /// All faults found, each with its file.
    pub fn load(folder: &Path, wording: &Wording) -> Result<Self, BankError> {
        Self::read(folder, wording.language(), wording.vocabulary())
    }

    /// As [`Bank::load`], with every line of a script: both readings of numbers.
    ///
    /// # Errors
    /// As [`Bank::load`].
    pub fn load_whole(folder: &Path, script: &RecordingScript) -> Result<Self, BankError> {
        Self::read(folder, script.language(), script.lines().to_vec())
    }

    fn read(
        folder: &Path,
        language: Language,
        lines: Vec<(ClipId, String)>,
    ) -> Result<Self, BankError> {
        let manifest = read_manifest(folder, language).map_err(|reason| {
            BankError(vec![Fault {
                file: folder.join(MANIFEST),
                reason,
            }])
        })?;
        let mut faults = Vec::new();
        let mut clips = HashMap::new();
        for (id, words) in lines {
            match read_clip(folder, &manifest, &id, words) {
                Ok(samples) => _ = clips.insert(id, samples),
                Err(fault) => faults.push(fault),
            }
        }
        if !faults.is_empty() {
            return Err(BankError(faults));
        }
        even(&mut clips);
        Ok(Self { clips })
    }

    /// The samples of a clip, −1 to 1 at [`SAMPLE_RATE`](crate::SAMPLE_RATE).
    #[must_use]
    pub fn clip(&self, id: &ClipId) -> Option<&[f32]> {
        self.clips.get(id).map(Vec::as_slice)
    }

    /// How many clips it has.
    #[must_use]
    pub fn clip_count(&self) -> usize {
        self.clips.len()
    }

    #[cfg(test)]
    pub(crate) fn remove(&mut self, id: &ClipId) {
        self.clips.remove(id);
    }
}

fn read_manifest(folder: &Path, language: Language) -> Result<Manifest, FaultReason> {
    let manifest = Manifest::read(folder)?;
    if manifest.language != language {
        return Err(FaultReason::WrongLanguage(manifest.language, language));
    }
    Ok(manifest)
}

fn read_clip(
    folder: &Path,
    manifest: &Manifest,
    id: &ClipId,
    needs: String,
) -> Result<Vec<f32>, Fault> {
    let stem = id.to_string();
    let Some(says) = manifest.clips.get(&stem) else {
        return Err(Fault {
            file: folder.join(MANIFEST),
            reason: FaultReason::Unlisted(stem, needs),
        });
    };
    let mut files = FORMATS
        .map(|format| folder.join(format!("{stem}.{format}")))
        .into_iter();
    let Some(file) = files.find(|file| file.is_file()) else {
        return Err(Fault {
            file: folder.join(stem),
            reason: FaultReason::MissingFile,
        });
    };
    if vietnamese::clean(says) != needs {
        let reason = FaultReason::OtherWords {
            says: says.clone(),
            needs,
        };
        return Err(Fault { file, reason });
    }
    clip::read(&file).map_err(|fault| Fault {
        file,
        reason: fault.into(),
    })
}

/// Brings a single clip to the level of a bank's, as far as its peaks allow.
pub(crate) fn level(samples: &mut [f32]) {
    if let Some(voiced) = voiced_level(samples) {
        let level = LEVEL_DB.min(voiced + PEAK_DB - peak_level(samples));
        amplify(samples, level - voiced);
    }
}

/// Brings all clips to one voiced level: [`LEVEL_DB`], or the highest at which none goes over [`PEAK_DB`].
pub(crate) fn even(clips: &mut HashMap<ClipId, Vec<f32>>) {
    let highest = |samples: &Vec<f32>| Some(voiced_level(samples)? + PEAK_DB - peak_level(samples));
    let level = clips.values().filter_map(highest).fold(LEVEL_DB, f64::min);
    for samples in clips.values_mut() {
        if let Some(voiced) = voiced_level(samples) {
            amplify(samples, level - voiced);
        }
    }
}
