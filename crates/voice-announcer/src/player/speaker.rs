use super::{Output, OutputError, OutputState};
use crate::{SAMPLE_RATE, Sound};
use rodio::buffer::SamplesBuffer;
use rodio::cpal::{self, ErrorKind};
use rodio::mixer::Mixer;
use rodio::{DeviceSinkBuilder, MixerDeviceSink, Player, nz};
use std::num::NonZero;
use std::sync::{Arc, OnceLock};

/// The machine's default sound device.
#[derive(Default)]
pub struct Speaker {
    open: Option<Open>,
}

struct Open {
    /// Declared before the sink, so that it is dropped first.
    player: Option<Player>,
    sink: MixerDeviceSink,
    lost: Arc<OnceLock<String>>,
}

impl Speaker {
    fn opened(&mut self) -> Result<&mut Open, OutputError> {
        let open = self
            .open
            .as_mut()
            .ok_or_else(|| OutputError("the device is not open".into()))?;
        match open.lost.get() {
            Some(reason) => Err(OutputError(reason.clone())),
            None => Ok(open),
        }
    }
}

impl Output for Speaker {
    fn open(&mut self) -> Result<(), OutputError> {
        let lost = Arc::new(OnceLock::new());
        let flag = Arc::clone(&lost);
        let on_error = move |error: cpal::Error| match error.kind() {
            ErrorKind::Xrun | ErrorKind::DeviceChanged | ErrorKind::RealtimeDenied => {
                tracing::debug!(%error, "the sound goes on");
            }
            _ => _ = flag.set(error.to_string()),
        };
        let mut sink = DeviceSinkBuilder::from_default_device()
            .and_then(|device| device.with_error_callback(on_error).open_sink_or_fallback())
            .map_err(|error| OutputError(in_full(&error)))?;
        sink.log_on_drop(false);
        self.open = Some(Open {
            player: None,
            sink,
            lost,
        });
        Ok(())
    }

    fn start(&mut self, sound: Sound) -> Result<(), OutputError> {
        let open = self.opened()?;
        open.player = Some(play(sound, open.sink.mixer()));
        Ok(())
    }

    fn state(&mut self) -> Result<OutputState, OutputError> {
        let open = self.opened()?;
        // A player that has ended would be mixed in as silence for ever.
        open.player.take_if(|player| player.empty());
        Ok(if open.player.is_some() {
            OutputState::Playing
        } else {
            OutputState::Quiet
        })
    }

    fn close(&mut self) {
        self.open = None;
    }
}

/// A player of its own for each sound: `stop`, `clear` and `try_seek` of a used one can block for ever.
/// It joins the mixer with its sound in it, since an empty one has its first samples played at the wrong rate.
pub(super) fn play(sound: Sound, mixer: &Mixer) -> Player {
    let rate = NonZero::new(SAMPLE_RATE).unwrap_or(NonZero::<u32>::MIN);
    let (player, queue) = Player::new();
    player.append(SamplesBuffer::new(nz!(1), rate, sound.into_samples()));
    mixer.add(queue);
    player
}

/// An error with its causes on one line.
fn in_full(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| cause.source());
    causes.fold(error.to_string(), |line, cause| format!("{line}: {cause}"))
}
