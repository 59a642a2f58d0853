//! The real output, as far as a machine without a sound card can tell.

use super::super::speaker::play;
use super::super::{Output, OutputState, Speaker};
use crate::{SAMPLE_RATE, Sound};
use rodio::mixer::mixer;
use rodio::nz;
use std::num::NonZero;
use std::time::{Duration, Instant};

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

/// `stop` and then `append` of a player whose device takes no sound wait for ever: each sound has a player of its own.
#[test]
fn a_device_that_takes_nothing_keeps_nobody_waiting() {
    let (done, waiting) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let (input, _stalled) = mixer(nz!(2), nz!(48_000));
        for _ in 0..100 {
            let player = play(Sound::new(vec![0.1; 1_000]), &input);
            assert!(!player.empty(), "nobody took it");
        }
        drop(input);
        _ = done.send(());
    });
    let patience = Duration::from_secs(60);
    waiting.recv_timeout(patience).expect("play or drop hangs");
}

/// Started by the test below, in a process of its own whose sound goes nowhere.
#[test]
#[ignore = "needs ALSA's null device as the default"]
fn a_call_into_nowhere_ends() {
    let mut speaker = Speaker::default();
    speaker.open().unwrap();
    speaker.start(Sound::new(vec![0.1; 4_000])).unwrap();
    let limit = Instant::now() + Duration::from_secs(60);
    while speaker.state().unwrap() == OutputState::Playing {
        assert!(Instant::now() < limit, "it never ends");
        std::thread::yield_now();
    }
    speaker.close();
}

#[cfg(target_os = "linux")]
#[test]
fn on_the_null_device_of_alsa_a_call_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("asound.conf");
    std::fs::write(
        &config,
        "pcm.!default { type null }\nctl.!default { type null }\n",
    )
    .unwrap();
    let test = "player::tests::speaker::a_call_into_nowhere_ends";
    let ended = std::process::Command::new(std::env::current_exe().unwrap())
        .args([test, "--exact", "--ignored"])
        .env("ALSA_CONFIG_PATH", &config)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ended.stdout);
    assert!(
        ended.status.success() && said.contains("1 passed"),
        "{said}"
    );
}
