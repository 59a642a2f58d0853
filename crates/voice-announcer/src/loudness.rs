//! How loud a voice is to the ear: the K-weighting of ITU-R BS.1770, over the voiced part of a clip.

use crate::SAMPLE_RATE;
use std::f64::consts::PI;

/// Frames shorter than a syllable.
const FRAME: usize = SAMPLE_RATE as usize / 50;
/// Frames this far below the loudest are breath, stops and pauses.
const VOICED_DB: f64 = 20.0;

/// Of the standard: a tone of 997 Hz is as loud as its power.
const OFFSET_DB: f64 = -0.691;

/// The K-weighted level of the voiced part of `samples` in dB below full scale; `None` for silence.
#[must_use]
pub fn voiced_level(samples: &[f32]) -> Option<f64> {
    let powers: Vec<f64> = weighted(samples)
        .chunks(FRAME)
        .map(|frame| frame.iter().map(|x| x * x).sum::<f64>() / FRAME as f64)
        .collect();
    let loudest = powers.iter().copied().fold(0.0, f64::max);
    if loudest <= 0.0 {
        return None;
    }
    let threshold = loudest / 10_f64.powf(VOICED_DB / 10.0);
    let voiced: Vec<f64> = powers
        .into_iter()
        .filter(|power| *power >= threshold)
        .collect();
    Some(OFFSET_DB + 10.0 * (voiced.iter().sum::<f64>() / voiced.len() as f64).log10())
}

/// The samples as the ear weighs them.
pub(crate) fn weighted(samples: &[f32]) -> Vec<f64> {
    let mut filters = [high_shelf(), high_pass()];
    let weigh = |sample: &f32| {
        let filters = filters.iter_mut();
        filters.fold(f64::from(*sample), |x, filter| filter.next(x))
    };
    samples.iter().map(weigh).collect()
}

/// The highest sample of either sign in dB below full scale; −∞ for silence.
#[must_use]
pub fn peak_level(samples: &[f32]) -> f64 {
    let peak = samples
        .iter()
        .fold(0.0, |peak: f32, sample| peak.max(sample.abs()));
    20.0 * f64::from(peak).log10()
}

/// Makes `samples` louder by `gain` dB.
pub fn amplify(samples: &mut [f32], gain: f64) {
    #[expect(clippy::cast_possible_truncation, reason = "a factor near 1")]
    let factor = 10_f64.powf(gain / 20.0) as f32;
    for sample in samples {
        *sample *= factor;
    }
}

/// A second-order filter in direct form I.
struct Biquad {
    b: [f64; 3],
    a: [f64; 2],
    x: [f64; 2],
    y: [f64; 2],
}

impl Biquad {
    fn new(b: [f64; 3], a: [f64; 3]) -> Self {
        Self {
            b: b.map(|b| b / a[0]),
            a: [a[1] / a[0], a[2] / a[0]],
            x: [0.0; 2],
            y: [0.0; 2],
        }
    }

    fn next(&mut self, x: f64) -> f64 {
        let Self {
            b,
            a,
            x: past_x,
            y: past_y,
        } = self;
        let y =
            b[0] * x + b[1] * past_x[0] + b[2] * past_x[1] - a[0] * past_y[0] - a[1] * past_y[1];
        *past_x = [x, past_x[0]];
        *past_y = [y, past_y[0]];
        y
    }
}

/// First stage of the standard: what a head does to sound, +4 dB above 1.7 kHz, for any sample rate.
fn high_shelf() -> Biquad {
    let (frequency, gain_db, q) = (
        1_681.974_450_955_533,
        3.999_843_853_973_347,
        0.707_175_236_955_419_6,
    );
    let k = (PI * frequency / f64::from(SAMPLE_RATE)).tan();
    let high = 10_f64.powf(gain_db / 20.0);
    let band = high.powf(0.499_666_774_154_541_6);
    Biquad::new(
        [
            high + band * k / q + k * k,
            2.0 * (k * k - high),
            high - band * k / q + k * k,
        ],
        [
            1.0 + k / q + k * k,
            2.0 * (k * k - 1.0),
            1.0 - k / q + k * k,
        ],
    )
}

/// Second stage: nobody is called by a rumble below 38 Hz.
fn high_pass() -> Biquad {
    let (frequency, q) = (38.135_470_876_024_44, 0.500_327_037_323_877_3);
    let k = (PI * frequency / f64::from(SAMPLE_RATE)).tan();
    let a = [
        1.0 + k / q + k * k,
        2.0 * (k * k - 1.0),
        1.0 - k / q + k * k,
    ];
    Biquad::new([a[0], -2.0 * a[0], a[0]], a)
}
