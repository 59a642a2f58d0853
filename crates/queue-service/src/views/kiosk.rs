//! What one kiosk shows.

use super::lease::lease;
use super::{Scene, issued_ticket};
use crate::api::convert::ToWire as _;
use queue_core::{DeviceId, Service};
use queue_protocol::views::{KioskService, KioskView, ReprintJob};

/// The view of the kiosk `device`; without one, as the manager sees it, no reprints.
pub(crate) fn kiosk_view(scene: &Scene<'_>, device: Option<DeviceId>) -> KioskView {
    let sessions = scene.catalogue().hours.sessions(scene.local().date());
    KioskView {
        catalogue: scene.around.today.catalogue.digest.clone(),
        issuing: scene.issuing(),
        holiday: scene.around.today.holiday.clone(),
        today: sessions
            .iter()
            .map(|s| (s.issue_from.to_string(), s.issue_to.to_string()))
            .collect(),
        services: scene
            .services()
            .map(|service| kiosk_service(scene, service))
            .collect(),
        reprints: device.map_or_else(Vec::new, |device| reprints(scene, device)),
        lease: device.and_then(|device| lease(scene, device)),
        staff_coming: device.is_some_and(|device| scene.around.known.of(device).staff_coming),
    }
}

fn kiosk_service(scene: &Scene<'_>, service: &Service) -> KioskService {
    KioskService {
        code: service.code.to_string(),
        issuing: scene.issuing_of(service),
        waiting: scene.waiting(&service.code),
        wait: scene.ordinary_wait(&service.code),
        priority_wait: scene
            .around
            .forecast
            .priority(&service.code)
            .map(queue_core::Estimate::wire),
        left_today: scene.left_today(service),
    }
}

fn reprints(scene: &Scene<'_>, device: DeviceId) -> Vec<ReprintJob> {
    let asked = scene
        .centre
        .reprints
        .iter()
        .filter(|(_, kiosk)| **kiosk == device);
    let tickets = asked.filter_map(|(id, _)| scene.centre.tickets.get(id));
    tickets
        .map(|ticket| {
            let wait = scene
                .around
                .forecast
                .ticket(ticket.id)
                .map(queue_core::Estimate::wire);
            ReprintJob {
                ticket: issued_ticket(scene.centre, ticket, wait, &scene.around.secret),
                procedure: ticket.procedure.as_deref().map(str::to_owned),
                language: ticket.language.wire(),
                first: !ticket.slip_reported && !scene.around.blocks.contains(&ticket.issued_by),
            }
        })
        .collect()
}
