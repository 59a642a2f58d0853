use super::Announcer;
use crate::player::stage::Stage;
use crate::player::{Output, OutputError, Report};
use std::time::Duration;

/// In a hall where somebody is called now and then the device stays awake: some swallow the begin of a sound otherwise.
const AWAKE: Duration = Duration::from_secs(30);
/// An unplugged device is noticed within this time, though nothing is said.
const LOOK_AGAIN: Duration = Duration::from_secs(60);

/// An open device mixes silence for ever: where nothing is said it is let go.
impl<O: Output, R: FnMut(Report)> Announcer<O, R> {
    /// Nothing has been said since `since`.
    pub(super) fn rest(&mut self, now: Duration, since: Duration) -> Result<(), OutputError> {
        self.output.state()?;
        if now >= since + AWAKE && !self.has_to_speak() {
            self.output.close();
            self.stage = Stage::Resting {
                look_at: now + LOOK_AGAIN,
            };
        }
        Ok(())
    }

    /// Opens the device where there is something to say, or, from `look_at` on, to see whether it is there.
    pub(super) fn look(&mut self, now: Duration, look_at: Duration) -> Result<(), OutputError> {
        let speak = self.has_to_speak();
        if speak || now >= look_at {
            self.output.open()?;
        }
        if speak {
            self.stage = Stage::Quiet { until: now };
        } else if now >= look_at {
            self.output.close();
            self.stage = Stage::Resting {
                look_at: now + LOOK_AGAIN,
            };
        }
        Ok(())
    }

    fn has_to_speak(&self) -> bool {
        self.speaks && !(self.queue.is_empty() && self.notices.is_empty())
    }
}
