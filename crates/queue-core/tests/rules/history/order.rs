//! Who goes before whom.

use super::history;
use super::ledger::Ledger;
use proptest::prelude::*;
use queue_core::{Centre, CounterNo, Event, Ticket, TicketId, TicketState, next_for, order_for};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// If t goes before u and came later, then it came later by less than its longer head start,
    /// and across queues by the difference of the handicaps less; second restores are ranked by
    /// their restoring, and chosen calls stand outside.
    #[test]
    fn nobody_overtakes_by_more_than_the_head_start(history in history(200)) {
        let mut ledger = Ledger::default();
        history.live(|attempt| {
            for event in &attempt.decision.events {
                if let Event::TicketCalled { ticket, counter, chosen: None, .. } = event {
                    check_call(attempt.before, *ticket, *counter, &ledger)?;
                }
            }
            ledger.record(attempt);
            Ok(())
        })?;
    }

    /// What a screen shows as the queue of a counter is the order in which the counter calls.
    #[test]
    fn the_order_shown_is_the_order_called(history in history(160)) {
        let hall = history.live(|_| Ok(()))?;
        for counter in hall.centre.catalogue.counters.keys().copied() {
            let shown: Vec<TicketId> =
                order_for(&hall.centre, counter, usize::MAX).iter().map(|(t, _)| t.id).collect();
            let mut centre = hall.centre.clone();
            let mut called = Vec::new();
            while let Some(id) = next_for(&centre, counter).map(|(ticket, _)| ticket.id) {
                called.push(id);
                let cancelled = Event::TicketCancelled { ticket: id };
                queue_core::evolve(&mut centre, queue_core::Seq(1 << 40), hall.now, &cancelled);
            }
            prop_assert_eq!(shown, called);
        }
    }

    /// As time passes, a rank changes only by a verb upon this very ticket.
    #[test]
    fn a_rank_changes_only_by_a_verb_upon_it(history in history(200)) {
        history.live(|attempt| {
            let touched = format!("{:?}", attempt.decision.events);
            for ticket in attempt.before.tickets.values() {
                let Some(after) = attempt.after.tickets.get(&ticket.id) else { continue };
                if !touched.contains(&format!("{:?}", ticket.id)) {
                    prop_assert_eq!(ticket.rank(), after.rank());
                }
            }
            Ok(())
        })?;
    }

    /// The number of people ahead rises only by priority, transfer, another service of a visit,
    /// restoring, return and handing in.
    #[test]
    fn people_ahead_rise_only_for_a_cause(history in history(200)) {
        history.live(|attempt| {
            let excused = attempt.decision.events.iter().any(|event| match event {
                Event::TicketIssued { priority, .. } => *priority,
                Event::TicketHandedIn { .. }
                | Event::TicketTransferred { .. }
                | Event::ServiceFinished { here: false, .. }
                | Event::TicketRestored { .. }
                | Event::TicketReturned { .. }
                | Event::PriorityChanged { .. } => true,
                _ => false,
            });
            for ticket in waiting(attempt.before).filter(|_| !excused) {
                let Some(after) = attempt.after.tickets.get(&ticket.id) else { continue };
                if matches!(after.state, TicketState::Waiting { .. }) {
                    prop_assert!(ahead(attempt.after, after) <= ahead(attempt.before, ticket));
                }
            }
            Ok(())
        })?;
    }
}

fn waiting(centre: &Centre) -> impl Iterator<Item = &Ticket> {
    centre
        .tickets
        .values()
        .filter(|t| matches!(t.state, TicketState::Waiting { .. }))
}

fn ahead(centre: &Centre, ticket: &Ticket) -> usize {
    centre.people_ahead(&ticket.service, (ticket.rank(), ticket.id))
}

fn check_call(
    before: &Centre,
    called: TicketId,
    counter: CounterNo,
    ledger: &Ledger,
) -> Result<(), TestCaseError> {
    let handicap_ms = |ticket: &Ticket| {
        before
            .handicap_s(counter, &ticket.service)
            .map(|handicap_s| i64::from(handicap_s) * 1000)
    };
    let t = ledger.of(called);
    let t_handicap = handicap_ms(&before.tickets[&called]).expect("served or helped here");
    for other in waiting(before).filter(|u| u.id != called && may_be_called(before, u, counter)) {
        let Some(u_handicap) = handicap_ms(other) else {
            continue;
        };
        let u = ledger.of(other.id);
        let gain = (i64::from(t.head_start_s) - i64::from(u.head_start_s)) * 1000
            + (u_handicap - t_handicap);
        if t.restores < 2 && u.restores < 2 {
            let later = t.arrived_at.0 - u.arrived_at.0;
            prop_assert!(
                later <= 0 || later < gain,
                "{later} ms later, {gain} ms ahead"
            );
        }
        prop_assert!(t.ranked_from.0 - u.ranked_from.0 <= gain);
    }
    Ok(())
}

fn may_be_called(centre: &Centre, ticket: &Ticket, by: CounterNo) -> bool {
    match ticket.state {
        TicketState::Waiting {
            counter: Some(bound),
        } => bound == by || !centre.desks.contains_key(&bound),
        _ => true,
    }
}
