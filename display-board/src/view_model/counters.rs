use super::arrangement::Grid;
use super::picture::Counters;
use super::steps::{Steps, page, pages};
use queue_protocol::views::BoardCounter;
use queue_protocol::{Catalogue, CounterStatus, Language, TicketState};
use std::time::Duration;

/// One row of the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CounterRow {
    /// The number on the plate.
    pub counter: u16,
    /// What stands beside it.
    pub place: Place,
}

/// What a counter does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A visitor is on the way or there.
    Ticket {
        /// The visitor's number.
        number: String,
        /// The mark of priority.
        priority: bool,
        /// Still on the way: the row is yellow.
        called: bool,
    },
    /// Takes visitors; nobody is there.
    Open,
    /// Pauses.
    Break,
    /// Closed.
    Closed,
}

impl From<&BoardCounter> for CounterRow {
    fn from(counter: &BoardCounter) -> Self {
        let place = match (&counter.ticket, counter.status) {
            (Some(number), _) => Place::Ticket {
                number: number.clone(),
                priority: counter.priority,
                called: counter.state == Some(TicketState::Called),
            },
            (None, CounterStatus::Open) => Place::Open,
            (None, CounterStatus::Break) => Place::Break,
            (None, CounterStatus::Closed) => Place::Closed,
        };
        Self {
            counter: counter.number,
            place,
        }
    }
}

/// The counters of `grid`, in order.
pub(super) fn in_grid<'a>(
    grid: &Grid,
    counters: &'a [BoardCounter],
    catalogue: Option<&Catalogue>,
) -> Vec<&'a BoardCounter> {
    let zone_of = |number: u16| {
        let mut known = catalogue.into_iter().flat_map(|known| &known.counters);
        known
            .find(|known| known.number == number)
            .map(|known| &known.zone)
    };
    let here = |counter: &&BoardCounter| {
        grid.zones.is_empty()
            || zone_of(counter.number).is_some_and(|zone| grid.zones.contains(zone))
    };
    counters.iter().filter(here).collect()
}

/// The page of `grid` that stands now.
pub(super) fn counters(
    grid: &Grid,
    counters: &[BoardCounter],
    (catalogue, language): (Option<&Catalogue>, Language),
    steps: &mut Steps,
    now: Duration,
) -> Counters {
    let counters = in_grid(grid, counters, catalogue);
    let a_page = grid.table.a_page();
    let pages = pages(counters.len(), a_page);
    let at = steps.turn(pages, now);
    let title = match grid.zones.as_slice() {
        [zone] => zone_name(catalogue, zone, language),
        _ => None,
    };
    Counters {
        title: title.unwrap_or_default(),
        rows: page(&counters, at, a_page)
            .iter()
            .map(|counter| CounterRow::from(*counter))
            .collect(),
        page: at,
        pages,
    }
}

fn zone_name(catalogue: Option<&Catalogue>, code: &str, language: Language) -> Option<String> {
    let mut zones = catalogue?.zones.iter();
    let zone = zones.find(|zone| zone.code == code)?;
    Some(zone.name.get(language).to_owned())
}
