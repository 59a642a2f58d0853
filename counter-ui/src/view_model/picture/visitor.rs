//! The visitor at the counter; while there is none, who is next.

use super::lists::{QueueRow, ReasonPart, queue_row};
use super::{clock, minutes, minutes_since};
use crate::view_model::Desk;
use queue_protocol::views::{Stay, Visitor};
use queue_protocol::{Language, Purpose, TicketState};
use tokio::time::Instant;

/// What the large field shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Nobody waits.
    Idle,
    /// Somebody waits.
    Ready,
    /// A visitor is on the way.
    Called,
    /// A visitor is at the counter.
    Serving,
    /// The counter is on a break.
    Pausing,
}

/// Where the visitor was earlier today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StayPart {
    /// How it was.
    pub state: TicketState,
    /// Since when, "08:52".
    pub since: String,
    /// The counter, where it was at one.
    pub counter: Option<u16>,
    /// The queue's short name.
    pub service: String,
    /// For how many minutes.
    pub for_min: u32,
}

/// The large field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitorPart {
    /// What it shows.
    pub stage: Stage,
    /// The number; empty while there is nobody.
    pub number: String,
    /// The mark.
    pub priority: bool,
    /// The queue's name.
    pub service: String,
    /// What for.
    pub purpose: Purpose,
    /// Since when called or served, "09:47".
    pub since: String,
    /// For how many minutes.
    pub for_min: u32,
    /// 1 after the call, 2 after the first recall.
    pub attempt: u32,
    /// How many more recalls are usual.
    pub recalls_left: u32,
    /// Recalls after which a no-show is suggested.
    pub recall_limit: u32,
    /// Boards that showed the call.
    pub shown_on: u32,
    /// Boards that are connected.
    pub boards: u32,
    /// Whether it was spoken.
    pub spoken: bool,
    /// The procedure's official name; empty where unknown.
    pub procedure: String,
    /// Papers to bring, where known, and whether each was looked at.
    pub papers: Vec<(String, bool)>,
    /// Where the visitor has been before today, newest first.
    pub stays: Vec<StayPart>,
    /// Minutes waited before the first call.
    pub waited_min: u32,
    /// When the number was taken, "09:23".
    pub issued_at: String,
    /// The language that the visitor chose.
    pub language: Language,
    /// Why this visitor.
    pub reason: Option<ReasonPart>,
    /// Who is next.
    pub next: Option<QueueRow>,
    /// How many wait.
    pub waiting: u32,
}

pub(super) fn part(desk: &Desk, now: Instant) -> VisitorPart {
    let visitor = desk.visitor();
    let called = |visitor: &Visitor| visitor.state == TicketState::Called;
    let stage = match visitor {
        Some(visitor) if called(visitor) => Stage::Called,
        Some(_) => Stage::Serving,
        None if desk.on_break() => Stage::Pausing,
        None if desk.waiting() > 0 => Stage::Ready,
        None => Stage::Idle,
    };
    let (view, time) = (desk.view(), desk.time(now));
    let service = visitor.and_then(|visitor| desk.service(&visitor.service));
    let procedure = visitor.and_then(|visitor| visitor.procedure.as_deref());
    let procedures = desk
        .catalogue
        .as_ref()
        .map_or(&[][..], |catalogue| &catalogue.procedures);
    let procedure = procedures
        .iter()
        .find(|known| Some(known.code.as_str()) == procedure);
    let limit = desk
        .catalogue
        .as_ref()
        .map_or(0, |catalogue| u32::from(catalogue.recall_limit));
    let recalls = visitor.map_or(0, |visitor| u32::from(visitor.recalls));
    let language = desk.language;
    VisitorPart {
        stage,
        number: visitor
            .map(|visitor| visitor.number.clone())
            .unwrap_or_default(),
        priority: visitor.is_some_and(|visitor| visitor.priority),
        service: service.map_or_else(String::new, |known| known.name.get(language).to_owned()),
        purpose: visitor.map_or(Purpose::Submit, |visitor| visitor.purpose),
        since: visitor
            .map(|visitor| clock(visitor.since))
            .unwrap_or_default(),
        for_min: visitor.map_or(0, |visitor| minutes_since(visitor.since, time)),
        attempt: recalls + 1,
        recalls_left: limit.saturating_sub(recalls),
        recall_limit: limit,
        shown_on: view.map_or(0, |view| view.shown_on),
        boards: view.map_or(0, |view| view.boards),
        spoken: view.is_some_and(|view| view.spoken),
        procedure: procedure.map_or_else(String::new, |known| known.name.get(language).to_owned()),
        papers: procedure.map_or_else(Vec::new, |known| {
            known
                .papers
                .iter()
                .enumerate()
                .map(|(place, paper)| (paper.get(language).to_owned(), looked_at(desk, place)))
                .collect()
        }),
        stays: visitor.map_or_else(Vec::new, |visitor| {
            visitor
                .stays
                .iter()
                .rev()
                .map(|stay| stay_part(desk, stay))
                .collect()
        }),
        waited_min: visitor.map_or(0, |visitor| minutes(visitor.waited_s)),
        issued_at: visitor
            .map(|visitor| clock(visitor.issued_at))
            .unwrap_or_default(),
        language: visitor.map_or(Language::VI, |visitor| visitor.language),
        reason: view
            .and_then(|view| view.reason.as_ref())
            .map(ReasonPart::of),
        next: desk.queue().first().map(|entry| queue_row(desk, entry)),
        waiting: desk.waiting(),
    }
}

fn looked_at(desk: &Desk, place: usize) -> bool {
    let papers = desk.draft.map_or(0, |draft| draft.papers);
    u32::try_from(place)
        .is_ok_and(|place| papers.checked_shr(place).is_some_and(|bits| bits & 1 == 1))
}

pub(super) fn stay_part(desk: &Desk, stay: &Stay) -> StayPart {
    StayPart {
        state: stay.state,
        since: clock(stay.since),
        counter: stay.counter,
        service: desk
            .service(&stay.service)
            .map_or_else(String::new, |known| {
                known.board_name.get(desk.language).to_owned()
            }),
        for_min: minutes(stay.for_s),
    }
}
