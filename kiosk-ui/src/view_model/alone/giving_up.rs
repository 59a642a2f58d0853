//! A number given alone is given up: onto the disk first, to the service once it knows the number.

use super::super::effect::Effect;
use super::super::kiosk::Kiosk;
use super::super::step::Step;
use super::ticket::{GivenUp, HandedIn, OfflineTicket};
use std::time::Instant;

impl Kiosk {
    /// The number on the screen, if the service does not know it yet, on its way to the disk as given up.
    pub(in super::super) fn give_up_alone(&mut self, number: &str) -> Option<Effect> {
        let mut tickets = self.hall.book.tickets.iter_mut().rev();
        let ticket = tickets.find(|ticket| ticket.request.number == number)?;
        if ticket.handed_in == Some(HandedIn::Taken) {
            return None;
        }
        ticket.given_up = Some(GivenUp::Kept);
        Some(Effect::KeepGivenUp(Box::new(ticket.clone())))
    }

    /// The disk has answered whether that is on it. One that takes nothing leaves the number as it was, unless the service
    /// has heard of it meanwhile.
    pub(in super::super) fn kept_given_up(&mut self, key: &str, stored: bool, now: Instant) {
        let Some(ticket) = self.hall.book.by_key(key) else {
            return;
        };
        if !stored && ticket.handed_in != Some(HandedIn::Taken) {
            ticket.given_up = None;
        }
        let (number, done) = (ticket.request.number.clone(), ticket.given_up.is_some());
        match self.path.last() {
            Some(Step::Issued(shown)) if shown.ticket.number == number => {}
            _ => return,
        }
        if done {
            self.is_cancelled(&number, now);
        } else {
            self.is_not_cancelled(now);
        }
    }

    /// The service has answered.
    pub(in super::super) fn told_given_up(&mut self, key: &str) -> Option<Effect> {
        let ticket = self.hall.book.by_key(key)?;
        ticket.given_up = Some(GivenUp::Told);
        Some(Effect::Keep(Box::new(ticket.clone())))
    }
}

/// What the service is to hear, once it knows the number.
pub(super) fn give_up(ticket: &OfflineTicket) -> Option<Effect> {
    let known = ticket.handed_in == Some(HandedIn::Taken);
    (known && ticket.given_up == Some(GivenUp::Kept)).then(|| Effect::GiveUp {
        key: ticket.key.clone(),
        number: ticket.request.number.clone(),
    })
}
