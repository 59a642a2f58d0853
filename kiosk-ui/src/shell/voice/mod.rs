//! The thread that reads aloud: the newest speech only, piece by piece, each made while the one before sounds. Whatever
//! device and synthesiser do, nobody waits for them.

mod sounds;
mod words;

use super::inbox::Inbox;
use crate::aloud_settings::AloudSettings;
use crate::view_model::Message;
use crate::view_model::aloud::Speech;
use sounds::Sounds;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};
use voice_announcer::{Output, OutputError, OutputState, Sound};

/// A sound's end and a newer speech are noticed this fast.
const POLL: Duration = Duration::from_millis(10);
/// Between two pieces.
const PAUSE: Duration = Duration::from_millis(120);
/// A sound that has not ended so long after it should does not sound at all.
const STALLED: Duration = Duration::from_secs(2);

/// The way to the voice. Dropped, its thread ends.
pub struct Voice {
    newest: Arc<AtomicU64>,
    speeches: Sender<(u64, Speech)>,
}

impl Voice {
    /// Starts the thread; `output` makes the sound device there. What the voice can do is told to `inbox`.
    ///
    /// # Errors
    /// If the thread cannot be started.
    pub fn start<O: Output>(
        settings: AloudSettings,
        output: impl FnOnce() -> O + Send + 'static,
        inbox: Inbox,
    ) -> io::Result<Self> {
        let (speeches, to_say) = channel();
        let newest = Arc::new(AtomicU64::new(0));
        let known = Arc::clone(&newest);
        std::thread::Builder::new()
            .name("voice".into())
            .spawn(move || {
                let mut mouth = Mouth {
                    output: output(),
                    open: false,
                    sounds: Sounds::new(settings),
                    told: (true, true),
                    newest: known,
                    inbox,
                };
                mouth.say_all(&to_say);
            })?;
        Ok(Self { newest, speeches })
    }

    /// Says `speech`, and at once stops saying the one before.
    pub fn speak(&self, speech: Speech) {
        let number = self.newest.fetch_add(1, Ordering::AcqRel) + 1;
        if self.speeches.send((number, speech)).is_err() {
            tracing::error!("the voice's thread has ended");
        }
    }
}

/// Why a speech was not said to its end.
enum Stop {
    /// Another one came.
    Newer,
    /// The device failed.
    Device(OutputError),
}

struct Mouth<O> {
    output: O,
    open: bool,
    sounds: Sounds,
    /// What was told: heard, and names.
    told: (bool, bool),
    newest: Arc<AtomicU64>,
    inbox: Inbox,
}

impl<O: Output> Mouth<O> {
    fn say_all(&mut self, speeches: &Receiver<(u64, Speech)>) {
        while let Ok(first) = speeches.recv() {
            let (number, speech) = speeches.try_iter().last().unwrap_or(first);
            if speech.said.is_empty() {
                self.fall_silent();
                continue;
            }
            match self.say(number, &speech) {
                Ok(()) => {}
                // The sound that is cut off gives way to nothing, not to what is still being made.
                Err(Stop::Newer) => _ = self.output.start(Sound::new(vec![0.0])),
                Err(Stop::Device(error)) => {
                    tracing::warn!(%error, "nothing can be heard");
                    self.output.close();
                    self.open = false;
                    self.tell(false);
                }
            }
        }
    }

    /// Nobody listens any more: lets go of the device.
    fn fall_silent(&mut self) {
        self.output.close();
        self.open = false;
        self.sounds.names_fail = false;
        self.tell(self.told.0);
    }

    fn say(&mut self, number: u64, speech: &Speech) -> Result<(), Stop> {
        if !self.open {
            self.output.open().map_err(Stop::Device)?;
            self.open = true;
        }
        let newest = Arc::clone(&self.newest);
        let wanted = move || newest.load(Ordering::Acquire) == number;
        let mut playing = None;
        for (text, begins) in words::texts(speech, self.sounds.region()) {
            let sound = self.sounds.of(&text, &wanted);
            self.tell(true);
            let Some(sound) = sound else {
                continue;
            };
            self.wait_for_end(playing.take(), &wanted)?;
            if begins {
                rest(PAUSE, &wanted)?;
            }
            playing = Some((Instant::now(), sound.duration()));
            self.output.start(sound).map_err(Stop::Device)?;
        }
        self.wait_for_end(playing, &wanted)
    }

    fn wait_for_end(
        &mut self,
        playing: Option<(Instant, Duration)>,
        wanted: &dyn Fn() -> bool,
    ) -> Result<(), Stop> {
        let Some((since, length)) = playing else {
            return Ok(());
        };
        while self.output.state().map_err(Stop::Device)? == OutputState::Playing {
            if since.elapsed() > length + STALLED {
                let error = OutputError("the device takes no sound".to_owned());
                return Err(Stop::Device(error));
            }
            rest(POLL, wanted)?;
        }
        Ok(())
    }

    fn tell(&mut self, heard: bool) {
        let now = (heard, !self.sounds.names_fail);
        if std::mem::replace(&mut self.told, now) != now {
            let (heard, names) = now;
            self.inbox.put(Message::Voice { heard, names });
        }
    }
}

/// Waits so long, unless another speech comes.
fn rest(time: Duration, wanted: &dyn Fn() -> bool) -> Result<(), Stop> {
    let end = Instant::now() + time;
    loop {
        if !wanted() {
            return Err(Stop::Newer);
        }
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Ok(());
        }
        std::thread::sleep(left.min(POLL));
    }
}
