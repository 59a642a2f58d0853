//! The screen outside the hours of issuing.

use super::super::hall::clock;
use super::super::kiosk::Kiosk;
use super::ClosedPage;
use chrono::{DateTime, FixedOffset};
use queue_protocol::{ClosedReason, KioskView, Language};
use std::time::Instant;

impl Kiosk {
    pub(super) fn closed_page(
        &self,
        reason: ClosedReason,
        next: Option<DateTime<FixedOffset>>,
        view: &KioskView,
        now: Instant,
    ) -> ClosedPage {
        let today = self.hall.time(now).map(|time| time.date_naive());
        let again_on = next.map(|next| next.date_naive());
        let named_day = matches!(reason, ClosedReason::Holiday | ClosedReason::LocalClosure);
        let occasion = view.holiday.as_ref().filter(|_| named_day).map(|day| {
            let (chosen, other) = match self.visit.language {
                Language::VI => (&day.vi, &day.en),
                _ => (&day.en, &day.vi),
            };
            if chosen.is_empty() {
                (other.clone(), String::new())
            } else {
                (chosen.clone(), other.clone())
            }
        });
        ClosedPage {
            reason,
            occasion,
            again_at: next.map(clock),
            again_on: again_on.filter(|day| Some(*day) != today),
            today: view
                .today
                .iter()
                .map(|(from, to)| format!("{from}–{to}"))
                .collect(),
        }
    }
}
