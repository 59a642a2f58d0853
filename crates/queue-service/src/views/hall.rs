//! The hall at a glance.

use super::Scene;
use crate::api::convert::ToWire as _;
use queue_core::{CounterNo, CounterState, Desk, Service, TicketState};
use queue_protocol::CounterStatus;
use queue_protocol::views::{BoardHealth, HallCounter, HallQueue, HallView, PaperDoubt};

/// What officers and the manager see of the whole hall.
pub(crate) fn hall_view(scene: &Scene<'_>) -> HallView {
    let centre = scene.centre;
    let finished = |state| matches!(state, TicketState::Finished { .. });
    HallView {
        catalogue: scene.around.today.catalogue.digest.clone(),
        issuing: scene.issuing(),
        queues: scene
            .services()
            .map(|service| queue(scene, service))
            .collect(),
        counters: scene
            .catalogue()
            .counters
            .keys()
            .map(|number| counter(scene, *number))
            .collect(),
        kiosks: scene.around.kiosks.clone(),
        boards: boards(scene),
        paper: paper(scene),
        issued: count(centre.tickets.len()),
        finished: count(
            centre
                .tickets
                .values()
                .filter(|t| finished(t.state))
                .count(),
        ),
        warnings: scene.around.warnings.clone(),
    }
}

fn queue(scene: &Scene<'_>, service: &Service) -> HallQueue {
    let (mut priority_waiting, mut longest_s) = (0, 0);
    for ticket in scene.queue(&service.code) {
        priority_waiting += u32::from(ticket.priority);
        longest_s = scene.seconds_since(ticket.arrived_at).max(longest_s);
    }
    HallQueue {
        service: service.code.to_string(),
        letter: service.letter.to_string(),
        waiting: scene.waiting(&service.code),
        priority_waiting,
        longest_s,
        wait: scene.ordinary_wait(&service.code),
        served_today: scene.served_today(service),
    }
}

fn counter(scene: &Scene<'_>, number: CounterNo) -> HallCounter {
    let desk = scene.centre.desks.get(&number);
    let ticket = desk
        .and_then(|desk| desk.ticket)
        .and_then(|id| scene.centre.tickets.get(&id));
    HallCounter {
        number: number.0,
        status: status(desk),
        officer: desk.map(|desk| desk.officer.0),
        ticket: ticket.map(|ticket| ticket.number.to_string()),
    }
}

fn boards(scene: &Scene<'_>) -> Vec<BoardHealth> {
    let boards = scene.around.boards.iter();
    let health = boards.map(|board| {
        let state = scene.around.presence.board_state(board.device);
        BoardHealth {
            device: board.device.0,
            name: board.name.clone(),
            connected: board.connected,
            speaks: board.speaks,
            sound: state.sound,
            layout: state.layout,
            lost_pictures: state.lost_pictures,
        }
    });
    health.collect()
}

fn paper(scene: &Scene<'_>) -> Vec<PaperDoubt> {
    let doubts = scene.centre.paper.iter();
    let known = doubts.filter_map(|(id, doubt)| Some((scene.centre.tickets.get(id)?, doubt)));
    known
        .map(|(ticket, doubt)| PaperDoubt {
            number: ticket.number.to_string(),
            kiosk: doubt.kiosk.0,
            result: doubt.result.wire(),
            cause: doubt.cause.as_deref().map(str::to_owned),
            since: scene.at(doubt.since),
        })
        .collect()
}

/// Whether a counter with this opening takes visitors.
pub(crate) const fn status(desk: Option<&Desk>) -> CounterStatus {
    match desk {
        None => CounterStatus::Closed,
        Some(Desk {
            state: CounterState::Open,
            ..
        }) => CounterStatus::Open,
        Some(Desk {
            state: CounterState::Break { .. },
            ..
        }) => CounterStatus::Break,
    }
}

pub(super) fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}
