//! Whether a new document may replace the old one while visitors wait.

use chrono::NaiveDate;
use queue_core::{Catalogue, Centre, CounterNo, Letter, Number, ServiceCode, Ticket, TicketState};
use thiserror::Error;

/// What somebody in the hall would lose if a document were adopted at once.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Loss {
    /// The service of an open ticket is not in the new document, or not valid today.
    #[error("{number} is open in service `{service}`, which the new document does not have today")]
    Service {
        /// The ticket.
        number: Number,
        /// Its service.
        service: ServiceCode,
    },
    /// The letter of an open ticket would stand for another service, or for none.
    #[error("{number} is open, and letter {} stands for service `{service}` no longer", number.letter)]
    Letter {
        /// The ticket.
        number: Number,
        /// The service for which its letter stands now.
        service: ServiceCode,
    },
    /// A visitor was sent to a counter that would not take him.
    #[error("{number} waits for counter {}, which would not serve `{service}`", counter.0)]
    Bound {
        /// The ticket.
        number: Number,
        /// The counter it is bound to.
        counter: CounterNo,
        /// Its service.
        service: ServiceCode,
    },
    /// An open counter is not in the new document.
    #[error("counter {} is open and not in the new document", counter.0)]
    Counter {
        /// The counter.
        counter: CounterNo,
    },
    /// An open counter would no longer serve one of its services of today.
    #[error("counter {} is open and would no longer serve `{service}`", counter.0)]
    CounterService {
        /// The counter.
        counter: CounterNo,
        /// The service.
        service: ServiceCode,
    },
    /// An open counter serves a service that would get another letter.
    #[error("counter {} is open and serves `{service}`, whose letter {letter} would change", counter.0)]
    CounterLetter {
        /// The counter.
        counter: CounterNo,
        /// The service.
        service: ServiceCode,
        /// Its letter now.
        letter: Letter,
    },
}

/// Everything that would be lost if `new` were adopted on `date` in this `state`; empty when it may
/// be adopted at once.
#[must_use]
pub fn losses(state: &Centre, new: &Catalogue, date: NaiveDate) -> Vec<Loss> {
    let comparison = Comparison {
        old: &state.catalogue,
        new,
        date,
    };
    let open = state
        .tickets
        .values()
        .filter(|ticket| !ticket.state.is_over());
    let of_tickets = open.flat_map(|ticket| comparison.ticket(ticket));
    let of_counters = state
        .desks
        .keys()
        .flat_map(|counter| comparison.counter(*counter));
    of_tickets.chain(of_counters).collect()
}

struct Comparison<'a> {
    old: &'a Catalogue,
    new: &'a Catalogue,
    date: NaiveDate,
}

impl Comparison<'_> {
    fn ticket(&self, ticket: &Ticket) -> Vec<Loss> {
        let (number, service) = (ticket.number, ticket.service.clone());
        let mut losses = Vec::new();
        if let TicketState::Waiting {
            counter: Some(counter),
        } = ticket.state
            && !self.serves(counter, &service)
        {
            losses.push(Loss::Bound {
                number,
                counter,
                service: service.clone(),
            });
        }
        if !self.has(&service) {
            losses.push(Loss::Service { number, service });
        }
        // A transferred ticket keeps its number, so its letter may be another service's.
        match self.owner(self.old, number.letter) {
            Some(owner) if self.owner(self.new, number.letter) != Some(owner) => {
                losses.push(Loss::Letter {
                    number,
                    service: owner.clone(),
                });
            }
            _ => {}
        }
        losses
    }

    fn counter(&self, counter: CounterNo) -> Vec<Loss> {
        if !self.new.counters.contains_key(&counter) {
            return vec![Loss::Counter { counter }];
        }
        let serves = self
            .old
            .counters
            .get(&counter)
            .map_or(&[][..], |old| &old.serves);
        let today = serves.iter().filter_map(|code| self.old.services.get(code));
        let today = today.filter(|service| service.valid.includes(self.date));
        today
            .filter_map(|old| {
                let (service, letter) = (old.code.clone(), old.letter);
                if !self.has(&service) || !self.serves(counter, &service) {
                    Some(Loss::CounterService { counter, service })
                } else if self.owner(self.new, letter) != Some(&service) {
                    Some(Loss::CounterLetter {
                        counter,
                        service,
                        letter,
                    })
                } else {
                    None
                }
            })
            .collect()
    }

    fn has(&self, service: &str) -> bool {
        self.new
            .services
            .get(service)
            .is_some_and(|new| new.valid.includes(self.date))
    }

    fn serves(&self, counter: CounterNo, service: &str) -> bool {
        let counter = self.new.counters.get(&counter);
        counter.is_some_and(|counter| counter.serves.iter().any(|own| &**own == service))
    }

    /// The service for which `letter` stands on the day of the comparison.
    fn owner<'c>(&self, catalogue: &'c Catalogue, letter: Letter) -> Option<&'c ServiceCode> {
        let services = catalogue.services.values();
        let mut today = services.filter(|service| service.valid.includes(self.date));
        today
            .find(|service| service.letter == letter)
            .map(|service| &service.code)
    }
}
