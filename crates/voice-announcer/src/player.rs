//! Speaking on a sound device: its own thread, one call at a time, whatever the device does.

mod announcer;
mod call_queue;
mod hall_clock;
mod notice_queue;
mod output;
mod pace;
mod speaker;
mod stage;
mod voice;
mod wav_folder;

#[cfg(test)]
mod fake_device;
#[cfg(test)]
mod tests;

pub use announcer::Announcer;
pub use output::{Output, OutputError, OutputState};
pub use speaker::Speaker;
pub use voice::Voice;
pub use wav_folder::WavFolder;

use crate::{Announcement, VolumePlan};
use std::time::Duration;

/// The id of a call or recall: each is spoken at most once.
pub type CallId = u64;

/// What the voice is asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Speak a call after those already waiting; an id that was announced before is passed over.
    Announce(CallId, Announcement),
    /// Drop a call that still waits; one that is being spoken is finished.
    Withdraw(CallId),
    /// Drop all that waits and forget which ids were spoken: another journal counts from 1.
    Forget,
}

/// What became of the calls, told on the audio thread as it happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// The first sample of the call was handed to the device.
    Speaking(CallId),
    /// The call was spoken to its end.
    Spoken(CallId),
    /// The call will not be spoken.
    Dropped(CallId, DropReason),
    /// The device came, went, or failed.
    Health(Health),
}

/// Why a call is not spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DropReason {
    /// Withdrawn, or forgotten with its journal.
    Withdrawn,
    /// The device was silent for too long: the visitor has read the board by now.
    Stale,
    /// The voices lack a clip for it.
    Unspeakable,
    /// Nothing is said at this hour.
    Quiet,
    /// Another board of the zone speaks.
    Elsewhere,
}

/// Whether the hall can hear calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Health {
    /// The device was not tried yet.
    Starting,
    /// The device is open.
    Ready,
    /// No device, or one that failed; it is tried again by itself.
    Silent {
        /// What the device said.
        reason: String,
    },
    /// The sound system has not answered for a while; calls wait, nothing else does.
    Stuck,
    /// The audio thread ended.
    Stopped,
}

/// How calls are spoken.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// How many times the sentence is said, 1 or 2.
    pub times: u8,
    /// Silence between two calls, at least 300 ms.
    pub gap: Duration,
    /// How loud at which hour.
    pub volume: VolumePlan,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            times: 1,
            gap: Duration::from_millis(700),
            volume: VolumePlan::default(),
        }
    }
}
