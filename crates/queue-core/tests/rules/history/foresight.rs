//! The estimate and the rule never disagree: who is expected when is called then, if visits take as
//! long as usual.

use super::history;
use proptest::prelude::*;
use queue_core::{
    Centre, CounterNo, CounterState, Event, Moment, Outcome, Seq, TicketId, evolve, forecast,
    next_for,
};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn all_counters_call_when_the_forecast_says(history in history(200)) {
        let hall = history.live(|_| Ok(()))?;
        check(calm(hall.centre, hall.now), hall.now)?;
    }

    #[test]
    fn one_counter_calls_in_the_order_of_the_forecast(history in history(200)) {
        let hall = history.live(|_| Ok(()))?;
        let centre = calm(hall.centre, hall.now);
        for only in centre.desks.keys().copied() {
            let mut centre = centre.clone();
            centre.desks.retain(|counter, _| *counter == only);
            check(centre, hall.now)?;
        }
    }

    #[test]
    fn the_cautious_wait_is_never_the_shorter(history in history(200)) {
        let hall = history.live(|_| Ok(()))?;
        let forecast = forecast(&hall.centre, hall.now);
        for service in hall.centre.catalogue.services.keys() {
            let ordinary = forecast.ordinary(service);
            let mut open = hall.centre.desks.keys();
            let called_from = open.any(|counter| hall.centre.handicap_s(*counter, service).is_some());
            prop_assert_eq!(ordinary.is_some(), called_from, "told where a counter is open");
            let priority = forecast.priority(service);
            prop_assert!(priority.map(|e| e.likely_s) <= ordinary.map(|e| e.likely_s));
        }
        for estimate in hall.centre.tickets.keys().filter_map(|id| forecast.ticket(*id)) {
            prop_assert!(estimate.likely_s <= estimate.cautious_s);
        }
    }
}

/// Nobody is at a counter, on a break, or known to be quick or slow.
fn calm(mut centre: Centre, now: Moment) -> Centre {
    for (counter, desk) in centre.desks.clone() {
        if let Some(ticket) = desk.ticket {
            finish(&mut centre, now, ticket, counter);
        }
    }
    for desk in centre.desks.values_mut() {
        desk.state = CounterState::Open;
    }
    centre.visits.clear();
    centre
}

/// Calls by the rule alone, each visit as long as usual, against the forecast.
fn check(mut centre: Centre, now: Moment) -> Result<(), TestCaseError> {
    let forecast = forecast(&centre, now);
    let mut free: BinaryHeap<_> = centre.desks.keys().map(|c| Reverse((0_u32, *c))).collect();
    let mut called = BTreeMap::new();
    while let Some(Reverse((at_s, counter))) = free.pop() {
        let next = next_for(&centre, counter).map(|(ticket, reason)| (ticket.clone(), reason));
        let Some((ticket, reason)) = next else {
            continue;
        };
        let event = Event::TicketCalled {
            ticket: ticket.id,
            counter,
            reason,
            chosen: None,
        };
        evolve(&mut centre, Seq(1 << 40), now, &event);
        finish(&mut centre, now, ticket.id, counter);
        called.insert(ticket.id, at_s);
        free.push(Reverse((
            at_s + centre.catalogue.services[&ticket.service].typical_s,
            counter,
        )));
    }
    for id in centre.tickets.keys() {
        let expected = forecast.ticket(*id).map(|estimate| estimate.likely_s);
        prop_assert_eq!(expected, called.get(id).copied());
    }
    Ok(())
}

fn finish(centre: &mut Centre, now: Moment, ticket: TicketId, counter: CounterNo) {
    let outcome = Outcome::Received;
    let event = Event::TicketFinished {
        ticket,
        outcome,
        dossiers: 1,
        counter,
    };
    evolve(centre, Seq(1 << 41), now, &event);
}
