use crate::bank::{FORMATS, level};
use crate::{ClipFault, SAMPLE_RATE, clip};
use std::path::Path;
use std::time::Duration;

/// How sound is written to a file.
pub(crate) const WAV: hound::WavSpec = hound::WavSpec {
    channels: 1,
    sample_rate: SAMPLE_RATE,
    bits_per_sample: 16,
    sample_format: hound::SampleFormat::Int,
};

/// A rendered speech: mono samples, −1 to 1, at [`SAMPLE_RATE`].
#[derive(Clone, Debug, PartialEq)]
pub struct Sound {
    samples: Vec<f32>,
}

impl Sound {
    /// Takes the samples.
    #[must_use]
    pub fn new(samples: Vec<f32>) -> Self {
        Self { samples }
    }

    /// One clip of the bank in `folder` by its name, as loud as any; nothing where the bank does not have it.
    ///
    /// # Errors
    /// It is there and unfit to be spoken.
    pub fn of_clip(folder: &Path, name: &str) -> Result<Option<Self>, ClipFault> {
        let mut files = FORMATS
            .iter()
            .map(|format| folder.join(format!("{name}.{format}")));
        let Some(file) = files.find(|file| file.is_file()) else {
            return Ok(None);
        };
        let mut samples = clip::read(&file)?;
        level(&mut samples);
        Ok(Some(Self { samples }))
    }

    /// The samples.
    #[must_use]
    pub fn samples(&self) -> &[f32] {
        &self.samples
    }

    /// Gives the samples away, for an output that plays them.
    #[must_use]
    pub fn into_samples(self) -> Vec<f32> {
        self.samples
    }

    /// The same, `volume` times as loud.
    #[must_use]
    pub fn at_volume(mut self, volume: f32) -> Self {
        for sample in &mut self.samples {
            *sample *= volume;
        }
        self
    }

    /// How long it sounds.
    #[must_use]
    pub fn duration(&self) -> Duration {
        duration_of(&self.samples)
    }

    /// Writes it as a 16-bit mono WAV file.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write_wav(&self, path: &Path) -> Result<(), hound::Error> {
        let mut file = hound::WavWriter::create(path, WAV)?;
        for sample in &self.samples {
            file.write_sample(in_16_bits(*sample))?;
        }
        file.finalize()
    }
}

/// How long samples sound.
pub(crate) fn duration_of(samples: &[f32]) -> Duration {
    Duration::from_secs_f64(samples.len() as f64 / f64::from(SAMPLE_RATE))
}

/// A sample as it stands in a file.
#[expect(
    clippy::cast_possible_truncation,
    reason = "clamped to the range of 16 bits"
)]
pub(crate) fn in_16_bits(sample: f32) -> i16 {
    (sample.clamp(-1.0, 1.0) * f32::from(i16::MAX)).round() as i16
}
