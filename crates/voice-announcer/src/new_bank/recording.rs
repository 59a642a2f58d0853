use crate::SAMPLE_RATE;
use rodio::{Decoder, Source as _};
use std::f64::consts::PI;
use std::fs::File;
use std::path::Path;

/// Zero crossings of the low-pass on either side, at the lower of the two rates.
const LOBES: f64 = 16.0;
/// The low-pass ends a little below half of the lower rate, so that nothing is folded back.
const EDGE: f64 = 0.94;

/// A recording cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum RecordingError {
    /// It cannot be read.
    #[error("{0}")]
    Unreadable(#[from] std::io::Error),
    /// It is no WAV or Ogg Vorbis.
    #[error("neither WAV nor Ogg Vorbis: {0}")]
    Undecodable(#[from] rodio::decoder::DecoderError),
    /// Voice and silence cannot be told apart.
    #[error(
        "the voice is only {0:.0} dB louder than the room; 20 dB are the least: record it in a quieter place"
    )]
    Noisy(f64),
    /// Nobody speaks.
    #[error("is silent")]
    Silent,
}

/// Reads a WAV or Ogg Vorbis file of any rate and number of channels as mono samples at [`SAMPLE_RATE`].
pub(super) fn read(path: &Path) -> Result<Vec<f32>, RecordingError> {
    let sound = Decoder::try_from(File::open(path)?)?;
    let (rate, channels) = (sound.sample_rate().get(), sound.channels().get());
    let samples: Vec<f32> = sound.collect();
    let mono = samples.chunks(channels.into());
    let mono: Vec<f32> = mono
        .map(|frame| frame.iter().sum::<f32>() / f32::from(channels))
        .collect();
    Ok(resample(mono, rate))
}

/// The same sound at [`SAMPLE_RATE`], by a windowed sinc.
fn resample(samples: Vec<f32>, rate: u32) -> Vec<f32> {
    if rate == SAMPLE_RATE {
        return samples;
    }
    // Output sample n stands at n·step/phases of the input; its place between two input samples repeats.
    let divisor = gcd(rate, SAMPLE_RATE);
    let (step, phases) = ((rate / divisor) as usize, (SAMPLE_RATE / divisor) as usize);
    let slower = (f64::from(rate) / f64::from(SAMPLE_RATE)).max(1.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few hundred"
    )]
    let reach = (LOBES * slower).ceil() as usize;
    let filters: Vec<Vec<f32>> = (0..phases)
        .map(|phase| filter(phase as f64 / phases as f64, reach, slower))
        .collect();
    let length = samples.len() * phases / step;
    let at = |place: usize| {
        let (before, phase) = (place * step / phases, place * step % phases);
        let taps = filters[phase].iter().enumerate();
        let sum = taps.map(|(tap, weight)| {
            let from = (before + tap + 1).checked_sub(reach);
            let sample = from.and_then(|from| samples.get(from));
            weight * sample.copied().unwrap_or_default()
        });
        sum.sum()
    };
    (0..length).map(at).collect()
}

/// Weights of the `2 · reach` input samples around a place `phase` after one of them; they add up to 1.
fn filter(phase: f64, reach: usize, slower: f64) -> Vec<f32> {
    let weight = |tap: usize| {
        let x = (tap as f64 + 1.0 - reach as f64 - phase) / slower;
        let sinc = if x.abs() < 1e-9 {
            EDGE
        } else {
            (PI * EDGE * x).sin() / (PI * x)
        };
        let window = (PI * (x / LOBES).clamp(-1.0, 1.0) / 2.0).cos().powi(2);
        sinc * window
    };
    let weights: Vec<f64> = (0..2 * reach).map(weight).collect();
    let sum: f64 = weights.iter().sum();
    #[expect(clippy::cast_possible_truncation, reason = "weights near 1")]
    weights.into_iter().map(|w| (w / sum) as f32).collect()
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::resample;
    use crate::SAMPLE_RATE;
    use crate::loudness::peak_level;
    use std::f64::consts::TAU;

    fn tone(hertz: f64, rate: u32) -> Vec<f32> {
        let step = TAU * hertz / f64::from(rate);
        #[expect(clippy::cast_possible_truncation)]
        (0..rate)
            .map(|i| (0.5 * (f64::from(i) * step).sin()) as f32)
            .collect()
    }

    #[test]
    fn a_tone_stays_what_it_is_at_any_rate() {
        let expected = tone(1_000.0, SAMPLE_RATE);
        for rate in [8_000, 16_000, 44_100, 48_000, 96_000] {
            let heard = resample(tone(1_000.0, rate), rate);
            assert!(heard.len().abs_diff(expected.len()) <= 1, "{rate}");
            let pairs = heard.iter().zip(&expected).skip(1_000).take(20_000);
            let apart = pairs.map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
            assert!(apart < 0.002, "{rate}: {apart}");
        }
    }

    #[test]
    fn what_is_too_high_for_a_clip_is_not_folded_into_it() {
        for rate in [44_100, 48_000, 96_000] {
            let heard = resample(tone(15_000.0, rate), rate);
            let level = peak_level(&heard[1_000..20_000]);
            assert!(level < -60.0, "{rate}: {level:.0} dB");
        }
    }
}
