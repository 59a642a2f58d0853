//! Who goes before whom (design section 2, "One key").

use super::book::{Book, Page, Place};
use anyhow::{Result, ensure};
use queue_core::{Catalogue, Counter, CounterNo, Event, TicketId};

/// A call by the rule takes the smallest effective rank, and overtakes nobody by more than the head
/// start.
pub fn check(book: &Book, rules: &Catalogue, event: &Event) -> Result<()> {
    let Event::TicketCalled {
        ticket,
        counter,
        chosen: None,
        ..
    } = event
    else {
        return Ok(());
    };
    let Some(plate) = rules.counters.get(counter) else {
        return Ok(());
    };
    let Some(called) = book.tickets.get(ticket) else {
        return Ok(());
    };
    let Some(handicap_s) = handicap_s(book, plate, called) else {
        anyhow::bail!("{} is called where nobody deals with it", called.number);
    };
    for (id, other) in callable(book, *counter) {
        let Some(others_s) = self::handicap_s(book, plate, other) else {
            continue;
        };
        let (own, others) = (
            called.rank_ms() + handicap_s * 1000,
            other.rank_ms() + others_s * 1000,
        );
        ensure!(
            (own, ticket) <= (others, &id),
            "{} was to go before {}",
            other.number,
            called.number
        );
        let lead_ms = called.ranked_from.0 - other.ranked_from.0;
        let allowed_ms = (called.head_start_s - other.head_start_s + others_s - handicap_s) * 1000;
        // A ticket that came later has the larger id, unless the clock was set back between the two.
        let fair = lead_ms < allowed_ms || (lead_ms == allowed_ms && *ticket <= id);
        ensure!(
            lead_ms <= 0 || fair,
            "{} overtook {} too far",
            called.number,
            other.number
        );
    }
    Ok(())
}

/// Who waits and is not bound to another counter that is open.
fn callable(book: &Book, counter: CounterNo) -> impl Iterator<Item = (TicketId, &Page)> {
    let free = move |page: &Page| match page.place {
        Place::Waiting(None) => true,
        Place::Waiting(Some(bound)) => bound == counter || !book.desks.contains_key(&bound),
        _ => false,
    };
    book.tickets
        .iter()
        .filter(move |(_, page)| free(page))
        .map(|(id, page)| (*id, page))
}

fn handicap_s(book: &Book, plate: &Counter, page: &Page) -> Option<i64> {
    let helped = plate.helps.iter().find(|help| help.service == page.service);
    let served = plate.serves.contains(&page.service).then_some(0);
    let for_a_while = || {
        book.desks
            .get(&plate.number)?
            .helping
            .get(&page.service)
            .copied()
    };
    let helped = helped.map(|help| i64::from(help.handicap_s));
    served.or(helped).or_else(for_a_while)
}
