//! A folder as a sound device: it takes its time, and can be taken away.

use super::super::{Output, OutputState, WavFolder};
use crate::{SAMPLE_RATE, Sound};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

fn tone(milliseconds: u32) -> Sound {
    let samples = usize::try_from(SAMPLE_RATE * milliseconds / 1000).unwrap();
    let steps = (0_u8..100).cycle().take(samples);
    Sound::new(steps.map(|step| f32::from(step).sin()).collect())
}

/// The samples of each file, in the order of sounding.
fn heard(folder: &Path) -> Vec<Vec<i16>> {
    let files = fs::read_dir(folder).unwrap();
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    let read = |file| {
        let wav = hound::WavReader::open(file).unwrap();
        wav.into_samples().collect::<Result<_, _>>().unwrap()
    };
    files.into_iter().map(read).collect()
}

fn play(device: &mut WavFolder) {
    while device.state().unwrap() == OutputState::Playing {
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_sound_grows_in_its_file_no_faster_than_it_sounds() {
    let folder = tempfile::tempdir().unwrap();
    let mut device = WavFolder::new(folder.path().to_owned());
    device.open().unwrap();
    let sounds = [tone(200), tone(100)];
    for sound in &sounds {
        let begun = Instant::now();
        device.start(sound.clone()).unwrap();
        assert!(heard(folder.path()).last().unwrap()[0] == 0, "at once");
        play(&mut device);
        assert!(begun.elapsed() >= sound.duration() - Duration::from_millis(1));
    }
    let lengths = sounds.map(|sound| sound.samples().len());
    let files: Vec<_> = heard(folder.path()).iter().map(Vec::len).collect();
    assert_eq!(files, lengths);
}

#[test]
fn without_its_folder_there_is_no_device_and_what_sounded_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (here, gone) = (folder.path().join("heard"), folder.path().join("gone"));
    let mut device = WavFolder::new(here.clone());
    assert!(device.open().is_err());
    fs::create_dir(&here).unwrap();
    device.open().unwrap();
    device.start(tone(60_000)).unwrap();
    fs::rename(&here, &gone).unwrap();
    assert!(device.state().is_err());
    device.close();
    let cut = heard(&gone)[0].len();
    assert!((1..60 * SAMPLE_RATE as usize).contains(&cut), "{cut}");
    assert!(device.open().is_err());
    fs::rename(&gone, &here).unwrap();
    device.open().unwrap();
    assert_eq!(device.state().unwrap(), OutputState::Quiet, "it forgot");
}
