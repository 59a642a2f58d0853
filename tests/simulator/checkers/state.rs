//! The state in memory against the events: nobody lost, nobody added, everyone in one queue.

use super::book::{Book, Opening, Place};
use anyhow::{Result, ensure};
use queue_core::{Centre, CounterState, TicketId, TicketState};
use std::collections::BTreeMap;

pub fn check(book: &Book, centre: &Centre) -> Result<()> {
    let known: Vec<TicketId> = centre.tickets.keys().copied().collect();
    let today = book.tickets.iter().filter(|(_, page)| !page.is_late);
    let issued: Vec<TicketId> = today.clone().map(|(id, _)| *id).collect();
    ensure!(
        known == issued,
        "the state has tickets {known:?}, issued were {issued:?}"
    );
    for (ticket, (_, page)) in centre.tickets.values().zip(today) {
        let number = page.number;
        ensure!(
            ticket.number == number,
            "{} is {number} by its events",
            ticket.number
        );
        ensure!(
            ticket.service == page.service,
            "{number} waits for {}",
            ticket.service
        );
        ensure!(
            ticket.rank().0 == page.rank_ms(),
            "{number} has the rank {:?}",
            ticket.rank()
        );
        let place = place(&ticket.state);
        ensure!(
            place == page.place,
            "{number} is {place:?}, by its events {:?}",
            page.place
        );
        let key = (ticket.rank(), ticket.id);
        let queues = centre
            .waiting
            .iter()
            .filter(|(_, queue)| queue.contains(&key));
        let queues: Vec<_> = queues.map(|(service, _)| service).collect();
        let waits = matches!(page.place, Place::Waiting(_)).then_some(&page.service);
        ensure!(
            queues == Vec::from_iter(waits),
            "{number} stands in the queues {queues:?}"
        );
    }
    let queued: usize = centre
        .waiting
        .values()
        .map(std::collections::BTreeSet::len)
        .sum();
    let waiting = book
        .tickets
        .values()
        .filter(|page| matches!(page.place, Place::Waiting(_)));
    ensure!(queued == waiting.count(), "{queued} stand in the queues");
    let desks = centre.desks.iter().map(|(counter, desk)| {
        let paused = matches!(desk.state, CounterState::Break { .. });
        let helping = desk.helping.iter();
        let helping = helping.map(|(service, s)| (service.clone(), i64::from(*s)));
        (
            *counter,
            Opening {
                device: desk.device,
                officer: desk.officer,
                paused,
                helping: helping.collect(),
            },
        )
    });
    let desks: BTreeMap<_, _> = desks.collect();
    ensure!(
        desks == book.desks,
        "open are {desks:?}, by the events {:?}",
        book.desks
    );
    Ok(())
}

const fn place(state: &TicketState) -> Place {
    match *state {
        TicketState::Waiting { counter } => Place::Waiting(counter),
        TicketState::Called { counter, .. } => Place::Called(counter),
        TicketState::Serving { counter } => Place::Serving(counter),
        TicketState::Held { counter, .. } => Place::Held(counter),
        TicketState::Finished { counter, .. } => Place::Finished(counter),
        TicketState::NoShow { counter } => Place::Missed(counter),
        TicketState::Cancelled => Place::Cancelled,
        TicketState::Expired => Place::Expired,
    }
}
