use crate::SAMPLE_RATE;
use rodio::{Decoder, Source as _};
use std::fs::File;
use std::path::Path;

/// Digital full scale is 1.0; a run of samples this close to it was cut off by the recorder.
const FULL_SCALE: f32 = 0.999;
const CLIPPED_RUN: usize = 3;
/// 45 dB below the loudest sample nobody hears anything in a hall.
const QUIET: f32 = 0.0056;
const MOST_SILENCE_MS: usize = 120;
const LONGEST_S: usize = 20;

/// What makes a clip unfit to be spoken.
#[derive(Debug, thiserror::Error)]
pub enum ClipFault {
    /// It cannot be read.
    #[error("{0}")]
    Unreadable(#[from] std::io::Error),
    /// It is no WAV or Ogg Vorbis.
    #[error("neither WAV nor Ogg Vorbis: {0}")]
    Undecodable(#[from] rodio::decoder::DecoderError),
    /// Clips of different rates would play at different pitch.
    #[error("has {0} samples a second; 22050 are expected")]
    WrongRate(u32),
    /// More than one channel.
    #[error("has {0} channels; one is expected")]
    NotMono(u16),
    /// Nothing to hear.
    #[error("is silent")]
    Silent,
    /// No phrase takes that long.
    #[error("is longer than {LONGEST_S} seconds")]
    TooLong,
    /// Recorded too loud.
    #[error("is clipped at {at_ms} ms: record it more quietly")]
    Clipped {
        /// Where the first clipped run begins.
        at_ms: usize,
    },
    /// Silence would tear the sentence apart.
    #[error(
        "begins with {before_ms} ms and ends with {after_ms} ms of silence; {MOST_SILENCE_MS} ms are the most: trim it"
    )]
    Untrimmed {
        /// Silence before the voice.
        before_ms: usize,
        /// Silence after it.
        after_ms: usize,
    },
}

/// Reads a WAV or Ogg Vorbis file and checks it: mono samples at [`SAMPLE_RATE`], −1 to 1.
pub(crate) fn read(path: &Path) -> Result<Vec<f32>, ClipFault> {
    let clip = Decoder::try_from(File::open(path)?)?;
    if clip.channels().get() != 1 {
        return Err(ClipFault::NotMono(clip.channels().get()));
    }
    if clip.sample_rate().get() != SAMPLE_RATE {
        return Err(ClipFault::WrongRate(clip.sample_rate().get()));
    }
    let longest = LONGEST_S * SAMPLE_RATE as usize;
    let samples: Vec<f32> = clip.take(longest + 1).collect();
    if samples.len() > longest {
        return Err(ClipFault::TooLong);
    }
    check(&samples)?;
    Ok(samples)
}

/// Whether samples at [`SAMPLE_RATE`] are fit to be a clip.
pub(crate) fn check(samples: &[f32]) -> Result<(), ClipFault> {
    let peak = samples
        .iter()
        .fold(0.0, |peak: f32, sample| peak.max(sample.abs()));
    let audible = |sample: &f32| sample.abs() > peak * QUIET;
    let (Some(first), Some(last)) = (
        samples.iter().position(audible),
        samples.iter().rposition(audible),
    ) else {
        return Err(ClipFault::Silent);
    };
    let clipped = |run: &[f32]| {
        run.iter().all(|sample| *sample >= FULL_SCALE)
            || run.iter().all(|sample| *sample <= -FULL_SCALE)
    };
    if let Some(at) = samples.windows(CLIPPED_RUN).position(clipped) {
        return Err(ClipFault::Clipped {
            at_ms: milliseconds(at),
        });
    }
    let (before_ms, after_ms) = (milliseconds(first), milliseconds(samples.len() - 1 - last));
    if before_ms.max(after_ms) > MOST_SILENCE_MS {
        return Err(ClipFault::Untrimmed {
            before_ms,
            after_ms,
        });
    }
    Ok(())
}

fn milliseconds(samples: usize) -> usize {
    samples * 1000 / SAMPLE_RATE as usize
}
