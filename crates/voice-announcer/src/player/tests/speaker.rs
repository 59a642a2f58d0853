//! The real output, as far as a machine without a sound card can tell.

use super::super::speaker::play;
use super::super::{Output, Speaker};
use crate::{SAMPLE_RATE, Sound};
use rodio::mixer::mixer;
use std::num::NonZero;

#[test]
fn a_device_of_any_rate_plays_a_sound_from_its_first_to_its_last_sample() {
    let tone: Vec<f32> = (0..60_000_u16)
        .map(|i| 0.5 + 0.1 * (f32::from(i) * 0.3).sin())
        .collect();
    for (channels, rate) in [(1, SAMPLE_RATE), (2, 44_100), (2, 48_000), (6, 96_000)] {
        let (input, mut source) =
            mixer(NonZero::new(channels).unwrap(), NonZero::new(rate).unwrap());
        let mut device = std::iter::repeat_with(|| source.next().unwrap_or(0.0));
        assert!(
            device.by_ref().take(1_200).all(|sample| sample == 0.0),
            "silence before"
        );
        let player = play(Sound::new(tone.clone()), &input);
        let played: Vec<f32> = device
            .by_ref()
            .step_by(channels.into())
            .take(4 * rate as usize)
            .collect();
        let from = played.iter().position(|sample| *sample > 0.3).unwrap();
        let to = played.iter().rposition(|sample| *sample > 0.3).unwrap() + 1;
        assert!(
            from <= 2 && played[from..to].iter().all(|sample| *sample > 0.3),
            "torn at {rate}"
        );
        let seconds = (to - from) as f64 / f64::from(rate);
        let expected = tone.len() as f64 / f64::from(SAMPLE_RATE);
        assert!(
            (seconds - expected).abs() < 0.000_5,
            "{seconds} of {expected} s at {rate}"
        );
        assert!(player.empty());
    }
}

#[test]
fn a_machine_with_or_without_a_sound_card_answers() {
    let mut speaker = Speaker::default();
    assert!(speaker.state().is_err(), "not open yet");
    assert!(speaker.start(Sound::new(vec![0.0])).is_err());
    match speaker.open() {
        Ok(()) => assert!(speaker.state().is_ok()),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    speaker.close();
    assert!(speaker.state().is_err(), "closed");
}
