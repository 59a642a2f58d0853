//! Several services in one visit: to which one does the visitor go on, and what for there?

use super::{Asked, Wish};
use crate::view_model::desk::Draft;
use crate::view_model::{Desk, Verb, Why};

const LINES: [Asked; 1] = [Asked::Purpose];

/// Begins with another service of this counter, or else with the first other one that goes on today.
pub(super) fn ask(desk: &Desk) -> Wish {
    let in_hand = desk.visitor().map(|visitor| visitor.service.as_str());
    let mut own = desk
        .own_services()
        .filter(|service| Some(service.code.as_str()) != in_hand);
    let mut others = desk.services().iter().filter(|service| {
        Some(service.code.as_str()) != in_hand && desk.served_today(&service.code)
    });
    let first = own.next().or_else(|| others.next());
    Wish::new(first.or_else(|| desk.services().first()), &LINES)
}

pub(super) fn verb(wish: &Wish, desk: &Desk) -> Result<Verb, Why> {
    let number = &desk.serving().ok_or(Why::NoVisitor)?.number;
    let Draft {
        outcome, dossiers, ..
    } = desk.draft.ok_or(Why::NoVisitor)?;
    if !desk.calls(&wish.service) && !desk.served_today(&wish.service) {
        return Err(Why::NotServedToday);
    }
    Ok(Verb::NextService {
        number: number.clone(),
        outcome,
        dossiers,
        service: wish.service.clone(),
        purpose: wish.answers.purpose,
    })
}
