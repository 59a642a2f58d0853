use super::RecordingError;
use crate::SAMPLE_RATE;
use crate::loudness::weighted;
use std::ops::Range;

/// One look at the level.
const FRAME: usize = SAMPLE_RATE as usize / 100;
/// A silence of so many frames ends a line; within one there are shorter ones.
const PAUSE: usize = 45;
/// What sounds for fewer frames in all is a click or a chair.
const SHORTEST: usize = 8;
/// The faint beginning and end of a word, outside of what is clearly heard.
const BEFORE: usize = 6;
const AFTER: usize = 8;
const FADE_IN: usize = SAMPLE_RATE as usize * 6 / 1000;
const FADE_OUT: usize = SAMPLE_RATE as usize * 15 / 1000;
/// Voice and room must be this far apart.
const LEAST_DB: f64 = 20.0;
/// A room as quiet as this below the voice counts as silent; breath is louder.
const MOST_DB: f64 = 50.0;
/// Between room (0) and voice (1), where a sound begins to count.
const SHARE: f64 = 0.3;

/// Where somebody speaks in a recording, cut at its pauses.
pub(super) fn takes(samples: &[f32]) -> Result<Vec<Range<usize>>, RecordingError> {
    let levels = levels(samples);
    let mut sorted = levels.clone();
    sorted.sort_by(f64::total_cmp);
    let share = |part: usize| sorted.get(sorted.len() * part / 100).copied();
    // A recording with short pauses has its voice in most frames, one with long pauses in a few.
    let (Some(room), Some(voice)) = (share(10), share(95)) else {
        return Err(RecordingError::Silent);
    };
    if voice == f64::NEG_INFINITY {
        return Err(RecordingError::Silent);
    }
    if voice - room < LEAST_DB {
        return Err(RecordingError::Noisy(voice - room));
    }
    let room = room.max(voice - MOST_DB);
    let threshold = room + SHARE * (voice - room);
    let mut spoken: Vec<(Range<usize>, usize)> = Vec::new();
    for (frame, _) in levels
        .iter()
        .enumerate()
        .filter(|(_, level)| **level > threshold)
    {
        match spoken.last_mut() {
            Some((take, heard)) if frame - take.end < PAUSE => {
                take.end = frame + 1;
                *heard += 1;
            }
            _ => spoken.push((frame..frame + 1, 1)),
        }
    }
    let widened = spoken
        .into_iter()
        .filter(|(_, heard)| *heard >= SHORTEST)
        .map(|(take, _)| {
            let from = take.start.saturating_sub(BEFORE) * FRAME;
            from..((take.end + AFTER) * FRAME).min(samples.len())
        });
    Ok(widened.collect())
}

/// A part of a recording as a clip: its ends are faded, so that no joint clicks.
pub(super) fn clip(samples: &[f32]) -> Vec<f32> {
    let mut clip = samples.to_vec();
    for (place, sample) in clip.iter_mut().take(FADE_IN).enumerate() {
        *sample *= place as f32 / FADE_IN as f32;
    }
    for (place, sample) in clip.iter_mut().rev().take(FADE_OUT).enumerate() {
        *sample *= place as f32 / FADE_OUT as f32;
    }
    clip
}

fn levels(samples: &[f32]) -> Vec<f64> {
    let weighted = weighted(samples);
    let frames = weighted.chunks(FRAME);
    let power = |frame: &[f64]| frame.iter().map(|x| x * x).sum::<f64>() / frame.len() as f64;
    frames.map(|frame| 10.0 * power(frame).log10()).collect()
}
