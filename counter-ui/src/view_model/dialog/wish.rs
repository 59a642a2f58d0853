//! Which service and what for there: a letter, Tab or a click chooses the service, digits the purpose, the
//! arrows whatever else is asked.

use super::{Answers, Asked, Group, step};
use crate::view_model::key::nth;
use crate::view_model::{Desk, Key};
use queue_protocol::{CatalogueService, Purpose};

/// The answers so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The service's code; empty where the centre has none.
    pub service: String,
    /// The rest.
    pub answers: Answers,
    /// What is asked beside the service, line by line.
    pub lines: &'static [Asked],
}

impl Wish {
    /// Begins with `service` and its first purpose.
    pub(super) fn new(service: Option<&CatalogueService>, lines: &'static [Asked]) -> Self {
        let purposes = service.map_or(&[][..], |service| &service.purposes);
        Self {
            service: service
                .map(|service| service.code.clone())
                .unwrap_or_default(),
            answers: Answers::new(purposes.first().copied().unwrap_or(Purpose::Submit)),
            lines,
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
            _ => self.answers.key(key, self.lines, self.purposes(desk), desk),
        }
    }

    pub(super) fn pick(&mut self, group: Group, place: usize, desk: &Desk) {
        match group {
            Group::Services => self.choose(desk.services().get(place)),
            _ => self
                .answers
                .click(place, self.lines, self.purposes(desk), desk),
        }
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
