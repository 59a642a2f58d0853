//! Whether the work that is still to be done passes closing time.

use super::lines::Arrival;
use super::roster::Staff;
use super::visit::usual_visit_ms;
use super::{Estimate, alone};
use crate::{Centre, Moment, Service};

/// Whether `service` gives no more numbers today, because a visitor who came now would likely still be
/// at the counter when closing time, and what the centre allows after it, are over. Never while nobody
/// waits there. `arrival` is the estimate for such a visitor; without one, since nobody is at work, the
/// work is measured by every counter there is.
#[must_use]
pub fn work_passes_closing(
    centre: &Centre,
    now: Moment,
    service: &Service,
    arrival: impl FnOnce() -> Option<Estimate>,
) -> bool {
    let Some(latest) = latest_finish(centre, now, service) else {
        return false;
    };
    let visitor = Arrival {
        service: &service.code,
        head_start_s: 0,
    };
    let wait = arrival().or_else(|| alone(centre, now, visitor, Staff::Everybody));
    wait.is_some_and(|wait| {
        let called = now.plus_s(i64::from(wait.likely_s));
        called.0.saturating_add(usual_visit_ms(centre, service)) > latest.0
    })
}

/// The end of today's last session and of what is allowed after it; `None` where no end is set, or
/// nobody waits.
fn latest_finish(centre: &Centre, now: Moment, service: &Service) -> Option<Moment> {
    let overrun_s = service.overrun_s?;
    centre.waiting.get(&service.code)?.first()?;
    let date = centre.local(now).date();
    let last = centre.catalogue.hours_of(service).sessions(date).last()?;
    let closing = last.serve_to.on(date, centre.catalogue.settings.offset);
    Some(closing.plus_s(i64::from(overrun_s)))
}
