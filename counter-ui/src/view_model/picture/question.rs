//! The question over the desk.

use super::options::{OptionRow, OptionText};
use super::ticket_question::{DeedRow, FoundPart, to_find, to_help, to_issue, to_next, to_tell};
use super::{ReasonPart, clock};
use crate::view_model::dialog::{self, Dialog, Item, MINUTES, Transfer};
use crate::view_model::{Button, Desk, Why};
use chrono::TimeDelta;
use queue_protocol::{BreakReason, CounterStatus, TransferReason};
use tokio::time::Instant;

/// A service to send a visitor to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceRow {
    /// Its letter, which is its key.
    pub letter: String,
    /// Its name.
    pub name: String,
    /// Its counters that are open, "7, 8".
    pub counters: String,
    /// Who waits there.
    pub waiting: u32,
    /// It cannot be chosen.
    pub off: bool,
    /// The officer helps it now.
    pub helped: bool,
}

/// A counter to send a visitor to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CounterRow {
    /// The number on its plate.
    pub number: u16,
    /// Open or on a break.
    pub status: CounterStatus,
    /// Whom it serves.
    pub ticket: String,
}

/// A span of time, and when it ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinutesRow {
    /// How many; `None`: not said.
    pub minutes: Option<u16>,
    /// "10:05"; empty for an open end.
    pub at: String,
}

/// An entry of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuRow {
    /// What.
    pub item: Item,
    /// Why not now.
    pub why: Option<Why>,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// To which queue?
    Transfer {
        /// The services, and the place of the chosen one.
        services: (Vec<ServiceRow>, usize),
        /// The chosen service's counters, and the place of the chosen one; 0: whichever is free first.
        counters: (Vec<CounterRow>, usize),
        /// The chosen service's short name.
        service: String,
        /// Why.
        reason: TransferReason,
        /// The chosen counter; `None`: whichever is free first.
        counter: Option<u16>,
    },
    /// Back at about when?
    Hold(Vec<MinutesRow>, usize),
    /// A break: why, back at about when?
    Pause(BreakReason, Vec<MinutesRow>, usize),
    /// Which number?
    Chosen {
        /// What was typed.
        typed: String,
        /// Whether it stands in the queue shown beside, and why there.
        known: Option<ReasonPart>,
        /// The place of the reason.
        reason: usize,
    },
    /// What else?
    Menu(Vec<MenuRow>, usize),
    /// Which of the held visitors ([`Button::Resume`]) or no-shows ([`Button::Restore`])?
    Pick(Button, usize),
    /// Close the counter?
    Closing {
        /// So many visitors are held at it.
        held: u32,
        /// Another counter is open for its queues.
        others_open: bool,
    },
    /// Which ticket, and what with it?
    Find {
        /// What was typed.
        typed: String,
        /// What is known of it.
        found: FoundPart,
        /// What can be done, and the place of the marked one.
        deeds: (Vec<DeedRow>, usize),
        /// What that asks, and the line that the arrows are on.
        options: (Vec<OptionRow>, usize),
    },
    /// A number by hand: for what?
    Issue {
        /// The services, and the place of the chosen one.
        services: (Vec<ServiceRow>, usize),
        /// The chosen service's short name.
        service: String,
        /// The rest, and the line that the arrows are on.
        options: (Vec<OptionRow>, usize),
    },
    /// This service is done: which is the visitor's next?
    NextService {
        /// The services, and the place of the chosen one.
        services: (Vec<ServiceRow>, usize),
        /// The chosen service's short name.
        service: String,
        /// What for, and the line that the arrows are on.
        options: (Vec<OptionRow>, usize),
        /// The visitor stays at this counter; otherwise waits there, the place in the order kept.
        here: bool,
    },
    /// The number that was given.
    Given {
        /// The number.
        number: String,
        /// The mark.
        priority: bool,
        /// The counters that serve it, "1, 2, 3".
        counters: String,
        /// Who waits before it.
        ahead: u32,
        /// The likely and the cautious wait in minutes.
        wait_min: Option<(u32, u32)>,
        /// The kiosk that prints it.
        kiosk: OptionText,
    },
    /// Which other queue to help?
    Help {
        /// The services, and the place of the chosen one.
        services: (Vec<ServiceRow>, usize),
        /// The chosen service's short name.
        service: String,
        /// Whether Enter begins to help; otherwise it ends it.
        begins: bool,
    },
    /// The officer's day.
    MyDay,
}

/// A question and its answer so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionPart {
    /// What is asked.
    pub question: Question,
    /// About whom; empty where it is about nobody.
    pub number: String,
    /// The mark.
    pub priority: bool,
    /// When the number was taken, "09:23".
    pub issued_at: String,
    /// Why Enter cannot act.
    pub why: Option<Why>,
}

pub(super) fn part(desk: &Desk, now: Instant) -> Option<QuestionPart> {
    let dialog = desk.dialog.as_ref()?;
    let question = match dialog {
        Dialog::Transfer(transfer) => to_transfer(desk, transfer),
        Dialog::Hold(hold) => Question::Hold(minutes(desk, now), place(&MINUTES, &hold.minutes)),
        Dialog::Pause(pause) => Question::Pause(
            pause.reason,
            minutes(desk, now),
            place(&MINUTES, &pause.minutes),
        ),
        Dialog::Chosen(chosen) => Question::Chosen {
            typed: chosen.typed.0.clone(),
            known: desk
                .queue()
                .iter()
                .find(|entry| entry.number == chosen.typed.0)
                .map(|entry| ReasonPart::of(&entry.reason)),
            reason: place(&dialog::CHOSEN_REASONS, &chosen.reason),
        },
        Dialog::Menu(menu) => {
            let rows = Item::ALL.map(|item| MenuRow {
                item,
                why: item.why_not(desk, now),
            });
            Question::Menu(rows.to_vec(), place(&Item::ALL, &menu.marked))
        }
        Dialog::Pick(pick) => Question::Pick(pick.button, pick.place(desk)),
        Dialog::Closing => Question::Closing {
            held: super::count(desk.held_here().count()),
            others_open: desk.others_open(),
        },
        Dialog::Find(find) => to_find(desk, find),
        Dialog::Issue(wish) => to_issue(desk, wish),
        Dialog::NextService(wish) => to_next(desk, wish),
        Dialog::Given(given) => to_tell(desk, given),
        Dialog::Help(help) => to_help(desk, help),
        Dialog::MyDay => Question::MyDay,
    };
    let visitor = desk.visitor();
    Some(QuestionPart {
        question,
        number: visitor
            .map(|visitor| visitor.number.clone())
            .unwrap_or_default(),
        priority: visitor.is_some_and(|visitor| visitor.priority),
        issued_at: visitor
            .map(|visitor| clock(visitor.issued_at))
            .unwrap_or_default(),
        why: dialog.confirm(desk, now).err(),
    })
}

pub(super) fn place<T: PartialEq>(items: &[T], chosen: &T) -> usize {
    items.iter().position(|item| item == chosen).unwrap_or(0)
}

fn minutes(desk: &Desk, now: Instant) -> Vec<MinutesRow> {
    let time = desk.time(now);
    let row = |minutes: &Option<u16>| {
        let span = minutes.map(|minutes| TimeDelta::minutes(minutes.into()));
        let at = time.zip(span).map(|(time, span)| clock(time + span));
        MinutesRow {
            minutes: *minutes,
            at: at.unwrap_or_default(),
        }
    };
    MINUTES.iter().map(row).collect()
}

fn to_transfer(desk: &Desk, transfer: &Transfer) -> Question {
    let services = desk.services();
    let chosen = services
        .iter()
        .position(|service| service.code == transfer.service);
    let counters = transfer.counters(desk);
    let counter = transfer
        .counter
        .and_then(|n| counters.iter().position(|c| c.number == n));
    let counters = counters.into_iter().map(|counter| CounterRow {
        number: counter.number,
        status: counter.status,
        ticket: counter.ticket.clone().unwrap_or_default(),
    });
    Question::Transfer {
        services: (
            services
                .iter()
                .map(|service| service_row(desk, &service.code))
                .collect(),
            chosen.unwrap_or(0),
        ),
        counters: (counters.collect(), counter.map_or(0, |place| place + 1)),
        service: desk
            .service(&transfer.service)
            .map_or_else(String::new, |service| {
                service.board_name.get(desk.language).to_owned()
            }),
        reason: transfer.reason,
        counter: transfer.counter,
    }
}

pub(super) fn service_row(desk: &Desk, code: &str) -> ServiceRow {
    let service = desk.service(code);
    let mut queues = desk.hall_view().into_iter().flat_map(|hall| &hall.queues);
    let open = desk
        .counters_of(code)
        .filter(|counter| counter.status == CounterStatus::Open);
    let open: Vec<String> = open.map(|counter| counter.number.to_string()).collect();
    ServiceRow {
        letter: service
            .map(|service| service.letter.clone())
            .unwrap_or_default(),
        name: service.map_or_else(String::new, |service| {
            service.name.get(desk.language).to_owned()
        }),
        counters: open.join(", "),
        waiting: queues
            .find(|queue| queue.service == code)
            .map_or(0, |queue| queue.waiting),
        off: !desk.served_today(code),
        helped: desk.helping().iter().any(|helped| helped == code),
    }
}
