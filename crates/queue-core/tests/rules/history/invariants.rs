//! What holds of every state.

use proptest::prelude::*;
use queue_core::{Centre, QueueKey, TicketState};
use std::collections::{BTreeMap, BTreeSet};

/// Every list says what the tickets say.
pub fn indexes_match(centre: &Centre) -> Result<(), TestCaseError> {
    let mut waiting: BTreeMap<_, BTreeSet<QueueKey>> = BTreeMap::new();
    let (mut held, mut missed) = (BTreeSet::new(), BTreeSet::new());
    let mut busy = BTreeMap::new();
    for ticket in centre.tickets.values() {
        match ticket.state {
            TicketState::Waiting { .. } => {
                let queue = waiting.entry(ticket.service.clone()).or_default();
                queue.insert((ticket.rank(), ticket.id));
            }
            TicketState::Called { counter, .. } | TicketState::Serving { counter } => {
                let other = busy.insert(counter, ticket.id);
                prop_assert_eq!(other, None, "two visitors at one counter");
            }
            TicketState::Held { .. } => drop(held.insert(ticket.id)),
            TicketState::NoShow { .. } => drop(missed.insert(ticket.id)),
            TicketState::Finished { .. } | TicketState::Cancelled | TicketState::Expired => {}
        }
        prop_assert_eq!(centre.by_number.get(&ticket.number), Some(&ticket.id));
    }
    let queues = centre.waiting.iter().filter(|(_, queue)| !queue.is_empty());
    prop_assert_eq!(
        queues
            .map(|(code, queue)| (code.clone(), queue.clone()))
            .collect::<BTreeMap<_, _>>(),
        waiting
    );
    prop_assert_eq!(&centre.held, &held);
    prop_assert!(centre.day.is_none() || centre.missed == missed);
    let desks = centre
        .desks
        .iter()
        .filter_map(|(counter, desk)| Some((*counter, desk.ticket?)));
    prop_assert_eq!(desks.collect::<BTreeMap<_, _>>(), busy);
    prop_assert_eq!(centre.by_number.len(), centre.tickets.len());
    prop_assert!(centre.calls.len() <= Centre::CALLS_KEPT);
    prop_assert!(
        centre
            .paper
            .keys()
            .chain(centre.reprints.keys())
            .all(|id| centre.tickets.contains_key(id))
    );
    Ok(())
}

/// An officer and a device are at one counter; who waits for one counter finds it open.
pub fn people_are_at_one_place(centre: &Centre) -> Result<(), TestCaseError> {
    let officers: BTreeSet<_> = centre.desks.values().map(|desk| desk.officer).collect();
    let devices: BTreeSet<_> = centre.desks.values().map(|desk| desk.device).collect();
    prop_assert_eq!(
        (officers.len(), devices.len()),
        (centre.desks.len(), centre.desks.len())
    );
    for ticket in centre.tickets.values() {
        if let TicketState::Waiting {
            counter: Some(counter),
        } = ticket.state
        {
            prop_assert!(
                centre.desks.contains_key(&counter),
                "{} waits for a closed counter",
                ticket.number
            );
        }
    }
    Ok(())
}
