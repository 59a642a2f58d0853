//! To which service, to which of its counters, and why?

use super::{Group, direction, step};
use crate::view_model::key::nth;
use crate::view_model::{Desk, Key, Verb, Why};
use queue_protocol::views::HallCounter;
use queue_protocol::{CatalogueService, CounterStatus, TransferReason};

/// The answers so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    /// The service's code.
    pub service: String,
    /// One counter of it; `None`: whichever is free first.
    pub counter: Option<u16>,
    /// Why.
    pub reason: TransferReason,
}

impl Transfer {
    /// Begins with where this counter sent its last visitor, or else the first other service that
    /// still goes on today.
    pub(super) fn new(desk: &Desk) -> Self {
        let own = desk.visitor().map(|visitor| visitor.service.as_str());
        let usual = desk.last_transfer().filter(|code| Some(*code) != own);
        let other = || {
            let mut others = desk
                .services()
                .iter()
                .filter(|service| Some(service.code.as_str()) != own);
            others
                .find(|service| desk.served_today(&service.code))
                .map(|service| service.code.as_str())
        };
        let service = usual.or_else(other).unwrap_or_default().to_owned();
        Self {
            service,
            counter: None,
            reason: TransferReason::WrongService,
        }
    }

    /// The counters of the chosen service that take a visitor: open or on a break, and not this one.
    #[must_use]
    pub fn counters<'a>(&self, desk: &'a Desk) -> Vec<&'a HallCounter> {
        desk.counters_of(&self.service)
            .filter(|counter| counter.status != CounterStatus::Closed)
            .filter(|counter| counter.number != desk.counter_number())
            .collect()
    }

    pub(super) fn key(&mut self, key: Key, desk: &Desk) {
        match key {
            Key::Char(c) if c.is_ascii_digit() => {
                self.reason = nth(c, TransferReason::ALL).unwrap_or(self.reason);
            }
            Key::Char(letter) => {
                let named = desk
                    .services()
                    .iter()
                    .find(|service| service.letter == letter.to_string());
                self.choose(named, desk);
            }
            Key::Tab => self.next_service(1, desk),
            Key::BackTab => self.next_service(-1, desk),
            _ => {
                if let Some(by) = direction(key) {
                    self.counter = step(&self.places(desk), self.counter, by);
                }
            }
        }
    }

    pub(super) fn pick(&mut self, group: Group, place: usize, desk: &Desk) {
        match group {
            Group::Services => self.choose(desk.services().get(place), desk),
            Group::Counters => {
                self.counter = self
                    .places(desk)
                    .get(place)
                    .copied()
                    .unwrap_or(self.counter);
            }
            _ => {
                self.reason = TransferReason::ALL
                    .get(place)
                    .copied()
                    .unwrap_or(self.reason);
            }
        }
    }

    pub(super) fn verb(&self, desk: &Desk) -> Result<Verb, Why> {
        if !desk.served_today(&self.service) {
            return Err(Why::NotServedToday);
        }
        if self.stays(desk) && self.counter.is_none() {
            return Err(Why::SameQueue);
        }
        if !self.places(desk).contains(&self.counter) {
            return Err(Why::CounterClosed);
        }
        let Self {
            service,
            counter,
            reason,
        } = self.clone();
        Ok(Verb::Transfer {
            number: None,
            service,
            counter,
            reason,
        })
    }

    /// What can be chosen as the counter.
    fn places(&self, desk: &Desk) -> Vec<Option<u16>> {
        let counters = self.counters(desk);
        std::iter::once(None)
            .chain(counters.iter().map(|counter| Some(counter.number)))
            .collect()
    }

    fn next_service(&mut self, by: i8, desk: &Desk) {
        let codes: Vec<&str> = desk
            .services()
            .iter()
            .map(|service| service.code.as_str())
            .collect();
        let next = step(&codes, &self.service, by);
        let next = desk.services().iter().find(|service| service.code == next);
        self.choose(next, desk);
    }

    /// Whoever stays in the queue goes to another counter of it.
    fn usual_reason(&self, desk: &Desk) -> TransferReason {
        if self.stays(desk) {
            TransferReason::Relief
        } else {
            TransferReason::WrongService
        }
    }

    fn stays(&self, desk: &Desk) -> bool {
        let visitor = desk.visitor();
        visitor.is_some_and(|visitor| visitor.service == self.service)
    }

    fn choose(&mut self, service: Option<&CatalogueService>, desk: &Desk) {
        if let Some(service) = service {
            let before = self.usual_reason(desk);
            self.service.clone_from(&service.code);
            self.counter = None;
            if self.reason == before {
                self.reason = self.usual_reason(desk);
            }
        }
    }
}
