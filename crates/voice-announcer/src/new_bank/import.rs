use super::recording::{self, RecordingError};
use super::{RecordingScript, takes};
use crate::bank::even;
use crate::{ClipFault, ClipId, FaultReason, SAMPLE_RATE, Sound, clip};
use std::collections::HashMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

/// A piece of a recording between two pauses.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Where it begins.
    pub at: Duration,
    /// How long it is.
    pub length: Duration,
    /// The line of the script that it is taken for, from 1, and its words; none beyond the last line.
    pub line: Option<(usize, String)>,
}

/// How a recording fits the script.
#[derive(Clone, Debug)]
pub struct Import {
    /// The pieces in order.
    pub pieces: Vec<Piece>,
    /// Lines that were to be read.
    pub lines: usize,
}

/// A recording was not taken into a bank; nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The bank's manifest.
    #[error("{0}; `voice script DIR` begins a bank")]
    Manifest(FaultReason),
    /// The recording as a whole.
    #[error(transparent)]
    Recording(#[from] RecordingError),
    /// It has more or fewer pieces than lines were to be read.
    #[error(
        "{} pieces between pauses for {} lines: compare the pieces with the script, record what is wrong anew, \
         or import a part of it from its first line on",
        .0.pieces.len(), .0.lines
    )]
    Count(Import),
    /// The script has no such line.
    #[error("the script has {0} lines")]
    NoSuchLine(usize),
    /// A piece cannot be a clip.
    #[error("line {line} \"{words}\" {fault}")]
    Piece {
        /// From 1.
        line: usize,
        /// What it says.
        words: String,
        /// Why.
        fault: ClipFault,
    },
    /// A clip cannot be written.
    #[error("{0}")]
    Unwritable(hound::Error),
}

/// Cuts a recording of the script at its pauses into the clips of the bank in `folder`: trimmed, faded and equally
/// loud. With `from`, a line from 1, the recording holds that line and as many after it as it has pieces.
///
/// # Errors
/// See [`ImportError`]; a bank is not changed by a recording that does not fit.
pub fn import(folder: &Path, recording: &Path, from: Option<usize>) -> Result<Import, ImportError> {
    let script = RecordingScript::for_bank(folder).map_err(ImportError::Manifest)?;
    let lines = script.lines();
    let first = from.unwrap_or(1);
    let wanted = first
        .checked_sub(1)
        .and_then(|skipped| lines.get(skipped..))
        .filter(|wanted| !wanted.is_empty())
        .ok_or(ImportError::NoSuchLine(lines.len()))?;
    let samples = recording::read(recording)?;
    let takes = takes::takes(&samples)?;
    let import = Import {
        lines: wanted.len(),
        pieces: takes
            .iter()
            .enumerate()
            .map(|(place, take)| Piece {
                at: duration(take.start),
                length: duration(take.len()),
                line: wanted
                    .get(place)
                    .map(|(_, words)| (first + place, words.clone())),
            })
            .collect(),
    };
    let fits = takes.len() == wanted.len() || (from.is_some() && takes.len() < wanted.len());
    if !fits || takes.is_empty() {
        return Err(ImportError::Count(import));
    }
    let mut clips = HashMap::new();
    for (place, (take, (id, words))) in takes.into_iter().zip(wanted).enumerate() {
        let piece = takes::clip(&samples[take]);
        clip::check(&piece).map_err(|fault| ImportError::Piece {
            line: first + place,
            words: words.clone(),
            fault,
        })?;
        clips.insert(id.clone(), piece);
    }
    even(&mut clips);
    store(folder, clips).map_err(ImportError::Unwritable)?;
    Ok(import)
}

/// Writes clips as WAV files; an Ogg file of the same clip would be taken before them.
pub(super) fn store(folder: &Path, clips: HashMap<ClipId, Vec<f32>>) -> Result<(), hound::Error> {
    for (id, samples) in clips {
        Sound::new(samples).write_wav(&folder.join(format!("{id}.wav")))?;
        match fs::remove_file(folder.join(format!("{id}.ogg"))) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

fn duration(samples: usize) -> Duration {
    Duration::from_secs_f64(samples as f64 / f64::from(SAMPLE_RATE))
}
