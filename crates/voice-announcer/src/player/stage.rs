use super::call_queue::WaitingCall;
use crate::Sound;
use std::collections::VecDeque;
use std::time::Duration;

/// What the voice is about.
pub(super) enum Stage {
    /// There is no device; it is tried again.
    Closed { retry_at: Duration },
    /// Nothing is said before `until`.
    Quiet { until: Duration },
    /// Nothing was said for long: the device is let go, and only looked at again and again.
    Resting { look_at: Duration },
    /// A sentence is being sounded.
    Speaking(Speaking),
}

pub(super) struct Speaking {
    /// Whose call; none for a notice.
    pub call: Option<WaitingCall>,
    /// Its sentences to come.
    pub rest: VecDeque<Sound>,
    /// When the device should be through with this one.
    pub ends: Duration,
    /// Withdrawn meanwhile: its sentence is finished, but nothing of it is said again.
    pub withdrawn: bool,
}
