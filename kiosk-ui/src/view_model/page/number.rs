//! The screen with the number.

use super::super::kiosk::Kiosk;
use super::super::step::Issued;
use super::{ScreenPage, TicketPage};
use std::time::Instant;
use ticket_printer::{JobState, WaitMinutes};

impl Kiosk {
    pub(super) fn ticket_page(&self, issued: &Issued, now: Instant) -> ScreenPage {
        let ticket = &issued.ticket;
        let centre = self.hall.centre.as_deref();
        let zone = centre.and_then(|centre| centre.zone(&ticket.counters));
        let (trouble, perhaps_printed) = match issued.paper {
            JobState::Queued | JobState::Sent | JobState::Confirmed => (None, false),
            JobState::Unknown(cause) => (Some(cause), true),
            JobState::Failed(cause) => (Some(cause), false),
        };
        let page = TicketPage {
            number: ticket.number.clone(),
            priority: ticket.priority,
            ahead: ticket.ahead,
            wait: ticket.wait.map(WaitMinutes::from),
            zone: zone.map(|zone| zone.get(self.visit.language).to_owned()),
            counters: ticket.counters.clone(),
            printed: issued.paper == JobState::Confirmed,
            trouble,
            perhaps_printed,
            staff_told: issued.staff_told,
            cancelling: issued.cancelling,
            leaves_in: self.leaves_in(now),
        };
        if trouble.is_some() {
            ScreenPage::Trouble(page)
        } else {
            ScreenPage::Ticket(page)
        }
    }
}
