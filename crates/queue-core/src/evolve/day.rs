//! The turn of the day.

use super::place::go;
use crate::{Centre, Moment, TicketId, TicketState};
use chrono::NaiveDate;
use std::sync::Arc;

/// The tickets of older days are gone; only the adopted centre stays.
pub(super) fn opened(centre: &mut Centre, date: NaiveDate) {
    *centre = Centre {
        day: Some(date),
        ..Centre::new(Arc::clone(&centre.catalogue))
    };
}

pub(super) fn ended(centre: &mut Centre, at: Moment, date: NaiveDate) {
    if centre.day != Some(date) {
        return;
    }
    let open = centre
        .tickets
        .values()
        .filter(|ticket| !ticket.state.is_over());
    for id in open.map(|ticket| ticket.id).collect::<Vec<TicketId>>() {
        go(centre, at, id, TicketState::Expired);
    }
    centre.missed.clear();
    centre.desks.clear();
    centre.paper.clear();
    centre.reprints.clear();
    centre.day = None;
}
