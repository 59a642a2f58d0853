//! Where a clock's readings come from.

use chrono::{DateTime, FixedOffset, Utc};
use queue_core::Moment;
use rustix::time::{ClockId, clock_gettime};
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

/// A start this much later than the last event is still believed, in seconds.
const PLAUSIBLE_GAP_S: i64 = 30 * 24 * 3600;

/// A wall clock that may be set by anyone, and a monotonic one that nobody sets.
pub trait TimeSource: Send + Sync + 'static {
    /// What the wall clock shows.
    fn wall(&self) -> Moment;
    /// How long the monotonic clock has run, in the same pace as the wall clock.
    fn elapsed(&self) -> Duration;
    /// How much faster than real time both run.
    fn speed(&self) -> f64 {
        1.0
    }
    /// The longest time between the last event and a start that is believed, in seconds.
    fn longest_gap_s(&self) -> i64 {
        PLAUSIBLE_GAP_S
    }
    /// Tells an invented wall clock of the journal's last event, so that it does not stand before it.
    fn resume_after(&self, _last: Moment) {}
}

/// The machine's clocks. The monotonic one goes on while the machine sleeps, as the wall clock
/// does.
pub(super) struct SystemTime;

impl TimeSource for SystemTime {
    fn wall(&self) -> Moment {
        Moment(Utc::now().timestamp_millis())
    }

    fn elapsed(&self) -> Duration {
        let since_boot = clock_gettime(ClockId::Boottime);
        Duration::try_from(since_boot).unwrap_or_default()
    }
}

/// Any day at any hour, at any pace.
pub(super) struct DemoTime {
    start_ms: AtomicI64,
    started: Instant,
    speed: f64,
}

impl DemoTime {
    pub(super) fn start(start: DateTime<FixedOffset>, speed: f64) -> Self {
        Self {
            start_ms: AtomicI64::new(start.timestamp_millis()),
            started: Instant::now(),
            speed,
        }
    }
}

impl TimeSource for DemoTime {
    fn wall(&self) -> Moment {
        Moment(
            self.start_ms
                .load(Ordering::Relaxed)
                .saturating_add(millis(self.elapsed())),
        )
    }

    fn elapsed(&self) -> Duration {
        self.started.elapsed().mul_f64(self.speed)
    }

    fn speed(&self) -> f64 {
        self.speed
    }

    fn longest_gap_s(&self) -> i64 {
        i64::MAX
    }

    fn resume_after(&self, last: Moment) {
        self.start_ms.fetch_max(
            last.0.saturating_sub(millis(self.elapsed())),
            Ordering::Relaxed,
        );
    }
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}
