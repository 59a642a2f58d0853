//! What boards show and speak.

use super::hall::status;
use super::{Part, Scene, break_end};
use crate::api::convert::ToWire as _;
use queue_core::{Call, Counter, CounterNo, DeviceId, Moment, Service, Ticket, TicketState};
use queue_protocol::views::{BoardCall, BoardCounter, BoardQueue, BoardTransfer};
use queue_protocol::{BoardView, ScreenRef};

/// A call stays on the boards at least this long.
const SHOWN_FOR_S: i64 = 120;
/// The newest calls a board lists.
const CALLS: usize = 200;

/// The view of one board; `None` where there is no such board.
pub(crate) fn own_view(scene: &Scene<'_>, device: DeviceId) -> Option<BoardView> {
    let board = scene.board(device)?;
    let layout = scene.layout(board);
    let zone = board.zone.as_deref();
    Some(BoardView {
        screen: layout.map(|stored| ScreenRef {
            name: stored.layout.screen.clone(),
            digest: stored.digest.clone(),
        }),
        speaks: board.speaks,
        ..view_of(scene, &board.part, zone)
    })
}

/// What boards of `zone`, or of the whole hall, show.
pub(crate) fn zone_view(scene: &Scene<'_>, zone: Option<&str>) -> BoardView {
    view_of(scene, &Part::zone(zone), zone)
}

fn view_of(scene: &Scene<'_>, part: &Part, zone: Option<&str>) -> BoardView {
    let counters = scene.catalogue().counters.values();
    let counters: Vec<&Counter> = counters.filter(|counter| part.has(counter)).collect();
    let here = |number: CounterNo| counters.iter().any(|counter| counter.number == number);
    let served = |service: &&Service| {
        counters
            .iter()
            .any(|counter| counter.serves.contains(&service.code))
    };
    let missed_here = |ticket: &Ticket| match ticket.state {
        TicketState::NoShow { counter } => here(counter),
        _ => false,
    };
    BoardView {
        catalogue: scene.around.today.catalogue.digest.clone(),
        zone: zone.map(str::to_owned),
        issuing: scene.issuing(),
        counters: counters
            .iter()
            .map(|counter| board_counter(scene, counter.number))
            .collect(),
        calls: calls(scene, here),
        queues: scene
            .services()
            .filter(&served)
            .map(|service| queue(scene, service))
            .collect(),
        missed: scene
            .missed()
            .into_iter()
            .filter(|(ticket, _)| missed_here(ticket))
            .map(|(ticket, _)| ticket.number.to_string())
            .collect(),
        transfers: transfers(scene, served),
        screen: None,
        speaks: false,
    }
}

/// Visitors sent to a queue of these services lately, oldest first.
fn transfers(scene: &Scene<'_>, served: impl Fn(&&Service) -> bool) -> Vec<BoardTransfer> {
    let queues = scene.services().filter(served);
    let waiting = queues.flat_map(|service| scene.queue(&service.code));
    let mut transferred: Vec<_> = waiting
        .filter_map(|ticket| Some((ticket.transferred_at?, ticket)))
        .filter(|(at, _)| scene.now.since_s(*at) <= SHOWN_FOR_S)
        .collect();
    transferred.sort_unstable_by_key(|(at, ticket)| (*at, ticket.id));
    let transfer = |(at, ticket): (Moment, &Ticket)| BoardTransfer {
        number: ticket.number.to_string(),
        counter: match ticket.state {
            TicketState::Waiting { counter } => counter.map(|counter| counter.0),
            _ => None,
        },
        at: scene.at(at),
    };
    transferred.into_iter().map(transfer).collect()
}

fn board_counter(scene: &Scene<'_>, number: CounterNo) -> BoardCounter {
    let desk = scene.centre.desks.get(&number);
    let ticket = desk
        .and_then(|desk| desk.ticket)
        .and_then(|id| scene.centre.tickets.get(&id));
    BoardCounter {
        number: number.0,
        status: status(desk),
        back_at: desk.and_then(break_end).map(|end| scene.at(end)),
        ticket: ticket.map(|ticket| ticket.number.to_string()),
        priority: ticket.is_some_and(|ticket| ticket.priority),
        state: ticket.map(|ticket| ticket.state.wire()),
    }
}

/// Every called ticket's newest call and every call of the last two minutes, oldest first.
fn calls(scene: &Scene<'_>, here: impl Fn(CounterNo) -> bool) -> Vec<BoardCall> {
    let kept = scene.centre.calls.iter().filter(|call| here(call.counter));
    let mut calls: Vec<BoardCall> = kept
        .filter_map(|call| {
            let ticket = scene.centre.tickets.get(&call.ticket)?;
            let recent = scene.now.since_s(call.at) <= SHOWN_FOR_S;
            (recent || is_newest(ticket, call)).then(|| board_call(scene, ticket, call))
        })
        .collect();
    calls.extend(older_than_kept(scene, &here));
    calls.sort_unstable_by_key(|call| call.id);
    calls.drain(..calls.len().saturating_sub(CALLS));
    calls
}

fn is_newest(ticket: &Ticket, call: &Call) -> bool {
    matches!(ticket.state, TicketState::Called { call: newest, .. } if newest == call.id)
}

/// Visitors still on their way though so many were called since that the state dropped their call.
fn older_than_kept(
    scene: &Scene<'_>,
    here: impl Fn(CounterNo) -> bool,
) -> impl Iterator<Item = BoardCall> {
    let oldest_kept = scene.centre.calls.front().map(|call| call.id);
    let visitors = scene.centre.desks.values().filter_map(|desk| desk.ticket);
    let tickets = visitors.filter_map(|id| scene.centre.tickets.get(&id));
    tickets.filter_map(move |ticket| match ticket.state {
        TicketState::Called { counter, call } if here(counter) && Some(call) < oldest_kept => {
            let attempt = ticket.recalls.saturating_add(1);
            let call = Call {
                id: call,
                ticket: ticket.id,
                counter,
                at: ticket.since,
                attempt,
            };
            Some(board_call(scene, ticket, &call))
        }
        _ => None,
    })
}

fn board_call(scene: &Scene<'_>, ticket: &Ticket, call: &Call) -> BoardCall {
    BoardCall {
        id: call.id.0,
        number: ticket.number.to_string(),
        counter: call.counter.0,
        at: scene.at(call.at),
        language: ticket.language.wire(),
        priority: ticket.priority,
        attempt: call.attempt,
        called: matches!(ticket.state, TicketState::Called { counter, .. } if counter == call.counter),
        spoken: scene.around.presence.was_spoken(call.id),
    }
}

fn queue(scene: &Scene<'_>, service: &Service) -> BoardQueue {
    BoardQueue {
        service: service.code.to_string(),
        letter: service.letter.to_string(),
        waiting: scene.waiting(&service.code),
        wait: scene.ordinary_wait(&service.code),
    }
}
