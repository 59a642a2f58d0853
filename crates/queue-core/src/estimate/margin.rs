//! The margin between the likely and the cautious wait.

use crate::{Centre, Moment};

/// What a wait may take longer: unusually long visits, and priority visitors still to come.
pub(super) struct Margin {
    now: Moment,
    longest_head_start_s: i64,
    priority_percent: i64,
}

/// More than this share of priority visitors is not believed.
const MOST_PERCENT: u8 = 90;

impl Margin {
    pub fn new(centre: &Centre, now: Moment) -> Self {
        let classes = centre
            .catalogue
            .classes
            .iter()
            .filter(|class| class.self_declared);
        let longest = classes.map(|class| class.head_start_s).max().unwrap_or(0);
        let percent = centre
            .catalogue
            .settings
            .expected_priority_percent
            .min(MOST_PERCENT);
        Self {
            now,
            longest_head_start_s: longest.into(),
            priority_percent: percent.into(),
        }
    }

    /// In milliseconds, for a ticket of this rank whose wait has `worked_ms` of its counters' work
    /// before it, of visits of `visit_ms` shared by `servers` counters.
    ///
    /// Visits vary by about 0.8 of their mean, so that the n visits before a ticket vary by
    /// 0.8 √n of it; 1.28 such deviations hold nine cases of ten, and 0.8 × 1.28 ≈ 1. Priority
    /// visitors who overtake come until their head start no longer carries them past this rank;
    /// they take their share of the work done until then.
    pub fn ms(&self, rank: Moment, worked_ms: i64, visit_ms: i64, servers: usize) -> i64 {
        let servers = i64::try_from(servers.max(1)).unwrap_or(i64::MAX);
        let variance = worked_ms.saturating_mul(visit_ms) / servers;
        let overtaken_until = rank.plus_s(self.longest_head_start_s);
        let overtaken_ms = overtaken_until
            .0
            .saturating_sub(self.now.0)
            .clamp(0, worked_ms.max(0));
        let share = overtaken_ms.saturating_mul(self.priority_percent);
        variance.max(0).isqrt() + share / (100 - self.priority_percent)
    }
}
