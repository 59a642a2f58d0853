//! What one counter's officer sees.

use super::hall::{count, status};
use super::{Scene, break_end, visitor};
use crate::api::convert::ToWire as _;
use queue_core::{
    CallId, Counter, CounterNo, CounterState, Desk, DeviceId, Ticket, TicketState, order_for,
};
use queue_protocol::views::{CounterView, HeldEntry, MissedEntry, MyDay, QueueEntry};

/// The queue an officer sees ahead.
const QUEUE: usize = 12;

/// The view of counter `number` for `asking`; `None` if the centre has no such counter.
pub(crate) fn counter_view(
    scene: &Scene<'_>,
    number: CounterNo,
    asking: DeviceId,
) -> Option<CounterView> {
    let plate = scene.catalogue().counters.get(&number)?;
    let desk = scene.centre.desks.get(&number);
    let held_by = desk
        .and_then(|desk| desk.ticket)
        .and_then(|id| scene.centre.tickets.get(&id));
    let break_reason = desk.and_then(|desk| match desk.state {
        CounterState::Break { reason, .. } => Some(reason.wire()),
        CounterState::Open => None,
    });
    let boards = on_boards(scene, plate, held_by);
    Some(CounterView {
        catalogue: scene.around.today.catalogue.digest.clone(),
        counter: number.0,
        status: status(desk),
        officer: desk.map(|desk| desk.officer.0),
        yours: desk.is_some_and(|desk| desk.device == asking),
        break_reason,
        back_at: desk.and_then(break_end).map(|end| scene.at(end)),
        issuing: scene.issuing(),
        visitor: held_by.map(|ticket| visitor(scene.centre, ticket, scene.now)),
        reason: held_by
            .and(desk)
            .and_then(|desk| desk.last_reason)
            .map(queue_core::CallReason::wire),
        shown_on: boards.shown_on,
        boards: boards.connected,
        not_shown_on: boards.not_shown_on,
        spoken: boards.spoken,
        spoken_on: boards.spoken_on,
        queue: queue(scene, number),
        helping: desk.map_or_else(Vec::new, |desk| {
            desk.helping.keys().map(ToString::to_string).collect()
        }),
        waiting: count(callable(scene, plate).count()),
        held: held(scene, plate),
        missed: missed(scene, plate),
        my_day: desk.map(|desk| my_day(scene, desk)).unwrap_or_default(),
    })
}

/// What the boards that show a counter have done with its newest call.
struct OnBoards {
    connected: u32,
    shown_on: u32,
    not_shown_on: Vec<String>,
    spoken: bool,
    spoken_on: Vec<String>,
}

fn on_boards(scene: &Scene<'_>, plate: &Counter, ticket: Option<&Ticket>) -> OnBoards {
    let boards = scene.around.boards.iter();
    let showing = boards.filter(|board| board.connected && board.part.has(plate));
    let showing: Vec<_> = showing.collect();
    let call: Option<CallId> = ticket.and_then(|ticket| match ticket.state {
        TicketState::Called { call, .. } => Some(call),
        _ => None,
    });
    let receipt = call
        .map(|call| scene.around.presence.receipt(call))
        .unwrap_or_default();
    let missing = showing
        .iter()
        .filter(|b| !receipt.shown.contains(&b.device));
    let spoken = scene.around.boards.iter();
    let spoken = spoken.filter(|board| receipt.spoken.contains(&board.device));
    OnBoards {
        connected: count(showing.len()),
        shown_on: count(receipt.shown.len()),
        not_shown_on: missing
            .filter(|_| call.is_some())
            .map(|board| board.name.clone())
            .collect(),
        spoken: !receipt.spoken.is_empty(),
        spoken_on: spoken.map(|board| board.name.clone()).collect(),
    }
}

fn queue(scene: &Scene<'_>, number: CounterNo) -> Vec<QueueEntry> {
    let order = order_for(scene.centre, number, QUEUE).into_iter();
    order
        .map(|(ticket, reason)| QueueEntry {
            number: ticket.number.to_string(),
            priority: ticket.priority,
            service: ticket.service.to_string(),
            waited_s: scene.seconds_since(ticket.arrived_at),
            reason: reason.wire(),
        })
        .collect()
}

fn callable<'a>(scene: &'a Scene<'_>, plate: &'a Counter) -> impl Iterator<Item = &'a Ticket> {
    let services = scene.centre.waiting.keys();
    services
        .filter(|service| scene.centre.handicap_s(plate.number, service).is_some())
        .flat_map(|service| scene.queue(service))
        .filter(|ticket| scene.centre.is_free_for(ticket, plate.number))
}

/// Whether the counter may call visitors of the ticket's queue.
fn calls(scene: &Scene<'_>, plate: &Counter, ticket: &Ticket) -> bool {
    let handicap_s = scene.centre.handicap_s(plate.number, &ticket.service);
    handicap_s.is_some()
}

fn held(scene: &Scene<'_>, plate: &Counter) -> Vec<HeldEntry> {
    let tickets = scene
        .centre
        .held
        .iter()
        .filter_map(|id| scene.centre.tickets.get(id));
    let mut held: Vec<HeldEntry> = tickets
        .filter(|ticket| calls(scene, plate, ticket))
        .filter_map(|ticket| match ticket.state {
            TicketState::Held { counter, back_at } => Some(HeldEntry {
                number: ticket.number.to_string(),
                priority: ticket.priority,
                service: ticket.service.to_string(),
                counter: counter.0,
                since: scene.at(ticket.since),
                back_at: back_at.map(|back| scene.at(back)),
            }),
            _ => None,
        })
        .collect();
    held.sort_by_key(|entry| (entry.back_at.is_none(), entry.back_at, entry.since));
    held
}

fn missed(scene: &Scene<'_>, plate: &Counter) -> Vec<MissedEntry> {
    let missed = scene.missed().into_iter();
    missed
        .filter(|(ticket, _)| calls(scene, plate, ticket))
        .filter_map(|(ticket, until)| match ticket.state {
            TicketState::NoShow { counter } => Some(MissedEntry {
                number: ticket.number.to_string(),
                counter: counter.0,
                since: scene.at(ticket.since),
                until: scene.at(until),
            }),
            _ => None,
        })
        .collect()
}

/// The day of the officer who holds the counter.
fn my_day(scene: &Scene<'_>, desk: &Desk) -> MyDay {
    let known = scene.centre.officers.get(&desk.officer);
    let day = known.cloned().unwrap_or_default();
    let mut visits_s = day.visits_s;
    visits_s.sort_unstable();
    let sum: u64 = visits_s.iter().map(|&s| u64::from(s)).sum();
    let mean = sum.checked_div(visits_s.len() as u64);
    let pausing = matches!(desk.state, CounterState::Break { .. });
    MyDay {
        served: day.served,
        median_s: visits_s.get(visits_s.len() / 2).copied(),
        mean_s: mean.and_then(|mean| u32::try_from(mean).ok()),
        no_shows: day.no_shows,
        breaks: day.breaks + u32::from(pausing),
        break_s: day.break_s,
    }
}
