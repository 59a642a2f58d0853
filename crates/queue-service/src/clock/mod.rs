//! The service's time, and whether it can be believed (design section 4, "Time").
//!
//! Instants handed out never go back. While wall and monotonic clock agree, time follows the wall
//! clock; when the wall clock jumps by more than [`TOLERANCE_S`], time goes on by the monotonic
//! clock until the two agree again or an administrator accepts the wall clock. This is the only
//! place in the program that reads the wall clock.

mod source;

use chrono::{DateTime, FixedOffset};
use queue_core::Moment;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

pub use source::TimeSource;
use source::{DemoTime, SystemTime};

/// A jump of the wall clock beyond this is not followed, in seconds.
pub const TOLERANCE_S: i64 = 60;

/// What the service thinks of the machine's wall clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ClockHealth {
    /// It is believed.
    Agrees,
    /// It jumped while the service ran; time follows the monotonic clock.
    Parted {
        /// Wall clock minus service time, in seconds.
        by_s: i64,
    },
    /// At the start it stood before the last event of the journal.
    BeforeLast {
        /// How far before, in seconds.
        by_s: i64,
    },
    /// At the start it stood implausibly far after the last event of the journal.
    FarAhead {
        /// How far after, in seconds.
        by_s: i64,
    },
}

impl ClockHealth {
    /// Whether a new day may be opened.
    #[must_use]
    pub const fn agrees(self) -> bool {
        matches!(self, Self::Agrees)
    }

    /// Whether the date itself is in doubt, so that no number may be issued.
    #[must_use]
    pub const fn in_doubt(self) -> bool {
        matches!(self, Self::BeforeLast { .. } | Self::FarAhead { .. })
    }
}

/// The clock that everything in one service shares.
#[derive(Clone)]
pub struct Clock {
    source: Arc<dyn TimeSource>,
    face: Arc<Mutex<Face>>,
}

/// An instant of the service at a reading of the monotonic clock, and what is believed since.
struct Face {
    anchor: Moment,
    anchored: Duration,
    newest: Moment,
    /// Set while the wall clock has not been plausible since the start: the journal's last event.
    doubted_since: Option<Moment>,
}

impl Clock {
    /// The machine's own clock.
    #[must_use]
    pub fn system() -> Self {
        Self::new(Arc::new(SystemTime))
    }

    /// A clock that starts at `start` and runs `speed` times as fast as the machine's.
    #[must_use]
    pub fn demo(start: DateTime<FixedOffset>, speed: f64) -> Self {
        Self::new(Arc::new(DemoTime::start(start, speed)))
    }

    /// A clock that reads any source.
    #[must_use]
    pub fn new(source: Arc<dyn TimeSource>) -> Self {
        let (wall, elapsed) = (source.wall(), source.elapsed());
        let face = Face {
            anchor: wall,
            anchored: elapsed,
            newest: wall,
            doubted_since: None,
        };
        Self {
            source,
            face: Arc::new(Mutex::new(face)),
        }
    }

    /// Tells the clock of the journal's last event. From here on no earlier instant is handed out;
    /// a wall clock before it, or more than 30 days after it, is doubted until it becomes
    /// plausible or is accepted.
    pub fn resume_after(&self, last: Moment) {
        let mut face = self.face();
        self.source.resume_after(last);
        let elapsed = self.source.elapsed();
        *face = Face {
            anchor: last,
            anchored: elapsed,
            newest: last,
            doubted_since: Some(last),
        };
    }

    /// The instant, never earlier than the one before, and what is thought of the wall clock.
    #[must_use]
    pub fn now(&self) -> (Moment, ClockHealth) {
        let mut face = self.face();
        let (wall, elapsed) = (self.source.wall(), self.source.elapsed());
        let health = face.judge(wall, elapsed, self.source.longest_gap_s());
        if health.agrees() {
            (face.anchor, face.anchored) = (wall, elapsed);
        }
        face.newest = face.newest.max(face.steady(elapsed));
        (face.newest, health)
    }

    /// Believes the wall clock from here on, even where that goes back; gives its instant.
    pub fn accept(&self) -> Moment {
        let mut face = self.face();
        let (wall, elapsed) = (self.source.wall(), self.source.elapsed());
        *face = Face {
            anchor: wall,
            anchored: elapsed,
            newest: wall,
            doubted_since: None,
        };
        wall
    }

    /// How long to wait, in real time, until `moment`; nothing when it has passed.
    #[must_use]
    pub fn real_time_until(&self, moment: Moment) -> Duration {
        let ahead_ms = moment.0.saturating_sub(self.now().0.0).max(0);
        Duration::from_millis(ahead_ms.unsigned_abs()).div_f64(self.source.speed())
    }

    /// The next full minute after now.
    #[must_use]
    pub fn next_minute(&self) -> Moment {
        Moment((self.now().0.0.div_euclid(60_000) + 1) * 60_000)
    }

    fn face(&self) -> MutexGuard<'_, Face> {
        self.face.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Face {
    /// The instant by the monotonic clock alone.
    fn steady(&self, elapsed: Duration) -> Moment {
        let passed = elapsed.saturating_sub(self.anchored).as_millis();
        Moment(
            self.anchor
                .0
                .saturating_add(i64::try_from(passed).unwrap_or(i64::MAX)),
        )
    }

    fn judge(&mut self, wall: Moment, elapsed: Duration, longest_gap_s: i64) -> ClockHealth {
        if let Some(last) = self.doubted_since {
            let by_s = wall.since_s(last);
            if by_s < -TOLERANCE_S {
                return ClockHealth::BeforeLast { by_s: -by_s };
            }
            if by_s > longest_gap_s {
                return ClockHealth::FarAhead { by_s };
            }
            self.doubted_since = None;
            return ClockHealth::Agrees;
        }
        let by_s = wall.since_s(self.steady(elapsed));
        if by_s.abs() > TOLERANCE_S {
            ClockHealth::Parted { by_s }
        } else {
            ClockHealth::Agrees
        }
    }
}
