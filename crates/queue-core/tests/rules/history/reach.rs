//! The histories reach what the properties speak about; otherwise they would prove nothing.

use super::history;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use queue_core::{Event, ReasonKind};
use std::collections::BTreeMap;

#[test]
fn every_verb_and_every_reason_happens_often() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for _ in 0..256 {
        let history = history(200).new_tree(&mut runner).unwrap().current();
        let hall = history.live(|_| Ok(())).unwrap();
        for (_, _, event) in &hall.journal {
            let debug = format!("{event:?}");
            let name = debug.split([' ', '{']).next().unwrap().to_owned();
            *seen.entry(name).or_default() += 1;
            if let Event::TicketCalled { reason, .. } = event {
                *seen.entry(format!("{:?}", reason.kind)).or_default() += 1;
            }
        }
    }
    let kinds = [
        ReasonKind::OnlyOne,
        ReasonKind::FirstCome,
        ReasonKind::Priority,
        ReasonKind::KeptRank,
        ReasonKind::Restored,
        ReasonKind::Helping,
        ReasonKind::Chosen,
    ];
    let events = [
        "BreakEnded",
        "BreakStarted",
        "CounterClosed",
        "CounterOpened",
        "DayEnded",
        "HelpEnded",
        "HelpStarted",
        "PaperCleared",
        "PaperReported",
        "PriorityChanged",
        "ReprintAsked",
        "ServiceFinished",
        "TicketCancelled",
        "TicketFinished",
        "TicketHandedIn",
        "TicketHeld",
        "TicketIssued",
        "TicketNoShow",
        "TicketRecalled",
        "TicketRestored",
        "TicketResumed",
        "TicketReturned",
        "TicketServed",
        "TicketTransferred",
        "TransferLapsed",
    ];
    let kinds = kinds.map(|kind| format!("{kind:?}"));
    for name in kinds.into_iter().chain(events.map(String::from)) {
        let times = seen.get(&name).copied().unwrap_or(0);
        assert!(times >= 10, "{name} happened {times} times");
    }
}
