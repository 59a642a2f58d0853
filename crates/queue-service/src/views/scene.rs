//! What one round of building reads: the state, the minute, and who is connected.

use super::Today;
use super::boards::Board;
use crate::api::convert::{ToWire as _, at, local_at};
use crate::kiosks::Kiosks;
use crate::presence::Presence;
use chrono::{DateTime, FixedOffset, NaiveTime, TimeDelta};
use queue_core::{
    Catalogue, Centre, DeviceId, Forecast, Hours, LocalTime, Minute, Moment, Number, Service,
    Ticket, TicketState,
};
use queue_protocol::views::{Issuing, KioskHealth};
use queue_protocol::{ClosedReason, WaitRange};
use std::sync::Arc;

/// What a round of building finds around the state, the same for all its views.
#[derive(Clone)]
pub struct Surroundings {
    /// The centre's texts as of the open day.
    pub today: Arc<Today>,
    /// The estimates of this moment.
    pub forecast: Arc<Forecast>,
    /// Receipts of calls.
    pub presence: Presence,
    /// The registered kiosks.
    pub kiosks: Vec<KioskHealth>,
    /// Every kiosk ever registered, the revoked ones too: a block of numbers stays whose it was.
    pub blocks: Vec<DeviceId>,
    /// How each of them does.
    pub known: Kiosks,
    /// The registered boards.
    pub boards: Vec<Board>,
    /// What the service worries about.
    pub warnings: Vec<String>,
    /// The data folder's secret, for the paths of visitors' own pages.
    pub secret: [u8; 32],
}

/// Everything a view is a function of.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The committed state.
    pub centre: &'a Centre,
    /// The service's time.
    pub now: Moment,
    /// What else is known.
    pub around: &'a Surroundings,
}

impl Scene<'_> {
    /// The adopted centre's rules.
    pub fn catalogue(&self) -> &Catalogue {
        &self.centre.catalogue
    }

    /// The centre's distance from UTC.
    pub fn offset(&self) -> FixedOffset {
        self.catalogue().settings.offset
    }

    /// The centre's wall clock now.
    pub fn local(&self) -> LocalTime {
        self.centre.local(self.now)
    }

    /// An instant as it goes over the wire.
    pub fn at(&self, moment: Moment) -> DateTime<FixedOffset> {
        at(moment, self.offset())
    }

    /// Whether the centre issues numbers.
    pub fn issuing(&self) -> Issuing {
        self.issuing_by(&self.catalogue().hours)
    }

    /// Whether `service` issues numbers: its hours, its cap and its letter's numbers, and the work
    /// before closing considered.
    pub fn issuing_of(&self, service: &Service) -> Issuing {
        let open = self.issuing_by(self.catalogue().hours_of(service));
        let reason = match open {
            Issuing::Closed { .. } => return open,
            Issuing::Open { .. } if self.left_today(service) == Some(0) => ClosedReason::CapReached,
            Issuing::Open { .. } if self.work_passes_closing(service) => {
                ClosedReason::WorkPassesClosing
            }
            Issuing::Open { .. } => return open,
        };
        Issuing::Closed {
            reason,
            next: self.first_issue_after_today(service),
        }
    }

    fn work_passes_closing(&self, service: &Service) -> bool {
        let arrival = || self.around.forecast.ordinary(&service.code);
        queue_core::work_passes_closing(self.centre, self.now, service, arrival)
    }

    /// Numbers left today; `None` without a daily cap, unless the letter itself is used up.
    pub fn left_today(&self, service: &Service) -> Option<u32> {
        let last = self
            .centre
            .series
            .get(&service.letter)
            .copied()
            .unwrap_or(0);
        if last >= Number::MAX {
            return Some(0);
        }
        let given = self.centre.issued.get(&service.code).copied().unwrap_or(0);
        service.daily_cap.map(|cap| cap.saturating_sub(given))
    }

    fn issuing_by(&self, hours: &Hours) -> Issuing {
        let local = self.local();
        match hours.issuing(local) {
            queue_core::Issuing::Open { until } => Issuing::Open {
                until: self.at(until.on(local.date(), self.offset())),
            },
            queue_core::Issuing::Closed(closed) => Issuing::Closed {
                reason: closed.reason.wire(),
                next: closed
                    .next
                    .and_then(|(date, from)| local_at(on(date, from), self.offset())),
            },
        }
    }

    fn first_issue_after_today(&self, service: &Service) -> Option<DateTime<FixedOffset>> {
        let hours = self.catalogue().hours_of(service);
        let (date, from) = hours.first_issue_after(self.local().date())?;
        local_at(on(date, from), self.offset())
    }

    /// The wait of an ordinary visitor arriving now at `service`.
    pub fn ordinary_wait(&self, service: &str) -> Option<WaitRange> {
        self.around
            .forecast
            .ordinary(service)
            .map(queue_core::Estimate::wire)
    }

    /// Whether some counter serves `service` by its hours later today, or is open after them: the
    /// rule by which a transfer is accepted.
    pub fn served_today(&self, service: &Service) -> bool {
        let in_hours = self
            .catalogue()
            .hours_of(service)
            .serves_later_today(self.local());
        self.catalogue()
            .counters_serving(&service.code)
            .any(|counter| in_hours || self.centre.desks.contains_key(&counter.number))
    }

    /// Today's services in the order of the catalogue: most used first.
    pub fn services(&self) -> impl Iterator<Item = &Service> {
        let listed = self.around.today.catalogue.services.iter();
        listed.filter_map(|entry| self.catalogue().services.get(entry.code.as_str()))
    }

    /// How many wait for `service`.
    pub fn waiting(&self, service: &str) -> u32 {
        self.centre
            .waiting
            .get(service)
            .map_or(0, |queue| super::hall::count(queue.len()))
    }

    /// The waiting tickets of `service`, in order.
    pub fn queue(&self, service: &str) -> impl Iterator<Item = &Ticket> {
        let keys = self.centre.waiting.get(service).into_iter().flatten();
        keys.filter_map(|(_, id)| self.centre.tickets.get(id))
    }

    /// The no-shows that can still be restored, with the moment at which that ends; newest first.
    pub fn missed(&self) -> Vec<(&Ticket, Moment)> {
        let grace_s = i64::from(self.catalogue().settings.grace_s);
        let missed = self
            .centre
            .missed
            .iter()
            .filter_map(|id| self.centre.tickets.get(id));
        let mut missed: Vec<_> = missed
            .filter(|ticket| matches!(ticket.state, TicketState::NoShow { .. }))
            .map(|ticket| (ticket, ticket.since.plus_s(grace_s)))
            .filter(|(_, until)| self.now <= *until)
            .collect();
        missed.sort_unstable_by_key(|(ticket, _)| std::cmp::Reverse((ticket.since, ticket.id)));
        missed
    }

    /// Whole seconds from `since` to now, 0 for the future.
    pub fn seconds_since(&self, since: Moment) -> u32 {
        seconds(self.now.since_s(since))
    }
}

/// A span as the wire counts it: never negative.
pub(super) fn seconds(span_s: i64) -> u32 {
    u32::try_from(span_s.max(0)).unwrap_or(u32::MAX)
}

fn on(date: chrono::NaiveDate, minute: Minute) -> LocalTime {
    LocalTime(date.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(minute.get())))
}
