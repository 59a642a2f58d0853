//! The questions about tickets beside the own visitor: find one, give one by hand, tell one.

use super::options::{self, OptionRow};
use super::question::{Question, ServiceRow, place, service_row};
use super::visitor::stay_part;
use super::{StayPart, clock, minutes};
use crate::view_model::dialog::{Deed, Find, Found, Given, Help, Wish};
use crate::view_model::{Desk, Why};
use queue_protocol::{ProblemCode, TicketState};

/// Something that can be done with a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeedRow {
    /// What.
    pub deed: Deed,
    /// Why not.
    pub why: Option<Why>,
}

/// What is known of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoundPart {
    /// No number yet.
    Nothing,
    /// It is being asked for.
    Asking,
    /// There is none today.
    Unknown,
    /// The service did not answer.
    Unanswered,
    /// Where it stands.
    Ticket {
        /// How.
        state: TicketState,
        /// The mark.
        priority: bool,
        /// The queue's name.
        service: String,
        /// The counter, where it is at one; 0: none.
        counter: u16,
        /// Since when, "09:47".
        since: String,
        /// When it was issued.
        issued_at: String,
        /// Minutes waited.
        waited_min: u32,
        /// Where it was before today, newest first.
        stays: Vec<StayPart>,
    },
}

pub(super) fn to_find(desk: &Desk, find: &Find) -> Question {
    let lines = find.deed.lines();
    let deeds = Deed::ALL.map(|deed| DeedRow {
        deed,
        why: find.why_not(deed),
    });
    Question::Find {
        typed: find.typed.0.clone(),
        found: found(desk, &find.found),
        deeds: (deeds.to_vec(), place(&Deed::ALL, &find.deed)),
        options: (
            options::rows(desk, &find.answers, lines),
            find.answers.line(lines),
        ),
    }
}

fn found(desk: &Desk, found: &Found) -> FoundPart {
    match found {
        Found::Nothing => FoundPart::Nothing,
        Found::Asking(_) => FoundPart::Asking,
        Found::Refused(_, Some(ProblemCode::UnknownTicket)) => FoundPart::Unknown,
        Found::Refused(..) => FoundPart::Unanswered,
        Found::Ticket(ticket) => FoundPart::Ticket {
            state: ticket.state,
            priority: ticket.priority,
            service: desk
                .service(&ticket.service)
                .map_or_else(String::new, |service| {
                    service.name.get(desk.language).to_owned()
                }),
            counter: ticket.counter.unwrap_or(0),
            since: clock(ticket.since),
            issued_at: clock(ticket.issued_at),
            waited_min: minutes(ticket.waited_s),
            stays: ticket
                .stays
                .iter()
                .rev()
                .map(|stay| stay_part(desk, stay))
                .collect(),
        },
    }
}

pub(super) fn to_issue(desk: &Desk, wish: &Wish) -> Question {
    let rows = desk.services().iter().map(|service| ServiceRow {
        off: false,
        ..service_row(desk, &service.code)
    });
    let (place, service) = chosen(desk, &wish.service);
    Question::Issue {
        services: (rows.collect(), place),
        service,
        options: answers(desk, wish),
    }
}

pub(super) fn to_next(desk: &Desk, wish: &Wish) -> Question {
    let rows = desk.services().iter().map(|service| ServiceRow {
        off: !desk.calls(&service.code) && !desk.served_today(&service.code),
        ..service_row(desk, &service.code)
    });
    let (place, service) = chosen(desk, &wish.service);
    Question::NextService {
        services: (rows.collect(), place),
        service,
        options: answers(desk, wish),
        here: desk.calls(&wish.service),
    }
}

/// The place of a service in the list, and its short name.
fn chosen(desk: &Desk, code: &str) -> (usize, String) {
    let mut services = desk.services().iter();
    let name = desk
        .service(code)
        .map(|service| service.board_name.get(desk.language));
    (
        services
            .position(|service| service.code == code)
            .unwrap_or(0),
        name.unwrap_or_default().to_owned(),
    )
}

fn answers(desk: &Desk, wish: &Wish) -> (Vec<OptionRow>, usize) {
    (
        options::rows(desk, &wish.answers, wish.lines),
        wish.answers.line(wish.lines),
    )
}

pub(super) fn to_help(desk: &Desk, help: &Help) -> Question {
    let rows = desk.services().iter().map(|service| ServiceRow {
        off: desk.serves(&service.code),
        ..service_row(desk, &service.code)
    });
    let (place, service) = chosen(desk, &help.service);
    Question::Help {
        services: (rows.collect(), place),
        service,
        begins: help.begins(desk),
    }
}

pub(super) fn to_tell(desk: &Desk, given: &Given) -> Question {
    let ticket = &given.ticket;
    let counters: Vec<String> = ticket.counters.iter().map(u16::to_string).collect();
    Question::Given {
        number: ticket.number.clone(),
        priority: ticket.priority,
        counters: counters.join(", "),
        ahead: ticket.people_ahead,
        wait_min: ticket
            .wait
            .map(|wait| (minutes(wait.likely_s), minutes(wait.cautious_s))),
        kiosk: options::kiosk(desk, given.kiosk),
    }
}
