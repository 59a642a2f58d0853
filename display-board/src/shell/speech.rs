use super::Inbox;
use crate::settings;
use crate::view_model::News;
use anyhow::{Context as _, Result};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Instant;
use voice_announcer::{Health, Report, Settings, Speaker, Voice, Voices, WavFolder};

type Message = Box<dyn FnOnce(&Voice)>;

/// The voice of the board, or none. The clips are read beside everything else: what the voice is told meanwhile, it
/// hears when it is there.
#[derive(Default)]
pub struct Speech {
    voice: Option<Voice>,
    coming: Option<Receiver<Result<Voice>>>,
    waiting: Vec<Message>,
    failed: bool,
}

impl Speech {
    /// Begins to load the voices from the folder `voices`. The audio thread tells the inbox what became of each call.
    pub fn start(settings: settings::Voice, voices: PathBuf, inbox: Inbox, start: Instant) -> Self {
        let (done, coming) = channel();
        let load = move || {
            let voice = start_voice(&settings, &voices, &inbox, start);
            // Nobody is left to hear it only when the program ends.
            _ = done.send(voice);
            inbox.wake();
        };
        let thread = std::thread::Builder::new().name("voices".to_owned());
        if let Err(error) = thread.spawn(load) {
            tracing::error!(%error, "this board has no voice");
            return Self::failed();
        }
        Self {
            coming: Some(coming),
            ..Self::default()
        }
    }

    /// Tells the voice something, now or when it is there.
    pub fn tell(&mut self, message: impl FnOnce(&Voice) + 'static) {
        match (&self.voice, &self.coming) {
            (Some(voice), _) => message(voice),
            (None, Some(_)) => self.waiting.push(Box::new(message)),
            (None, None) => {}
        }
    }

    /// How the voice does; `None` where none is wanted.
    pub fn health(&mut self) -> Option<Health> {
        self.receive();
        match (&self.voice, &self.coming) {
            (Some(voice), _) => Some(voice.health()),
            (None, Some(_)) => Some(Health::Starting),
            (None, None) => self.failed.then_some(Health::Stopped),
        }
    }

    /// A voice that was wanted and cannot be had.
    pub fn failed() -> Self {
        Self {
            failed: true,
            ..Self::default()
        }
    }

    fn receive(&mut self) {
        let Some(coming) = &self.coming else { return };
        let voice = match coming.try_recv() {
            Err(TryRecvError::Empty) => return,
            Ok(voice) => voice,
            Err(TryRecvError::Disconnected) => Err(anyhow::anyhow!("it could not be loaded")),
        };
        self.coming = None;
        let waiting = std::mem::take(&mut self.waiting);
        match voice {
            Ok(voice) => {
                waiting.into_iter().for_each(|message| message(&voice));
                self.voice = Some(voice);
            }
            Err(error) => {
                tracing::error!("this board has no voice: {error:#}");
                self.failed = true;
            }
        }
    }
}

fn start_voice(
    settings: &settings::Voice,
    voices: &std::path::Path,
    inbox: &Inbox,
    start: Instant,
) -> Result<Voice> {
    let voices = Arc::new(Voices::load(voices, &settings.choice())?);
    let how = Settings {
        times: settings.times.0,
        volume: settings.plan(),
        ..Settings::default()
    };
    let inbox = inbox.clone();
    let report = move |report: Report| {
        match &report {
            Report::Health(Health::Ready) => tracing::info!("the hall can hear calls"),
            Report::Dropped(call, reason) => tracing::debug!(call, ?reason, "a call is not spoken"),
            _ => {}
        }
        inbox.put(News::Voice(report), start.elapsed());
    };
    let voice = match settings.record_to.clone() {
        Some(folder) => Voice::start(voices, how, || WavFolder::new(folder), report),
        None => Voice::start(voices, how, Speaker::default, report),
    };
    voice.context("the system gives no thread")
}
