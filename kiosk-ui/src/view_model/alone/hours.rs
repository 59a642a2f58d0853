//! When the services of the lease give numbers.

use super::super::hall::{Hall, Intake, Standing, clock};
use chrono::{DateTime, FixedOffset, TimeDelta};
use queue_protocol::views::{Issuing, Lease, LeasedService};
use queue_protocol::{ClosedReason, Frame, KioskView};
use std::time::Instant;

type Time = DateTime<FixedOffset>;

/// What a service's hours say at a moment.
#[derive(Debug, PartialEq, Eq)]
enum Hours {
    Open { until: Time },
    Later { from: Time },
    Over,
}

/// "07:00" as a moment of the lease's day.
fn moment(lease: &Lease, clock: &str) -> Option<Time> {
    let (hours, minutes) = clock.split_once(':')?;
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    let midnight = lease.valid_until - TimeDelta::days(1);
    midnight.checked_add_signed(TimeDelta::try_minutes(hours.checked_mul(60)? + minutes)?)
}

fn hours(lease: &Lease, service: &LeasedService, time: Time) -> Hours {
    let spans = service.today.iter();
    let spans = spans.filter_map(|(from, to)| Some((moment(lease, from)?, moment(lease, to)?)));
    let mut later = None::<Time>;
    for (from, until) in spans {
        if (from..until).contains(&time) {
            return Hours::Open { until };
        }
        if time < from {
            later = Some(later.map_or(from, |other| other.min(from)));
        }
    }
    later.map_or(Hours::Over, |from| Hours::Later { from })
}

impl Hall {
    fn lease(&self) -> Option<&Lease> {
        self.frame()?.view.lease.as_ref()
    }

    /// Looks whether the kiosk is by itself at `now`.
    pub fn look(&mut self, now: Instant) {
        let time = self.time(now).filter(|_| self.is_away(now));
        self.by_itself = time.filter(|time| self.can_give(*time));
    }

    fn can_give(&self, time: Time) -> bool {
        self.lease()
            .is_some_and(|lease| self.book.can_give(lease, time))
    }

    /// Whether a number of the service `code` could be given without asking anybody.
    pub fn may_give(&self, code: &str, now: Instant) -> bool {
        self.time(now).is_some_and(|time| {
            self.can_give(time) && self.leased_intake(code, time) == Intake::Open
        })
    }

    /// The next number of the lease.
    pub fn next_number(&self) -> Option<String> {
        self.book.next(self.lease()?)
    }

    /// Whether the day's numbers are used up, and nothing else hinders.
    pub(in super::super) fn is_used_up(&self, now: Instant) -> bool {
        let Some((lease, time)) = self.lease().zip(self.time(now)) else {
            return false;
        };
        self.book.usable && time < lease.valid_until && self.book.next(lease).is_none()
    }

    /// Whether the service `code` takes visitors, by its hours in the lease. A cap that was reached stays so, and
    /// work until closing does: nobody here sees it shrink.
    pub(in super::super) fn leased_intake(&self, code: &str, time: Time) -> Intake {
        if let Some(Issuing::Closed { reason, .. }) = self.service(code).map(|own| &own.issuing) {
            match reason {
                ClosedReason::CapReached => return Intake::Full(None),
                ClosedReason::WorkPassesClosing => return Intake::Crowded(None),
                _ => {}
            }
        }
        let Some(lease) = self.lease() else {
            return Intake::Paused(None);
        };
        let leased = lease.services.iter().find(|leased| leased.code == code);
        match leased.map(|leased| hours(lease, leased, time)) {
            Some(Hours::Open { .. }) => Intake::Open,
            Some(Hours::Later { from }) => Intake::Paused(Some(clock(from))),
            Some(Hours::Over) => Intake::Ended(None),
            None => Intake::Paused(None),
        }
    }

    /// As long as one service is open by the lease, so is the kiosk.
    pub(in super::super) fn leased_standing<'a>(
        &self,
        frame: &'a Frame<KioskView>,
        time: Time,
    ) -> Option<Standing<'a>> {
        let lease = frame.view.lease.as_ref()?;
        let (mut open, mut later, mut earlier) = (None::<Time>, None::<Time>, false);
        for service in &lease.services {
            match hours(lease, service, time) {
                Hours::Open { until } => open = open.max(Some(until)),
                Hours::Later { from } => later = Some(later.map_or(from, |l| l.min(from))),
                Hours::Over => {}
            }
            let mut starts = service.today.iter().filter_map(|s| moment(lease, &s.0));
            earlier |= starts.any(|from| from <= time);
        }
        if let Some(until) = open {
            return Some(Standing::Ready { until });
        }
        let reason = match (&frame.view.issuing, later) {
            (_, Some(_)) if earlier => ClosedReason::Pause,
            (_, Some(_)) => ClosedReason::BeforeOpening,
            // A holiday stays one.
            (Issuing::Closed { reason, .. }, None) if !earlier => *reason,
            (_, None) => ClosedReason::AfterHours,
        };
        Some(Standing::Closed {
            reason,
            next: later,
            view: &frame.view,
        })
    }
}
