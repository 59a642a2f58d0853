//! Each fault of a bank of voices, caused on a copy of the shipped one.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use hound::{SampleFormat, WavSpec, WavWriter};
use queue_protocol::Language;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use voice_announcer::{Bank, ClipFault, ClipId, Fault, FaultReason, Region, SAMPLE_RATE, Wording};

fn voices() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/voices")
}

fn wording() -> Wording {
    Wording::shipped(Language::VI, Region::South).unwrap()
}

fn copy() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in fs::read_dir(voices().join("vi-south")).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    folder
}

fn faults(folder: &Path) -> Vec<Fault> {
    Bank::load(folder, &wording()).unwrap_err().0
}

/// The fault of a bank whose digit 7 is this WAV file.
fn fault_of(samples: &[f32], rate: u32, channels: u16) -> String {
    let bank = copy();
    fs::remove_file(bank.path().join("digit-7.ogg")).unwrap();
    let spec = WavSpec {
        channels,
        sample_rate: rate,
        bits_per_sample: 16,
        sample_format: SampleFormat::Int,
    };
    let file = bank.path().join("digit-7.wav");
    let mut wav = WavWriter::create(&file, spec).unwrap();
    for sample in samples {
        #[expect(clippy::cast_possible_truncation)]
        wav.write_sample((sample * 32767.0) as i16).unwrap();
    }
    wav.finalize().unwrap();
    match Bank::load(bank.path(), &wording()) {
        Ok(_) => "none".into(),
        Err(error) => {
            let [fault] = &error.0[..] else {
                panic!("{error}")
            };
            assert_eq!(fault.file, file);
            assert!(error.to_string().starts_with(&file.display().to_string()));
            fault.reason.to_string()
        }
    }
}

fn tone(ms: usize, amplitude: f32) -> Vec<f32> {
    let samples = ms * SAMPLE_RATE as usize / 1000;
    (0..samples)
        .map(|i| amplitude * (i as f32 * 0.08).sin())
        .collect()
}

#[test]
fn a_wav_file_of_ones_own_is_taken() {
    assert_eq!(fault_of(&tone(400, 0.5), SAMPLE_RATE, 1), "none");
}

#[test]
fn another_rate_is_refused() {
    assert_eq!(
        fault_of(&tone(400, 0.5), 44_100, 1),
        "has 44100 samples a second; 22050 are expected"
    );
}

#[test]
fn stereo_is_refused() {
    assert_eq!(
        fault_of(&tone(400, 0.5), SAMPLE_RATE, 2),
        "has 2 channels; one is expected"
    );
}

#[test]
fn a_clipped_clip_is_refused() {
    let clipped: Vec<f32> = tone(400, 1.6)
        .iter()
        .map(|sample| sample.clamp(-1.0, 1.0))
        .collect();
    assert_eq!(
        fault_of(&clipped, SAMPLE_RATE, 1),
        "is clipped at 0 ms: record it more quietly"
    );
}

#[test]
fn silence_at_the_ends_is_refused() {
    let silence = tone(200, 0.0);
    let begins = fault_of(&[silence.clone(), tone(400, 0.5)].concat(), SAMPLE_RATE, 1);
    assert!(
        begins.starts_with("begins with 200 ms and ends with 0 ms of silence"),
        "{begins}"
    );
    let ends = fault_of(&[tone(400, 0.5), silence].concat(), SAMPLE_RATE, 1);
    assert!(
        ends.starts_with("begins with 0 ms and ends with 200 ms of silence"),
        "{ends}"
    );
}

#[test]
fn a_silent_clip_is_refused() {
    assert_eq!(fault_of(&tone(400, 0.0), SAMPLE_RATE, 1), "is silent");
}

#[test]
fn an_endless_clip_is_refused() {
    assert_eq!(
        fault_of(&tone(20_100, 0.5), SAMPLE_RATE, 1),
        "is longer than 20 seconds"
    );
}

#[test]
fn every_missing_broken_or_outdated_clip_is_named_at_once() {
    let bank = copy();
    let file = |name: &str| bank.path().join(name);
    fs::remove_file(file("letter-a.ogg")).unwrap();
    fs::write(file("digit-3.ogg"), "no sound").unwrap();
    let cut = fs::read(file("digit-4.ogg")).unwrap();
    fs::write(file("digit-4.ogg"), &cut[..60]).unwrap();
    let manifest = fs::read_to_string(file("manifest.toml")).unwrap();
    let manifest = manifest
        .replace("Xin mời số\"", "Kính mời số\"")
        .replace("number-9 =", "number-99 =");
    fs::write(file("manifest.toml"), manifest).unwrap();

    let mut found = faults(bank.path()).into_iter();
    let mut next = |name: &str| {
        let fault = found.next().unwrap();
        assert_eq!(fault.file, file(name), "{fault}");
        fault.reason
    };
    let FaultReason::OtherWords { says, needs } = next("phrase-invite.ogg") else {
        panic!()
    };
    assert_eq!(
        (says.as_str(), needs.as_str()),
        ("Kính mời số", "Xin mời số")
    );
    assert!(matches!(next("letter-a"), FaultReason::MissingFile));
    assert!(matches!(
        next("digit-3.ogg"),
        FaultReason::Clip(ClipFault::Undecodable(_))
    ));
    assert!(matches!(
        next("digit-4.ogg"),
        FaultReason::Clip(ClipFault::Undecodable(_))
    ));
    let FaultReason::Unlisted(clip, words) = next("manifest.toml") else {
        panic!()
    };
    assert_eq!((clip.as_str(), words.as_str()), ("number-9", "chín"));
    assert!(found.next().is_none());
}

#[test]
fn a_manifest_in_decomposed_letters_says_the_same_words() {
    let bank = copy();
    let file = bank.path().join("manifest.toml");
    let manifest = fs::read_to_string(&file).unwrap();
    fs::write(&file, manifest.replace('ố', "o\u{302}\u{301}")).unwrap();
    Bank::load(bank.path(), &wording()).unwrap();
}

#[test]
fn a_bank_without_a_fit_manifest_is_refused() {
    let empty = tempfile::tempdir().unwrap();
    let [
        Fault {
            file,
            reason: FaultReason::Manifest(_),
        },
    ] = &faults(empty.path())[..]
    else {
        panic!()
    };
    assert_eq!(*file, empty.path().join("manifest.toml"));
    fs::write(file, "language = \"xx\"").unwrap();
    assert!(matches!(
        faults(empty.path())[0].reason,
        FaultReason::Manifest(_)
    ));
    let english = Bank::load(&voices().join("en"), &wording()).unwrap_err();
    assert!(
        english.to_string().ends_with("speaks en, not vi"),
        "{english}"
    );
}

#[test]
fn shipped_banks_say_all_in_both_readings() {
    for (folder, language) in [
        ("vi-south", Language::VI),
        ("vi-north", Language::VI),
        ("en", Language::EN),
    ] {
        for region in [Region::South, Region::North] {
            let wording = Wording::shipped(language, region).unwrap();
            let bank = Bank::load(&voices().join(folder), &wording).unwrap();
            assert!(
                wording
                    .vocabulary()
                    .iter()
                    .all(|(id, _)| bank.clip(id).is_some())
            );
            assert!(bank.clip(&ClipId::Phrase("unknown".into())).is_none());
        }
    }
}
