//! Which other queue to help, or to help no longer?

use super::{direction, step};
use crate::view_model::{Desk, Key, Verb, Why};

/// The answer so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    /// The service's code.
    pub service: String,
}

impl Help {
    /// Begins with a queue that is helped already, or else with the longest that could be.
    pub(super) fn new(desk: &Desk) -> Self {
        let helped = desk.helping().first().cloned();
        let queues = desk.hall_view().into_iter().flat_map(|hall| &hall.queues);
        let others = queues.filter(|queue| !desk.serves(&queue.service));
        let longest = || {
            let longest = others.max_by_key(|queue| queue.longest_s);
            longest.map(|queue| queue.service.clone())
        };
        Self {
            service: helped.or_else(longest).unwrap_or_default(),
        }
    }

    pub(super) fn key(&mut self, key: Key, desk: &Desk) {
        let services = desk.services();
        let codes: Vec<&str> = services.iter().map(|s| s.code.as_str()).collect();
        let chosen = match key {
            Key::Char(letter) => {
                let mut services = services.iter();
                let named = services.find(|service| service.letter == letter.to_string());
                named.map(|service| service.code.as_str())
            }
            Key::Tab => Some(step(&codes, self.service.as_str(), 1)),
            Key::BackTab => Some(step(&codes, self.service.as_str(), -1)),
            key => direction(key).map(|by| step(&codes, self.service.as_str(), by)),
        };
        if let Some(code) = chosen {
            self.service = code.to_owned();
        }
    }

    pub(super) fn pick(&mut self, place: usize, desk: &Desk) {
        if let Some(service) = desk.services().get(place) {
            self.service.clone_from(&service.code);
        }
    }

    /// Whether Enter begins to help; otherwise it ends it.
    #[must_use]
    pub fn begins(&self, desk: &Desk) -> bool {
        !desk.helping().contains(&self.service)
    }

    pub(super) fn verb(&self, desk: &Desk) -> Result<Verb, Why> {
        if desk.service(&self.service).is_none() {
            return Err(Why::NoService);
        }
        if desk.serves(&self.service) {
            return Err(Why::OwnQueue);
        }
        Ok(Verb::Help {
            service: self.service.clone(),
            on: self.begins(desk),
        })
    }
}
