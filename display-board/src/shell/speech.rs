use super::Inbox;
use crate::settings;
use crate::view_model::News;
use anyhow::Result;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use voice_announcer::{
    Health, Output, OutputError, OutputState, Report, Settings, Sound, Speaker, Voice, Voices,
};

/// Loads the voices and starts the audio thread, which tells the inbox what became of each call.
///
/// # Errors
/// The voices cannot be loaded, or the system gives no thread. The board goes on without a voice.
pub fn start_voice(
    settings: &settings::Voice,
    voices: &Path,
    inbox: Inbox,
    start: Instant,
) -> Result<Voice> {
    let voices = Arc::new(Voices::load(voices, &settings.choice())?);
    let volume = settings.volume.0;
    let how = Settings {
        times: settings.times.0,
        ..Settings::default()
    };
    let output = move || AtVolume {
        output: Speaker::default(),
        volume,
    };
    let report = move |report: Report| {
        match &report {
            Report::Health(Health::Ready) => tracing::info!("the hall can hear calls"),
            Report::Dropped(call, reason) => tracing::debug!(call, ?reason, "a call is not spoken"),
            _ => {}
        }
        inbox.put(News::Voice(report), start.elapsed());
    };
    Ok(Voice::start(voices, how, output, report)?)
}

/// An output made quieter.
struct AtVolume<O> {
    output: O,
    volume: f32,
}

impl<O: Output> Output for AtVolume<O> {
    fn open(&mut self) -> Result<(), OutputError> {
        self.output.open()
    }

    fn start(&mut self, sound: Sound) -> Result<(), OutputError> {
        let mut samples = sound.into_samples();
        for sample in &mut samples {
            *sample *= self.volume;
        }
        self.output.start(Sound::new(samples))
    }

    fn state(&mut self) -> Result<OutputState, OutputError> {
        self.output.state()
    }

    fn close(&mut self) {
        self.output.close();
    }
}
