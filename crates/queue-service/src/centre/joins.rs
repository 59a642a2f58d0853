//! Which service takes a procedure: the one it names, or the one that its agency's counters serve.

use super::files::Parts;
use super::files::counters::Counter;
use super::files::procedures::Procedure;
use queue_protocol::Purpose;
use std::collections::BTreeMap;

/// What the counters say about agencies.
#[derive(Debug)]
pub(super) struct Joins<'a> {
    by_agency: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Joins<'a> {
    pub(super) fn new(parts: &'a Parts) -> Self {
        let takes_dossiers = |code: &str| {
            let service = parts
                .services
                .iter()
                .find(|service| service.code.value == code);
            service.is_some_and(|service| service.purposes.contains(&Purpose::Submit))
        };
        let mut by_agency: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (agency, service) in parts.counters.iter().flat_map(pairs) {
            let services = by_agency.entry(agency).or_default();
            if takes_dossiers(service) && !services.contains(&service) {
                services.push(service);
            }
        }
        Self { by_agency }
    }

    /// The services to which `procedure` leads: one, unless the folder is at fault.
    pub(super) fn services(&self, procedure: &'a Procedure) -> Vec<&'a str> {
        match procedure.service.value.as_str() {
            "" => self
                .by_agency
                .get(procedure.agency.value.as_str())
                .cloned()
                .unwrap_or_default(),
            named => vec![named],
        }
    }

    /// The service that takes `procedure`.
    pub(super) fn service(&self, procedure: &'a Procedure) -> Option<&'a str> {
        self.services(procedure).first().copied()
    }
}

fn pairs(counter: &Counter) -> impl Iterator<Item = (&str, &str)> {
    counter.agencies.iter().flat_map(|agency| {
        counter
            .serves
            .iter()
            .map(|service| (agency.value.as_str(), service.value.as_str()))
    })
}
