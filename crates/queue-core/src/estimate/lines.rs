//! Who waits where in a run: one line for each service, and one for each counter and service of
//! those whom a transfer bound to that counter.

use super::roster::Seat;
use super::visit::usual_visit_ms;
use crate::rank::effective;
use crate::{
    Centre, Counter, CounterNo, Moment, QueueKey, Service, ServiceCode, TicketId, TicketState,
};
use std::collections::BTreeMap;

/// Someone who has not come yet: called like everyone else, but takes no time at the counter, so
/// that many arrivals share one run without delaying each other.
pub(super) struct Arrival<'a> {
    pub service: &'a ServiceCode,
    pub head_start_s: u32,
}

/// The id of the arrival given at `index`: one that no journal reaches, the newest of all.
pub(super) fn arrival_id(index: usize) -> TicketId {
    TicketId(FIRST_ARRIVAL + index as u64)
}

const FIRST_ARRIVAL: u64 = 1 << 63;

/// One who is called in the run.
pub(super) struct Called {
    pub key: QueueKey,
    /// The usual visit of the service.
    pub usual_ms: i64,
    /// How many counters share the line.
    pub servers: usize,
}

impl Called {
    /// How long the counter is busy with this one.
    pub fn takes_ms(&self) -> i64 {
        if self.key.1.0 >= FIRST_ARRIVAL {
            0
        } else {
            self.usual_ms
        }
    }
}

/// Lines in the order of their keys.
pub(super) struct Lines<'a> {
    services: Vec<&'a Service>,
    lines: Vec<Line>,
    bound: BTreeMap<(CounterNo, usize), usize>,
}

struct Line {
    keys: Vec<QueueKey>,
    next: usize,
    usual_ms: i64,
    servers: usize,
}

/// A line that a counter calls from, and with which handicap.
pub(super) struct Reach {
    line: usize,
    handicap_s: u32,
}

impl<'a> Lines<'a> {
    pub fn of(
        centre: &'a Centre,
        now: Moment,
        seats: &[Seat<'_>],
        arrivals: &[Arrival<'_>],
    ) -> Self {
        let services: Vec<_> = centre.catalogue.services.values().collect();
        let line = |service: &&Service| {
            let serves = |seat: &&Seat<'_>| seat.counter.handicap_s(&service.code) == Some(0);
            let servers = seats.iter().filter(serves).count();
            Line {
                keys: Vec::new(),
                next: 0,
                usual_ms: usual_visit_ms(centre, service),
                servers,
            }
        };
        let lines = services.iter().map(line).collect();
        let mut all = Self {
            services,
            lines,
            bound: BTreeMap::new(),
        };
        let bound = bound_tickets(centre);
        for (code, queue) in &centre.waiting {
            for key in queue {
                all.add(code, *key, bound.get(&key.1).copied());
            }
        }
        for (index, arrival) in arrivals.iter().enumerate() {
            let rank = now.plus_s(-i64::from(arrival.head_start_s));
            all.add(arrival.service, (rank, arrival_id(index)), None);
        }
        for line in &mut all.lines {
            line.keys.sort();
        }
        all
    }

    fn add(&mut self, code: &ServiceCode, key: QueueKey, bound: Option<CounterNo>) {
        let Ok(service) = self
            .services
            .binary_search_by_key(&code, |service| &service.code)
        else {
            return;
        };
        let line = bound.map_or(service, |counter| self.bound_line(counter, service));
        if let Some(line) = self.lines.get_mut(line) {
            line.keys.push(key);
        }
    }

    fn bound_line(&mut self, counter: CounterNo, service: usize) -> usize {
        let lines = &mut self.lines;
        *self.bound.entry((counter, service)).or_insert_with(|| {
            let usual_ms = lines.get(service).map_or(0, |line| line.usual_ms);
            lines.push(Line {
                keys: Vec::new(),
                next: 0,
                usual_ms,
                servers: 1,
            });
            lines.len() - 1
        })
    }

    /// The lines that `counter` calls from.
    pub fn reach(&self, centre: &Centre, counter: &Counter) -> Vec<Reach> {
        let handicaps = self
            .services
            .iter()
            .enumerate()
            .filter_map(|(service, of)| {
                centre
                    .handicap_s(counter.number, &of.code)
                    .map(|handicap_s| (service, handicap_s))
            });
        let reach = handicaps.flat_map(|(service, handicap_s)| {
            let bound = self.bound.get(&(counter.number, service)).copied();
            [Some(service), bound]
                .into_iter()
                .flatten()
                .map(move |line| Reach { line, handicap_s })
        });
        reach.collect()
    }

    /// Takes whoever is first for a counter with this reach.
    pub fn take(&mut self, reach: &[Reach]) -> Option<Called> {
        let heads = reach.iter().filter_map(|reach| {
            let line = self.lines.get(reach.line)?;
            let key = line.keys.get(line.next)?;
            Some((effective(*key, reach.handicap_s), *key, reach.line))
        });
        let (_, key, line) = heads.min_by_key(|(effective, ..)| *effective)?;
        let line = self.lines.get_mut(line)?;
        line.next += 1;
        Some(Called {
            key,
            usual_ms: line.usual_ms,
            servers: line.servers,
        })
    }
}

/// The tickets that one open counter alone may call.
fn bound_tickets(centre: &Centre) -> BTreeMap<TicketId, CounterNo> {
    let waiting = centre.waiting.values().flatten();
    let bound = waiting.filter_map(|(_, id)| match centre.tickets.get(id)?.state {
        TicketState::Waiting {
            counter: Some(counter),
        } => Some((*id, counter)),
        _ => None,
    });
    bound
        .filter(|(_, counter)| centre.desks.contains_key(counter))
        .collect()
}
