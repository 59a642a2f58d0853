//! A number by hand, for somebody who cannot use the kiosk: which service, what for, on paper or read out?

use super::{Asked, Wish};
use crate::view_model::{Desk, Verb, Why};
use queue_protocol::IssuedTicket;

const LINES: [Asked; 4] = [
    Asked::Purpose,
    Asked::Priority,
    Asked::Language,
    Asked::Paper,
];

/// A number that was just given, until it has been told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The ticket.
    pub ticket: IssuedTicket,
    /// The kiosk that prints it; `None`: it is read out.
    pub kiosk: Option<u32>,
}

/// Begins with the first service of this counter.
pub(super) fn ask(desk: &Desk) -> Wish {
    let own = desk.own_services().next();
    Wish::new(own.or_else(|| desk.services().first()), &LINES)
}

pub(super) fn verb(wish: &Wish) -> Result<Verb, Why> {
    if wish.service.is_empty() {
        return Err(Why::NoService);
    }
    Ok(Verb::Issue {
        service: wish.service.clone(),
        purpose: wish.answers.purpose,
        class: wish.answers.class.clone(),
        language: wish.answers.language,
        kiosk: wish.answers.kiosk,
    })
}
