//! The sound of announcements, measured: lengths, pauses, peaks, loudness.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use proptest::prelude::*;
use queue_protocol::Language;
use std::path::Path;
use std::sync::LazyLock;
use voice_announcer::loudness::{peak_level, voiced_level};
use voice_announcer::{Announcement, Choice, Part, RecordingScript, Region, SAMPLE_RATE, Voices};

static VOICES: LazyLock<Voices> = LazyLock::new(|| load(&Choice::default()));

fn load(choice: &Choice) -> Voices {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/voices");
    Voices::load(&folder, choice).unwrap()
}

fn in_both(number: &str, counter: u16) -> Announcement {
    let languages = vec![Language::VI, Language::EN];
    Announcement {
        languages,
        ..Announcement::call(number.parse().unwrap(), counter)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_sound_is_its_clips_and_pauses_and_nothing_else(
        number in "[A-Z][0-9]{1,4}", counter in any::<u16>(), priority: bool, recall: bool, times in 1_u8..3
    ) {
        let announcement = Announcement { priority, recall, ..in_both(&number, counter) };
        let speech = VOICES.speech(&announcement, times);
        let sound = VOICES.render(&speech).unwrap();
        let (mut at, mut paused_ms) = (0, 0.0);
        for part in speech.parts() {
            if let Part::Pause(ms) = part {
                let from = at;
                paused_ms += f64::from(*ms);
                at += *ms as usize * SAMPLE_RATE as usize / 1000;
                let inside = &sound.samples()[from + 1..at - 1];
                prop_assert!(inside.iter().all(|sample| *sample == 0.0));
            } else {
                let clip = VOICES.clip(part).unwrap();
                let near = (at.saturating_sub(2)..=at + 2)
                    .find(|start| sound.samples()[*start..].starts_with(clip));
                prop_assert!(near.is_some(), "{part:?} is not at {at}");
                at = near.unwrap_or(at) + clip.len();
            }
        }
        let clips: usize = speech.parts().iter().filter_map(|part| VOICES.clip(part)).map(<[f32]>::len).sum();
        let exact = clips as f64 + paused_ms * f64::from(SAMPLE_RATE) / 1000.0;
        prop_assert!((sound.samples().len() as f64 - exact).abs() <= 2.0);
        let duration = VOICES.duration(&speech).as_secs_f64();
        prop_assert!((sound.duration().as_secs_f64() - duration).abs() < 1e-3);
        prop_assert!(peak_level(sound.samples()) <= -1.0 + 1e-4);
    }
}

#[test]
fn every_clip_is_as_loud_as_the_others_and_none_too_loud() {
    for vietnamese in ["vi-south", "vi-north"] {
        let mut choice = Choice::default();
        choice.banks.insert(Language::VI, vietnamese.into());
        let voices = load(&choice);
        for language in [Language::VI, Language::EN] {
            let vocabulary = voices.wordings().of(language).unwrap().vocabulary();
            let clips: Vec<_> = vocabulary
                .into_iter()
                .map(|(id, _)| {
                    let samples = voices.clip(&Part::Clip(language, id.clone())).unwrap();
                    (id, voiced_level(samples).unwrap(), peak_level(samples))
                })
                .collect();
            let mean = clips.iter().map(|(_, level, _)| level).sum::<f64>() / clips.len() as f64;
            for (id, level, peak) in clips {
                assert!(
                    (level - mean).abs() < 1.5,
                    "{vietnamese} {id}: {level:.1} dB beside {mean:.1} dB"
                );
                assert!(peak <= -1.0 + 1e-4, "{vietnamese} {id}: {peak:.2} dBFS");
            }
        }
    }
}

#[test]
fn without_an_english_voice_the_vietnamese_is_spoken() {
    let mut choice = Choice::default();
    choice.banks.remove(&Language::EN);
    let voices = load(&choice);
    let announcement = in_both("A012", 7);
    let only = Announcement::call("A012".parse().unwrap(), 7);
    assert_eq!(voices.speech(&announcement, 1), voices.speech(&only, 1));
    voices.render(&voices.speech(&announcement, 1)).unwrap();
}

#[test]
fn a_language_without_a_voice_is_called_in_vietnamese() {
    let third = Language::from_word("x-long").unwrap();
    let only = Announcement::call("A012".parse().unwrap(), 7);
    let call = Announcement {
        languages: vec![Language::VI, third],
        ..only.clone()
    };
    assert_eq!(VOICES.speech(&call, 1), VOICES.speech(&only, 1));
    let wordings = VOICES.wordings();
    assert_eq!(wordings.words(&call), wordings.words(&only));
    assert!(RecordingScript::of(third).lines().is_empty());
}

#[test]
fn a_speech_of_another_reading_is_not_sounded_in_part() {
    let north = load(&Choice {
        region: Region::North,
        ..Choice::default()
    });
    let speech = north.speech(&Announcement::call("A012".parse().unwrap(), 24), 1);
    let missing = VOICES.render(&speech).unwrap_err();
    assert!(missing.to_string().contains("24"), "{missing}");
}

#[test]
fn a_wav_file_holds_the_sound() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("call.wav");
    let sound = VOICES
        .render(&VOICES.speech(&in_both("A012", 7), 1))
        .unwrap();
    sound.write_wav(&file).unwrap();
    let mut wav = hound::WavReader::open(&file).unwrap();
    assert_eq!(
        (
            wav.spec().channels,
            wav.spec().sample_rate,
            wav.spec().bits_per_sample
        ),
        (1, SAMPLE_RATE, 16)
    );
    let read: Vec<f32> = wav
        .samples::<i16>()
        .map(|sample| f32::from(sample.unwrap()) / 32767.0)
        .collect();
    assert_eq!(read.len(), sound.samples().len());
    assert!(
        read.iter()
            .zip(sound.samples())
            .all(|(a, b)| (a - b).abs() < 1e-4)
    );
    assert!(
        sound
            .write_wav(&folder.path().join("no/such/folder.wav"))
            .is_err()
    );
}

#[test]
fn missing_voices_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let error = Voices::load(folder.path(), &Choice::default()).unwrap_err();
    assert!(error.to_string().contains("chime.ogg"), "{error}");
}
