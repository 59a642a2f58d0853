//! A number from the lease: onto the disk first, then onto the screen and the paper.

use super::super::effect::Effect;
use super::super::kiosk::Kiosk;
use super::super::step::{Given, Refusal, Step, Wish};
use super::ticket::OfflineTicket;
use queue_client::CallError;
use queue_protocol::{OfflineRequest, PaperResult, PrintResultRequest};
use std::time::{Duration, Instant};
use ticket_printer::Cause;

/// So long the service may take to answer while a lease is there. It restarts within a second and is asked again at once,
/// so what takes longer is an outage; and nobody should stand longer before a screen that does nothing.
pub(in super::super) const ANSWER_WITHIN: Duration = Duration::from_secs(3);

impl Kiosk {
    /// The request `attempt` had no answer and is given up; `key` was its key. The visitor gets a number all the same,
    /// and the service is told later what it stands for.
    pub(in super::super) fn unanswered(
        &mut self,
        attempt: u64,
        key: String,
        now: Instant,
    ) -> Vec<Effect> {
        let asked = match self.path.last() {
            Some(Step::Asking {
                wish, attempt: own, ..
            }) if *own == attempt => Some(wish),
            _ => None,
        };
        if asked.is_some_and(|wish| self.hall.may_give(&wish.service, now)) {
            return self.give(Some(key), now);
        }
        let nothing = CallError::Unanswered(String::new());
        self.answered(attempt, Err(nothing), now)
    }

    /// Gives the next number of the lease to the visitor who asks: as soon as it is on the disk.
    pub(in super::super) fn give(&mut self, replaces: Option<String>, now: Instant) -> Vec<Effect> {
        let number = self.hall.next_number();
        let (
            Some(number),
            Some(Step::Asking {
                wish,
                since,
                priority,
                came_at: Some(came_at),
                ..
            }),
        ) = (number, self.path.last_mut())
        else {
            return Vec::new();
        };
        *since = now;
        let ticket = OfflineTicket::new(OfflineRequest {
            number,
            service: wish.service.clone(),
            purpose: wish.purpose,
            procedure: wish.procedure.clone(),
            arrived_at: *came_at,
            priority: *priority,
            language: self.visit.language,
            replaces,
        });
        self.hall.book.giving = Some(ticket.clone());
        vec![Effect::Keep(Box::new(ticket))]
    }

    /// The disk has answered whether the number is on it.
    pub(in super::super) fn kept(&mut self, key: &str, stored: bool, now: Instant) -> Vec<Effect> {
        let Some(ticket) = self.hall.book.giving.take_if(|ticket| ticket.key == key) else {
            return Vec::new();
        };
        let asked = match self.path.last() {
            Some(Step::Asking { wish, .. }) => Some(wish.clone()),
            _ => None,
        };
        if !stored {
            self.hall.book.left_out += 1;
            if asked.is_some() {
                self.path.pop();
                self.path.push(Step::Refused(Refusal::OutOfOrder));
                self.arrive(now);
            }
            return Vec::new();
        }
        let (key, request) = (ticket.key.clone(), ticket.request.clone());
        self.hall.book.left_out = 0;
        self.hall.book.tickets.push(ticket);
        let mut effects = match asked {
            Some(wish) => self.hand_over(&wish, &request, now),
            None => self.nobody_took(&key),
        };
        effects.push(Effect::HandIn {
            key,
            request: Box::new(request),
        });
        effects
    }

    fn hand_over(&mut self, wish: &Wish, request: &OfflineRequest, now: Instant) -> Vec<Effect> {
        let centre = self.hall.centre.as_deref();
        let service = centre.and_then(|centre| centre.service(&request.service));
        let given = Given {
            number: request.number.clone(),
            service: request.service.clone(),
            priority: request.priority,
            ahead: None,
            wait: None,
            issued_at: request.arrived_at,
            counters: service.map_or_else(Vec::new, |service| service.counters.clone()),
            follow_path: None,
        };
        let effects = self.issued(wish, given, now);
        let job = match self.path.last() {
            Some(Step::Issued(issued)) => Some(issued.job),
            _ => None,
        };
        if let Some(ticket) = self.hall.book.tickets.last_mut() {
            ticket.job = job;
        }
        effects
    }

    /// The visitor left while the disk was writing: the number is on it, so staff are told that it has no paper.
    fn nobody_took(&mut self, key: &str) -> Vec<Effect> {
        let Some(ticket) = self.hall.book.by_key(key) else {
            return Vec::new();
        };
        ticket.paper = Some(PrintResultRequest {
            result: PaperResult::Failed,
            cause: Some(Cause::Fault.code().to_owned()),
        });
        vec![Effect::Keep(Box::new(ticket.clone()))]
    }
}
