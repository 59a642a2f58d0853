use super::Inbox;
use crate::settings;
use crate::view_model::News;
use anyhow::Result;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use voice_announcer::{Health, Report, Settings, Speaker, Voice, Voices};

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
    let how = Settings {
        times: settings.times.0,
        volume: settings.plan(),
        ..Settings::default()
    };
    let report = move |report: Report| {
        match &report {
            Report::Health(Health::Ready) => tracing::info!("the hall can hear calls"),
            Report::Dropped(call, reason) => tracing::debug!(call, ?reason, "a call is not spoken"),
            _ => {}
        }
        inbox.put(News::Voice(report), start.elapsed());
    };
    Ok(Voice::start(voices, how, Speaker::default, report)?)
}
