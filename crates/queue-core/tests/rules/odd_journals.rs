//! Journals that no `decide` would write: nothing panics, every list stays true, and
//! what is over stays over.

use crate::history::indexes_match;
use crate::plan;
use proptest::collection::vec;
use proptest::prelude::*;
use queue_core::{
    BreakReason, CallReason, Centre, CounterNo, DeviceId, Event, Language, Letter, Moment, Number,
    OfficerNo, Outcome, PaperResult, Purpose, ReasonKind, Seq, TicketId, TicketState, evolve,
};
use std::sync::Arc;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_events_in_any_order(events in vec((kind(), 0_u16..300, 1_u16..4, any::<i64>()), 0..200)) {
        let mut centre = Centre::new(Arc::new(plan::catalogue()));
        evolve(&mut centre, Seq(1), Moment(0), &Event::DayOpened { date: plan::MONDAY });
        for (seq, (kind, pick, counter, at)) in (2..).zip(events) {
            let over = over(&centre);
            let event = event(kind, pick, known(&centre, pick), CounterNo(counter));
            evolve(&mut centre, Seq(seq), Moment(at), &event);
            indexes_match(&centre)?;
            for (id, state) in over {
                prop_assert!(centre.tickets.get(&id).is_none_or(|ticket| ticket.state == state));
            }
        }
    }
}

/// Mostly one of the newest tickets, at times one that there is not.
fn known(centre: &Centre, pick: u16) -> TicketId {
    let id = centre
        .tickets
        .keys()
        .rev()
        .nth(usize::from(pick % 8))
        .copied();
    id.unwrap_or(TicketId(pick.into()))
}

/// The tickets to which nothing more can happen.
fn over(centre: &Centre) -> Vec<(TicketId, TicketState)> {
    let missed = |state| matches!(state, TicketState::NoShow { .. });
    let tickets = centre
        .tickets
        .values()
        .map(|ticket| (ticket.id, ticket.state));
    tickets
        .filter(|(_, state)| state.is_over() && !missed(*state))
        .collect()
}

/// A day seldom ends or begins.
fn kind() -> impl Strategy<Value = u8> {
    prop_oneof![60 => 0_u8..28, 1 => 28_u8..30]
}

fn event(kind: u8, pick: u16, ticket: TicketId, counter: CounterNo) -> Event {
    let reason = CallReason {
        kind: ReasonKind::FirstCome,
        passed_over: None,
        earlier_s: None,
        head_start_s: None,
    };
    let service = ["justice", "land", "nowhere"][usize::from(counter.0) % 3].into();
    let at = Moment(i64::MAX);
    match kind {
        3 => Event::TicketHandedIn {
            number: Number {
                letter: Letter::new('X').unwrap(),
                count: pick,
            },
            service,
            purpose: Purpose::Submit,
            procedure: None,
            language: Language::VI,
            priority: true,
            head_start_s: u32::MAX,
            device: DeviceId(1),
            arrived_at: at,
            date: if pick.is_multiple_of(2) {
                plan::MONDAY
            } else {
                plan::date(2026, 1, 1)
            },
        },
        0..3 => Event::TicketIssued {
            number: Number {
                letter: Letter::new('A').unwrap(),
                count: pick,
            },
            service,
            purpose: Purpose::Submit,
            procedure: None,
            language: Language::VI,
            priority: true,
            head_start_s: u32::MAX,
            device: DeviceId(1),
        },
        4 => Event::TicketCalled {
            ticket,
            counter,
            reason,
            chosen: None,
        },
        5 => Event::TicketRecalled { ticket },
        6 => Event::TicketServed { ticket },
        7 => {
            let outcome = Outcome::Refused;
            Event::TicketFinished {
                ticket,
                outcome,
                dossiers: 0,
                counter,
            }
        }
        8 => Event::TicketNoShow { ticket },
        9 => Event::TicketRestored {
            ticket,
            ranked_from: at,
        },
        10 => Event::TicketReturned { ticket },
        11 => Event::TicketHeld {
            ticket,
            back_at: Some(at),
        },
        12 => Event::TicketResumed { ticket, counter },
        13 => Event::TicketTransferred {
            ticket,
            service,
            counter: Some(counter),
            reason: None,
        },
        14 => Event::TransferLapsed { ticket },
        15 => Event::PriorityChanged {
            ticket,
            priority: false,
            head_start_s: 7,
            reason: "seen".into(),
        },
        16 => Event::TicketCancelled { ticket },
        17 | 18 => Event::CounterOpened {
            counter,
            device: DeviceId(9),
            officer: OfficerNo(9),
            taken_over: kind == 18,
        },
        19 => Event::CounterClosed { counter },
        20 => Event::BreakStarted {
            counter,
            reason: BreakReason::Other,
            minutes: Some(u16::MAX),
        },
        21 => Event::BreakEnded { counter },
        22 => Event::PaperReported {
            ticket,
            result: PaperResult::Unknown,
            cause: None,
        },
        23 => Event::ReprintAsked {
            ticket,
            kiosk: DeviceId(3),
        },
        24 => Event::HelpStarted {
            counter,
            service,
            handicap_s: u32::MAX,
        },
        25 => Event::HelpEnded { counter, service },
        26 | 27 => Event::ServiceFinished {
            ticket,
            outcome: Outcome::Guided,
            dossiers: u16::MAX,
            counter,
            service,
            purpose: Purpose::Collect,
            here: kind == 27,
        },
        28 => Event::DayEnded { date: plan::MONDAY },
        _ => Event::DayOpened { date: plan::MONDAY },
    }
}
