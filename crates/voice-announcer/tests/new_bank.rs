//! A bank made of one long recording, and one made by a synthesiser.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use hound::{SampleFormat, WavSpec, WavWriter};
use queue_protocol::Language;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;
use voice_announcer::loudness::{amplify, voiced_level};
use voice_announcer::{
    Bank, ClipFault, ImportError, RecordingError, RecordingScript, Region, SAMPLE_RATE,
    SynthesisError, Synthesiser, Wording, import, synthesise,
};

const SECOND: usize = SAMPLE_RATE as usize;

fn voices() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/voices")
}

/// An empty bank with its script, and a place for recordings beside it.
fn begun(language: Language) -> (TempDir, PathBuf) {
    let place = tempfile::tempdir().unwrap();
    let bank = place.path().join("our-voice");
    RecordingScript::of(language).prepare(&bank).unwrap();
    (place, bank)
}

/// The hiss of a quiet room.
fn room(samples: usize) -> impl Iterator<Item = f32> {
    let mut seed = 1_u32;
    (0..samples).map(move |_| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = u16::try_from(seed >> 16).unwrap();
        (f32::from(noise) / 65_536.0 - 0.5) * 0.002
    })
}

/// The shipped Vietnamese voice reading lines of the script, each a little louder or softer than the one before.
fn read_aloud(lines: impl IntoIterator<Item = usize>) -> Vec<f32> {
    let script = RecordingScript::of(Language::VI);
    let load = |region| {
        let wording = Wording::shipped(Language::VI, region).unwrap();
        Bank::load(&voices().join("vi-south"), &wording).unwrap()
    };
    let banks = [load(Region::South), load(Region::North)];
    let mut recording: Vec<f32> = room(SECOND).collect();
    for line in lines {
        let id = &script.lines()[line - 1].0;
        let mut clip = banks
            .iter()
            .find_map(|bank| bank.clip(id))
            .unwrap()
            .to_vec();
        amplify(&mut clip, (line % 7) as f64 - 6.0);
        recording.extend(clip);
        recording.extend(room(SECOND));
    }
    recording
}

/// Writes samples as a stereo file of another rate, as recorders do.
fn write(file: &Path, samples: &[f32]) {
    let rate = 2 * SAMPLE_RATE;
    let spec = WavSpec {
        channels: 2,
        sample_rate: rate,
        bits_per_sample: 24,
        sample_format: SampleFormat::Int,
    };
    let mut wav = WavWriter::create(file, spec).unwrap();
    for pair in [samples, &[0.0]].concat().windows(2) {
        for sample in [pair[0], f32::midpoint(pair[0], pair[1])] {
            for _ in 0..2 {
                #[expect(clippy::cast_possible_truncation)]
                wav.write_sample((sample * 8_388_607.0) as i32).unwrap();
            }
        }
    }
    wav.finalize().unwrap();
}

fn clips_in(bank: &Path) -> usize {
    let files = fs::read_dir(bank).unwrap().map(|file| file.unwrap().path());
    files
        .filter(|file| file.extension().is_some_and(|ending| ending == "wav"))
        .count()
}

#[test]
fn the_script_names_every_clip_of_both_readings_once() {
    let (_place, bank) = begun(Language::VI);
    let script = RecordingScript::for_bank(&bank).unwrap();
    assert_eq!(script.language(), Language::VI);
    let text = fs::read_to_string(bank.join("script.txt")).unwrap();
    assert_eq!(text.lines().count(), script.lines().len());
    assert_eq!(text.lines().next().unwrap(), "   1  Xin mời số");
    assert!(text.contains("hai mươi tư") && text.contains("hai mươi bốn"));
    let before = fs::read_to_string(bank.join("manifest.toml")).unwrap();
    assert!(before.contains("name = \"our-voice\""));
    fs::write(
        bank.join("manifest.toml"),
        before.replace("our-voice", "Lan"),
    )
    .unwrap();
    script.prepare(&bank).unwrap();
    let after = fs::read_to_string(bank.join("manifest.toml")).unwrap();
    assert!(after.contains("name = \"Lan\""), "a manifest is kept");
}

#[test]
fn a_recording_of_the_script_becomes_a_bank() {
    let (place, bank) = begun(Language::VI);
    let file = place.path().join("recording.wav");
    let lines = RecordingScript::of(Language::VI).lines().len();
    write(&file, &read_aloud(1..=lines));
    fs::write(bank.join("digit-7.ogg"), "an older clip").unwrap();
    let import = import(&bank, &file, None).unwrap();
    assert_eq!((import.pieces.len(), import.lines), (lines, lines));
    assert_eq!(clips_in(&bank), lines);
    for region in [Region::South, Region::North] {
        let wording = Wording::shipped(Language::VI, region).unwrap();
        let own = Bank::load(&bank, &wording).unwrap();
        let shipped = Bank::load(&voices().join("vi-south"), &wording).unwrap();
        let mut levels = Vec::new();
        for (id, words) in wording.vocabulary() {
            let (own, shipped) = (own.clip(&id).unwrap(), shipped.clip(&id).unwrap());
            let longer = (own.len() as f64 - shipped.len() as f64) / f64::from(SAMPLE_RATE);
            assert!(
                (-0.05..0.15).contains(&longer),
                "{words}: {longer:.3} s longer"
            );
            levels.push(voiced_level(own).unwrap());
        }
        let mean = levels.iter().sum::<f64>() / levels.len() as f64;
        assert!(levels.iter().all(|level| (level - mean).abs() < 1.5));
    }
}

#[test]
fn a_recording_with_a_line_too_few_changes_nothing_and_shows_its_pieces() {
    let (place, bank) = begun(Language::VI);
    let file = place.path().join("recording.wav");
    write(&file, &read_aloud(1..=20));
    let Err(ImportError::Count(import)) = import(&bank, &file, None) else {
        panic!()
    };
    assert_eq!(import.pieces.len(), 20);
    assert!(import.lines > 100);
    let first = &import.pieces[0];
    assert_eq!(first.line, Some((1, "Xin mời số".to_owned())));
    assert!(first.at.abs_diff(Duration::from_secs(1)) < Duration::from_millis(100));
    assert_eq!(clips_in(&bank), 0);
}

#[test]
fn a_part_is_taken_from_its_first_line_on() {
    let (place, bank) = begun(Language::VI);
    let file = place.path().join("recording.wav");
    write(&file, &read_aloud(30..=32));
    let import_from = |line| import(&bank, &file, Some(line));
    let import = import_from(30).unwrap();
    let script = RecordingScript::of(Language::VI);
    let words = script.lines()[31].1.clone();
    assert_eq!(import.pieces[2].line, Some((32, words)));
    assert_eq!(clips_in(&bank), 3);
    assert!(bank.join(format!("{}.wav", script.lines()[29].0)).exists());
    for line in [0, script.lines().len() + 1] {
        assert!(matches!(import_from(line), Err(ImportError::NoSuchLine(_))));
    }
    let last = script.lines().len();
    assert!(matches!(import_from(last), Err(ImportError::Count(_))));
}

#[test]
fn a_click_is_no_piece_and_a_short_pause_ends_none() {
    let (place, bank) = begun(Language::VI);
    let file = place.path().join("recording.wav");
    let mut recording = read_aloud([1]);
    recording[SECOND / 2..SECOND / 2 + 200].fill(0.6);
    let torn = recording.len() - SECOND;
    recording.truncate(torn + SECOND / 4);
    recording.extend(&read_aloud([2])[SECOND..]);
    write(&file, &recording);
    assert_eq!(import(&bank, &file, Some(1)).unwrap().pieces.len(), 1);
}

#[test]
fn an_unusable_recording_is_told_why() {
    let (place, bank) = begun(Language::VI);
    let file = place.path().join("recording.wav");
    let import_of = |samples: &[f32]| {
        write(&file, samples);
        import(&bank, &file, Some(1)).unwrap_err()
    };
    let silent = import_of(&vec![0.0; SECOND]);
    assert!(matches!(
        silent,
        ImportError::Recording(RecordingError::Silent)
    ));
    let mut noisy = read_aloud([1, 2]);
    noisy
        .iter_mut()
        .zip(room(10 * SECOND))
        .for_each(|(sample, noise)| *sample += noise * 60.0);
    let noisy = import_of(&noisy);
    assert!(
        matches!(noisy, ImportError::Recording(RecordingError::Noisy(_))),
        "{noisy}"
    );
    let mut loud = read_aloud([1, 2]);
    loud.iter_mut()
        .for_each(|sample| *sample = (*sample * 20.0).clamp(-1.0, 1.0));
    let ImportError::Piece { line, fault, .. } = import_of(&loud) else {
        panic!()
    };
    assert!(
        line == 1 && matches!(fault, ClipFault::Clipped { .. }),
        "{fault}"
    );
    let nowhere = import(place.path(), &file, None).unwrap_err();
    assert!(matches!(nowhere, ImportError::Manifest(_)));
    let nothing = import(&bank, &place.path().join("no.wav"), None).unwrap_err();
    assert!(matches!(
        nothing,
        ImportError::Recording(RecordingError::Unreadable(_))
    ));
    assert_eq!(clips_in(&bank), 0);
}

fn synthesiser(command: &[&str], time_limit: Duration) -> Synthesiser {
    Synthesiser {
        command: command.iter().map(|word| (*word).to_owned()).collect(),
        time_limit,
    }
}

const LONG: Duration = Duration::from_secs(60);

#[test]
fn a_program_that_speaks_makes_a_bank() {
    let (place, bank) = begun(Language::EN);
    let spoken = place.path().join("spoken.wav");
    let clip = &read_aloud([4])[SECOND / 2..];
    write(&spoken, clip);
    let heard = place.path().join("heard.txt");
    let script = format!(
        "cat >> '{}'; cp '{}' \"$0\"",
        heard.display(),
        spoken.display()
    );
    let mut told = 0;
    let program = synthesiser(&["sh", "-c", &script, "{file}"], LONG);
    synthesise(&bank, &program, |_| told += 1).unwrap();
    let lines = RecordingScript::of(Language::EN);
    assert_eq!(
        (told, clips_in(&bank)),
        (lines.lines().len(), lines.lines().len())
    );
    let words: Vec<_> = lines
        .lines()
        .iter()
        .map(|(_, words)| words.as_str())
        .collect();
    assert_eq!(
        fs::read_to_string(heard)
            .unwrap()
            .lines()
            .collect::<Vec<_>>(),
        words
    );
    Bank::load(
        &bank,
        &Wording::shipped(Language::EN, Region::South).unwrap(),
    )
    .unwrap();
}

#[test]
fn a_program_that_hangs_fails_or_writes_no_sound_changes_nothing() {
    let (place, bank) = begun(Language::EN);
    let fails = |command: &[&str], limit| {
        let error = synthesise(&bank, &synthesiser(command, limit), |_| {}).unwrap_err();
        assert_eq!(clips_in(&bank), 0);
        error
    };
    let hangs = fails(
        &["sh", "-c", "exec sleep 600", "{file}"],
        Duration::from_millis(50),
    );
    assert!(matches!(hangs, SynthesisError::TooSlow { .. }), "{hangs}");
    let failed = fails(&["sh", "-c", "exit 3", "{file}"], LONG);
    assert!(failed.to_string().contains("exit status: 3"), "{failed}");
    let no_file = fails(&["sh", "-c", "exit 0", "{file}"], LONG);
    assert!(matches!(no_file, SynthesisError::Sound { .. }), "{no_file}");
    let missing = fails(&["/no/such/program", "{file}"], LONG);
    assert!(
        missing.to_string().starts_with("/no/such/program: "),
        "{missing}"
    );
    assert!(matches!(fails(&["true"], LONG), SynthesisError::NoFile));
    let elsewhere = synthesise(
        place.path(),
        &synthesiser(&["true", "{file}"], LONG),
        |_| {},
    );
    assert!(matches!(elsewhere, Err(SynthesisError::Manifest(_))));
}
