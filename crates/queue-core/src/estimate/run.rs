//! The run: whichever counter is free first takes whoever the rule gives it, until nobody waits.

use super::Estimate;
use super::margin::Margin;
use super::roster::{Seat, roster};
use super::visit::usual_visit_ms;
use crate::rank::effective;
use crate::{Centre, CounterNo, Moment, QueueKey, ServiceCode, TicketId, TicketState};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

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

/// The estimates of all who are called in the run, by id.
pub(super) fn run(
    centre: &Centre,
    now: Moment,
    arrivals: &[Arrival<'_>],
) -> Vec<(TicketId, Estimate)> {
    let mut lines = Lines::of(centre, now, arrivals);
    let seats = roster(centre, now);
    let reaches: Vec<Vec<Reach>> = seats.iter().map(|seat| lines.reach(seat)).collect();
    let servers = lines.servers(&seats);
    let margin = Margin::new(centre, now);
    let mut free: BinaryHeap<_> = seats
        .iter()
        .enumerate()
        .map(|(index, seat)| Reverse((seat.free_at, index)))
        .collect();
    let mut calls = Vec::new();
    while let Some(Reverse((at, index))) = free.pop() {
        let (Some(seat), Some(reach)) = (seats.get(index), reaches.get(index)) else {
            continue;
        };
        let Some(next) = lines.take(reach) else {
            continue;
        };
        let visit_ms = lines
            .visits_ms
            .get(next.service)
            .copied()
            .unwrap_or_default();
        let worked_ms = seat.shift.worked_ms(now, at);
        let servers = servers.get(next.service).copied().unwrap_or_default();
        let margin_ms = margin.ms(next.key.0, worked_ms, visit_ms, servers);
        let cautious_at = seat.shift.later(at, margin_ms);
        let estimate = Estimate {
            likely_s: seconds(at.since_s(now)),
            cautious_s: seconds(cautious_at.since_s(now)),
        };
        calls.push((next.key.1, estimate));
        let busy_ms = if next.key.1.0 >= FIRST_ARRIVAL {
            0
        } else {
            visit_ms
        };
        free.push(Reverse((
            seat.shift.next(Moment(at.0.saturating_add(busy_ms))),
            index,
        )));
    }
    calls.sort_unstable_by_key(|(id, _)| *id);
    calls
}

fn seconds(span_s: i64) -> u32 {
    u32::try_from(span_s.max(0)).unwrap_or(u32::MAX)
}

/// One who waits, and the index of the service.
#[derive(Clone, Copy)]
struct Waiting {
    key: QueueKey,
    service: usize,
}

/// A line in the order of its keys.
#[derive(Default)]
struct Line {
    waiting: Vec<Waiting>,
    next: usize,
}

/// A line that a counter calls from, and with which handicap.
struct Reach {
    line: usize,
    handicap_s: u32,
}

/// Who waits where: one line for each service, then one for each counter that alone calls somebody.
struct Lines<'a> {
    services: Vec<&'a ServiceCode>,
    visits_ms: Vec<i64>,
    lines: Vec<Line>,
    bound: BTreeMap<CounterNo, usize>,
}

impl<'a> Lines<'a> {
    fn of(centre: &'a Centre, now: Moment, arrivals: &[Arrival<'_>]) -> Self {
        let services: Vec<_> = centre.catalogue.services.keys().collect();
        let visits = centre.catalogue.services.values();
        let visits_ms = visits
            .map(|service| usual_visit_ms(centre, service))
            .collect();
        let lines = services.iter().map(|_| Line::default()).collect();
        let mut all = Self {
            services,
            visits_ms,
            lines,
            bound: BTreeMap::new(),
        };
        let bound_to: BTreeMap<TicketId, CounterNo> = centre
            .tickets
            .values()
            .filter_map(|ticket| match ticket.state {
                TicketState::Waiting {
                    counter: Some(counter),
                } => Some((ticket.id, counter)),
                _ => None,
            })
            .filter(|(_, counter)| centre.desks.contains_key(counter))
            .collect();
        for (code, queue) in &centre.waiting {
            for key in queue {
                all.add(code, *key, bound_to.get(&key.1).copied());
            }
        }
        for (index, arrival) in arrivals.iter().enumerate() {
            let rank = now.plus_s(-i64::from(arrival.head_start_s));
            all.add(arrival.service, (rank, arrival_id(index)), None);
        }
        for line in &mut all.lines {
            line.waiting.sort_by_key(|waiting| waiting.key);
        }
        all
    }

    fn add(&mut self, code: &ServiceCode, key: QueueKey, bound: Option<CounterNo>) {
        let Ok(service) = self.services.binary_search(&code) else {
            return;
        };
        let line = bound.map_or(service, |counter| {
            *self.bound.entry(counter).or_insert_with(|| {
                self.lines.push(Line::default());
                self.lines.len() - 1
            })
        });
        if let Some(line) = self.lines.get_mut(line) {
            line.waiting.push(Waiting { key, service });
        }
    }

    fn reach(&self, seat: &Seat<'_>) -> Vec<Reach> {
        let services = self.services.iter().enumerate().filter_map(|(line, code)| {
            seat.counter
                .handicap_s(code)
                .map(|handicap_s| Reach { line, handicap_s })
        });
        let bound = self.bound.get(&seat.counter.number);
        services
            .chain(bound.map(|line| Reach {
                line: *line,
                handicap_s: 0,
            }))
            .collect()
    }

    /// How many of these counters serve each service.
    fn servers(&self, seats: &[Seat<'_>]) -> Vec<usize> {
        let serving = |code: &ServiceCode| {
            seats
                .iter()
                .filter(|seat| seat.counter.handicap_s(code) == Some(0))
                .count()
        };
        self.services.iter().map(|code| serving(code)).collect()
    }

    /// Takes whoever is first for a counter with this reach.
    fn take(&mut self, reach: &[Reach]) -> Option<Waiting> {
        let heads = reach.iter().filter_map(|reach| {
            let line = self.lines.get(reach.line)?;
            let head = line.waiting.get(line.next)?;
            Some((effective(head.key, reach.handicap_s), reach.line, *head))
        });
        let (_, line, head) = heads.min_by_key(|(key, ..)| *key)?;
        self.lines.get_mut(line)?.next += 1;
        Some(head)
    }
}
