//! Clocks that only move when they are told to.

use queue_core::Moment;
use queue_service::clock::{Clock, TimeSource};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

/// A wall clock and a monotonic one. Clones show the same time, so that it goes on when a service
/// is opened again.
#[derive(Clone)]
pub struct StoppedTime(Arc<Readings>);

struct Readings {
    wall_ms: AtomicI64,
    elapsed_ms: AtomicU64,
}

impl StoppedTime {
    /// Both clocks, with the wall clock at `moment`.
    #[must_use]
    pub fn at(moment: Moment) -> Self {
        Self(Arc::new(Readings {
            wall_ms: moment.0.into(),
            elapsed_ms: 0.into(),
        }))
    }

    /// Time goes on by `seconds`, for both clocks alike.
    pub fn pass(&self, seconds: u32) {
        self.jump(i64::from(seconds));
        self.0
            .elapsed_ms
            .fetch_add(u64::from(seconds) * 1000, Ordering::SeqCst);
    }

    /// Somebody sets the wall clock, by `seconds` forward or back.
    pub fn jump(&self, seconds: i64) {
        self.0.wall_ms.fetch_add(seconds * 1000, Ordering::SeqCst);
    }

    /// A service's clock that reads this time.
    #[must_use]
    pub fn clock(&self) -> Clock {
        Clock::new(Arc::new(self.clone()))
    }
}

impl TimeSource for StoppedTime {
    fn wall(&self) -> Moment {
        Moment(self.0.wall_ms.load(Ordering::SeqCst))
    }

    fn elapsed(&self) -> Duration {
        Duration::from_millis(self.0.elapsed_ms.load(Ordering::SeqCst))
    }
}
