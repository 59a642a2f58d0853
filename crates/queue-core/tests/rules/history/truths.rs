//! Always true, whatever anybody tries.

use super::invariants::{indexes_match, people_are_at_one_place};
use super::{Attempt, history};
use proptest::prelude::*;
use queue_core::{Actor, Centre, Command, CounterNo, Event, TicketState, evolve};
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn everyone_is_at_one_place(history in history(200)) {
        history.live(|attempt| {
            indexes_match(attempt.after)?;
            people_are_at_one_place(attempt.after)
        })?;
    }

    #[test]
    fn only_the_device_that_holds_a_counter_acts_for_it(history in history(200)) {
        history.live(|attempt| {
            if let Some(counter) = acting(attempt.command) {
                let holder = attempt.before.desks[&counter].device;
                prop_assert_eq!(attempt.actor, Actor::Counter(holder));
            }
            Ok(())
        })?;
    }

    #[test]
    fn only_the_waiting_are_called_and_only_the_held_resumed(history in history(200)) {
        history.live(check_calls)?;
    }

    #[test]
    fn a_number_is_given_once_a_day_in_series_and_within_the_cap(history in history(200)) {
        let mut given = HashSet::new();
        let mut last = BTreeMap::new();
        let mut count = BTreeMap::new();
        history.live(|attempt| {
            for event in &attempt.decision.events {
                if matches!(event, Event::DayOpened { .. }) {
                    given.clear();
                    last.clear();
                    count.clear();
                }
                if let Event::TicketHandedIn { number, service, date, .. } = event
                    && attempt.after.day == Some(*date)
                {
                    prop_assert!(given.insert(*number), "{number} handed in twice");
                    *count.entry(service.clone()).or_insert(0) += 1;
                }
                let Event::TicketIssued { number, service, .. } = event else { continue };
                prop_assert!(given.insert(*number), "{number} given twice");
                let last = last.entry(number.letter).or_insert(0);
                *last += 1;
                prop_assert_eq!(number.count, *last);
                let count = count.entry(service.clone()).or_insert(0_u32);
                *count += 1;
                let cap = attempt.before.catalogue.services[service].daily_cap;
                prop_assert!(cap.is_none_or(|cap| *count <= cap));
            }
            Ok(())
        })?;
    }

    #[test]
    fn replaying_the_journal_gives_the_same_state(history in history(200)) {
        let hall = history.live(|_| Ok(()))?;
        let mut replayed = Centre::new(Arc::clone(&hall.centre.catalogue));
        for (seq, at, event) in &hall.journal {
            evolve(&mut replayed, *seq, *at, event);
        }
        prop_assert_eq!(replayed, hall.centre);
    }

    #[test]
    fn no_event_and_no_ticket_carries_a_class(history in history(200)) {
        let mut declared = false;
        let hall = history.live(|attempt| {
            declared |= !attempt.decision.counted.is_empty();
            Ok(())
        })?;
        let traces = format!("{:?} {:?}", hall.journal, hall.centre.tickets);
        prop_assert!(!traces.contains("class-token"));
        prop_assert!(!declared || traces.contains("priority: true"));
    }
}

fn check_calls(attempt: &Attempt<'_>) -> Result<(), TestCaseError> {
    let before = |id| attempt.before.tickets[&id].state;
    for event in &attempt.decision.events {
        match event {
            Event::TicketCalled {
                ticket, counter, ..
            } => {
                prop_assert!(is_waiting(before(*ticket)));
                prop_assert_eq!(attempt.before.desks[counter].ticket, None);
                if let TicketState::Waiting {
                    counter: Some(bound),
                } = before(*ticket)
                {
                    prop_assert_eq!(bound, *counter, "called where it does not wait");
                }
            }
            Event::TicketResumed { ticket, counter } => {
                let held = matches!(before(*ticket), TicketState::Held { .. });
                prop_assert!(held);
                prop_assert_eq!(attempt.before.desks[counter].ticket, None);
            }
            Event::TicketRestored { ticket, .. } => {
                let facts = &attempt.before.tickets[ticket];
                let missed = matches!(facts.state, TicketState::NoShow { .. });
                prop_assert!(missed);
                prop_assert!(attempt.now.since_s(facts.since) <= 3600);
            }
            Event::CounterClosed { counter } => {
                prop_assert_eq!(attempt.before.desks[counter].ticket, None);
            }
            _ => {}
        }
    }
    let turned = matches!(attempt.command, Command::TurnDay { .. });
    prop_assert!(turned || attempt.before.day.is_some());
    Ok(())
}

/// The counter for which a verb of a counter is done; opening it is judged elsewhere.
fn acting(command: &Command) -> Option<CounterNo> {
    match command {
        Command::Close { counter }
        | Command::Break { counter, .. }
        | Command::Back { counter }
        | Command::Help { counter, .. }
        | Command::CallNext { counter }
        | Command::Call { counter, .. }
        | Command::Recall { counter }
        | Command::Serve { counter }
        | Command::Finish { counter, .. }
        | Command::NextService { counter, .. }
        | Command::NoShow { counter, .. }
        | Command::Return { counter }
        | Command::Hold { counter, .. }
        | Command::Resume { counter, .. }
        | Command::Transfer {
            counter: Some(counter),
            ..
        } => Some(*counter),
        _ => None,
    }
}

fn is_waiting(state: TicketState) -> bool {
    matches!(state, TicketState::Waiting { .. })
}
