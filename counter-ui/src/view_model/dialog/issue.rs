//! A number by hand, for somebody who cannot use the kiosk: which service, what for, on paper or read out?

use super::{Answers, Asked, Group, step};
use crate::view_model::key::nth;
use crate::view_model::{Desk, Key, Verb, Why};
use queue_protocol::{CatalogueService, IssuedTicket, Purpose};

/// What is asked beside the service.
pub const LINES: [Asked; 4] = [
    Asked::Purpose,
    Asked::Priority,
    Asked::Language,
    Asked::Paper,
];

/// The answers so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The service's code.
    pub service: String,
    /// The rest.
    pub answers: Answers,
}

/// A number that was just given, until it has been told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The ticket.
    pub ticket: IssuedTicket,
    /// The kiosk that prints it; `None`: it is read out.
    pub kiosk: Option<u32>,
}

impl Issue {
    /// Begins with the first service of this counter.
    pub(super) fn new(desk: &Desk) -> Self {
        let own = desk.own_services().next();
        let service = own.or_else(|| desk.services().first());
        let purposes = service.map_or(&[][..], |service| &service.purposes);
        Self {
            service: service
                .map(|service| service.code.clone())
                .unwrap_or_default(),
            answers: Answers::new(purposes.first().copied().unwrap_or(Purpose::Submit)),
        }
    }

    pub(super) fn key(&mut self, key: Key, desk: &Desk) {
        match key {
            Key::Char(c) if c.is_ascii_digit() => {
                let purposes = self.purposes(desk);
                self.answers.purpose = nth(c, purposes).unwrap_or(self.answers.purpose);
            }
            Key::Char(letter) => {
                let letter = letter.to_string();
                let mut services = desk.services().iter();
                self.choose(services.find(|service| service.letter == letter));
            }
            Key::Tab => self.next_service(1, desk),
            Key::BackTab => self.next_service(-1, desk),
            _ => self.answers.key(key, &LINES, self.purposes(desk), desk),
        }
    }

    pub(super) fn pick(&mut self, group: Group, place: usize, desk: &Desk) {
        match group {
            Group::Services => self.choose(desk.services().get(place)),
            _ => self.answers.click(place, &LINES, self.purposes(desk), desk),
        }
    }

    pub(super) fn verb(&self) -> Result<Verb, Why> {
        if self.service.is_empty() {
            return Err(Why::NoService);
        }
        Ok(Verb::Issue {
            service: self.service.clone(),
            purpose: self.answers.purpose,
            class: self.answers.class.clone(),
            language: self.answers.language,
            kiosk: self.answers.kiosk,
        })
    }

    fn purposes<'a>(&self, desk: &'a Desk) -> &'a [Purpose] {
        let service = desk.service(&self.service);
        service.map_or(&[][..], |service| &service.purposes)
    }

    fn next_service(&mut self, by: i8, desk: &Desk) {
        let services = desk.services();
        let codes: Vec<&str> = services.iter().map(|s| s.code.as_str()).collect();
        let next = step(&codes, &self.service, by).to_owned();
        self.choose(desk.service(&next));
    }

    fn choose(&mut self, service: Option<&CatalogueService>) {
        if let Some(service) = service {
            self.service.clone_from(&service.code);
            if !service.purposes.contains(&self.answers.purpose) {
                let first = service.purposes.first().copied();
                self.answers.purpose = first.unwrap_or(self.answers.purpose);
            }
        }
    }
}
