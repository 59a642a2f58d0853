//! What is known of slips.

use crate::centre::PaperDoubt;
use crate::{Centre, DeviceId, Moment, PaperResult, ReasonCode, TicketId};

pub(super) fn reported(
    centre: &mut Centre,
    at: Moment,
    id: TicketId,
    result: PaperResult,
    cause: Option<&ReasonCode>,
) {
    let Some(ticket) = centre.tickets.get_mut(&id) else {
        return;
    };
    ticket.slip_reported = true;
    let kiosk = centre.reprints.remove(&id).unwrap_or(ticket.issued_by);
    if result == PaperResult::Printed {
        centre.paper.remove(&id);
    } else {
        centre.paper.insert(
            id,
            PaperDoubt {
                result,
                cause: cause.cloned(),
                kiosk,
                since: at,
            },
        );
    }
}

pub(super) fn asked(centre: &mut Centre, id: TicketId, kiosk: DeviceId) {
    if !centre.tickets.contains_key(&id) {
        return;
    }
    centre.reprints.insert(id, kiosk);
    if let Some(doubt) = centre.paper.get_mut(&id) {
        doubt.kiosk = kiosk;
    }
}

pub(super) fn cleared(centre: &mut Centre, id: TicketId) {
    centre.paper.remove(&id);
    centre.reprints.remove(&id);
}
