use super::{Output, OutputError, OutputState};
use crate::sound::{WAV, in_16_bits};
use crate::{SAMPLE_RATE, Sound};
use chrono::Local;
use hound::WavWriter;
use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A folder in the place of a sound device: each sentence becomes a WAV file, named by the moment at which it begins,
/// that grows as fast as it would sound. The folder is the device: without it there is none.
pub struct WavFolder {
    folder: PathBuf,
    playing: Option<Playing>,
}

struct Playing {
    sound: Sound,
    since: Instant,
    written: usize,
    file: WavWriter<BufWriter<File>>,
}

impl WavFolder {
    /// Writes to `folder` as long as it exists.
    #[must_use]
    pub const fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            playing: None,
        }
    }

    fn look(&self) -> Result<(), OutputError> {
        if self.folder.is_dir() {
            Ok(())
        } else {
            Err(OutputError(format!("no folder {}", self.folder.display())))
        }
    }

    /// Tells what the device is doing so long after a sound began.
    fn go_on(&mut self, now: Instant) -> Result<OutputState, OutputError> {
        let Some(playing) = &mut self.playing else {
            return Ok(OutputState::Quiet);
        };
        let wrong = |error: hound::Error| OutputError(error.to_string());
        if playing.sounds_until(now).map_err(wrong)? {
            return Ok(OutputState::Playing);
        }
        if let Some(played) = self.playing.take() {
            played.file.finalize().map_err(wrong)?;
        }
        Ok(OutputState::Quiet)
    }
}

impl Playing {
    /// Writes what has sounded by `now`, and whether there is more.
    fn sounds_until(&mut self, now: Instant) -> Result<bool, hound::Error> {
        let samples = self.sound.samples();
        let due = samples_in(now.saturating_duration_since(self.since)) + 1;
        let due = due.min(samples.len());
        for sample in &samples[self.written..due] {
            self.file.write_sample(in_16_bits(*sample))?;
        }
        self.written = due;
        self.file.flush()?;
        Ok(due < samples.len())
    }
}

impl Output for WavFolder {
    fn open(&mut self) -> Result<(), OutputError> {
        self.look()
    }

    fn start(&mut self, sound: Sound) -> Result<(), OutputError> {
        self.look()?;
        let name = Local::now().format("%Y-%m-%d %H-%M-%S%.3f.wav");
        let file = self.folder.join(name.to_string());
        let file = WavWriter::create(file, WAV).map_err(|error| OutputError(error.to_string()))?;
        let since = Instant::now();
        self.playing = Some(Playing {
            sound,
            since,
            written: 0,
            file,
        });
        self.go_on(since).map(drop)
    }

    fn state(&mut self) -> Result<OutputState, OutputError> {
        self.look()?;
        self.go_on(Instant::now())
    }

    fn close(&mut self) {
        self.playing = None;
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a duration of a sentence"
)]
fn samples_in(span: Duration) -> usize {
    (span.as_secs_f64() * f64::from(SAMPLE_RATE)) as usize
}
