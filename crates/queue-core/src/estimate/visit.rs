//! How long a visit takes, from the call until the counter is free again.

use crate::{Centre, Service};

/// The centre's own figure weighs as much as this many observed visits.
const PRIOR_VISITS: u64 = 8;
/// A longer visit, in multiples of the typical one, is counted as this long: more often somebody
/// forgot to finish it.
const LONGEST_VISIT: u64 = 4;

/// The typical visit moved by today's newest ones, in milliseconds; at least a second.
pub(super) fn usual_visit_ms(centre: &Centre, service: &Service) -> i64 {
    let typical = u64::from(service.typical_s.max(1));
    let observed = centre.visits.get(&service.code).into_iter().flatten();
    let (count, sum) = observed.fold((0, 0), |(count, sum), &visit_s| {
        (
            count + 1,
            sum + u64::from(visit_s).min(LONGEST_VISIT * typical),
        )
    });
    let usual_ms = (PRIOR_VISITS * typical + sum) * 1000 / (PRIOR_VISITS + count);
    i64::try_from(usual_ms.max(1000)).unwrap_or(i64::MAX)
}

/// What is left of a visit that has taken `elapsed_ms` of its usual length. An overdue one is
/// expected to need a quarter more.
pub(super) fn remaining_ms(usual_ms: i64, elapsed_ms: i64) -> i64 {
    usual_ms.saturating_sub(elapsed_ms).max(usual_ms / 4)
}
