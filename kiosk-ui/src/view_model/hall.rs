//! What the service says now: who waits, what is open, and whether it can be believed.

use super::alone::Book;
use super::centre::Centre;
use chrono::{DateTime, FixedOffset, NaiveDate};
use queue_client::View;
use queue_protocol::views::{Issuing, KioskService};
use queue_protocol::{CatalogueService, ClosedReason, Frame, KioskView, Purpose, WaitRange};
use std::sync::Arc;
use std::time::{Duration, Instant};
use ticket_printer::WaitMinutes;

/// A service that restarts is back within this time; screens do not flicker for it.
const GRACE: Duration = Duration::from_secs(5);

/// Whether a service takes visitors, as a row of the list says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intake {
    /// It does.
    Open,
    /// Not now; when again, as "13:15", where it is known.
    Paused(Option<String>),
    /// The day's cap is reached; when again, as "07:00, 26/11", where it is known.
    Full(Option<String>),
    /// The work of those who wait lasts until closing time; when again.
    Crowded(Option<String>),
    /// Not today any more; when again.
    Ended(Option<String>),
}

/// Whether visitors can choose at all.
pub(super) enum Standing<'a> {
    /// They can.
    Ready { until: DateTime<FixedOffset> },
    /// Nothing was heard yet.
    Connecting,
    /// The service is away, since when.
    Away {
        since: Option<DateTime<FixedOffset>>,
        /// This kiosk's own numbers are used up.
        used_up: bool,
    },
    /// The centre issues no numbers now.
    Closed {
        reason: ClosedReason,
        next: Option<DateTime<FixedOffset>>,
        view: &'a KioskView,
    },
}

/// The newest view, and the centre it speaks of.
pub(super) struct Hall {
    view: View<KioskView>,
    pub centre: Option<Arc<Centre>>,
    /// The view was kept on the disk; in this life nothing was heard yet.
    recalled: bool,
    /// The numbers that this kiosk gave without the service.
    pub book: Book,
    /// The service's time by this kiosk's reckoning, while it gives numbers by itself.
    pub by_itself: Option<DateTime<FixedOffset>>,
}

impl Hall {
    pub fn new() -> Self {
        Self {
            view: View::Never,
            centre: None,
            recalled: false,
            book: Book::default(),
            by_itself: None,
        }
    }

    /// Begins with a view of before.
    pub fn recall(&mut self, view: View<KioskView>) {
        self.view = view;
        self.recalled = true;
    }

    /// Hears the service, or that it is away.
    pub fn hear(&mut self, view: View<KioskView>) {
        // To have heard nothing says less than what was kept.
        if !matches!(view, View::Never) {
            self.view = view;
            self.recalled = false;
        }
    }

    pub const fn view(&self) -> &View<KioskView> {
        &self.view
    }

    /// Whether the service is away for so long that it is told.
    pub fn is_away(&self, now: Instant) -> bool {
        matches!(&self.view, View::Stale { since, .. }
            if now.saturating_duration_since(since.into_std()) >= GRACE)
    }

    /// Since when it is away, by its own time.
    pub fn away_since(&self) -> Option<DateTime<FixedOffset>> {
        match &self.view {
            View::Stale { since, .. } => self.view.service_time(*since),
            _ => None,
        }
    }

    pub fn frame(&self) -> Option<&Frame<KioskView>> {
        self.view.frame().map(AsRef::as_ref)
    }

    /// The service's time.
    pub fn time(&self, now: Instant) -> Option<DateTime<FixedOffset>> {
        self.view.service_time(now.into())
    }

    pub fn standing(&self, now: Instant) -> Standing<'_> {
        let (Some(frame), Some(_)) = (self.frame(), &self.centre) else {
            return Standing::Connecting;
        };
        if self.is_away(now) {
            let by_itself = self.by_itself;
            return by_itself
                .and_then(|time| self.leased_standing(frame, time))
                .unwrap_or_else(|| Standing::Away {
                    since: self.away_since(),
                    used_up: self.is_used_up(now),
                });
        }
        if self.recalled {
            return Standing::Connecting;
        }
        match frame.view.issuing {
            Issuing::Open { until } => Standing::Ready { until },
            Issuing::Closed { reason, next } => Standing::Closed {
                reason,
                next,
                view: &frame.view,
            },
        }
    }

    /// The services of today that take `purpose`, most used first.
    pub fn services(
        &self,
        purpose: Purpose,
    ) -> impl Iterator<Item = (&KioskService, &CatalogueService)> {
        let today = self.frame().map_or(&[][..], |frame| &frame.view.services);
        today.iter().filter_map(move |service| {
            let named = self.centre.as_deref()?.service(&service.code)?;
            named
                .purposes
                .contains(&purpose)
                .then_some((service, named))
        })
    }

    pub fn service(&self, code: &str) -> Option<&KioskService> {
        self.frame()?
            .view
            .services
            .iter()
            .find(|service| service.code == code)
    }

    /// Who waits for a service; unknown while the kiosk is by itself.
    pub fn waiting(&self, service: &KioskService) -> Option<u32> {
        self.by_itself.is_none().then_some(service.waiting)
    }

    /// A wait as the service estimates it; unknown while the kiosk is by itself.
    pub fn estimate(&self, wait: Option<WaitRange>) -> Option<WaitMinutes> {
        let known = wait.filter(|_| self.by_itself.is_none());
        known.map(WaitMinutes::from)
    }

    /// Whether the service of this code takes visitors; one that is gone does not.
    pub fn intake(&self, code: &str) -> Intake {
        if let Some(time) = self.by_itself {
            return self.leased_intake(code, time);
        }
        let (Some(frame), Some(service)) = (self.frame(), self.service(code)) else {
            return Intake::Paused(None);
        };
        let Issuing::Closed { reason, next } = service.issuing else {
            return Intake::Open;
        };
        let again = next.map(|next| clock_on(next, frame.at.date_naive()));
        let today = next.is_some_and(|next| next.date_naive() == frame.at.date_naive());
        match reason {
            ClosedReason::CapReached => Intake::Full(again),
            ClosedReason::WorkPassesClosing => Intake::Crowded(again),
            _ if today || (next.is_none() && reason != ClosedReason::AfterHours) => {
                Intake::Paused(again)
            }
            _ => Intake::Ended(again),
        }
    }
}

/// "13:15" today, "07:00, 26/11" on another day.
pub(super) fn clock_on(time: DateTime<FixedOffset>, today: NaiveDate) -> String {
    if time.date_naive() == today {
        clock(time)
    } else {
        time.format("%H:%M, %-d/%-m").to_string()
    }
}

/// "13:15".
pub(super) fn clock(time: DateTime<FixedOffset>) -> String {
    time.format("%H:%M").to_string()
}
