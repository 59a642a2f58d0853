use super::picture::Waiting;
use super::steps::{Steps, page, pages};
use queue_protocol::views::{BoardQueue, MinuteRange, WaitRange};
use queue_protocol::{Catalogue, Language};
use std::time::Duration;

/// Two columns of six.
const QUEUES_A_PAGE: usize = 12;

/// How many wait for a service, and how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueRow {
    /// The letter of its numbers.
    pub letter: String,
    /// Its short name; empty as long as the catalogue has not come.
    pub name: String,
    /// People waiting.
    pub people: u32,
    /// The likely wait; `None` where no counter is open or scheduled.
    pub wait: Option<MinuteRange>,
}

/// The page of queues that stands now.
pub(super) fn waiting(
    queues: &[BoardQueue],
    catalogue: Option<&Catalogue>,
    language: Language,
    steps: &mut Steps,
    now: Duration,
) -> Waiting {
    let pages = pages(queues.len(), QUEUES_A_PAGE);
    let at = steps.turn(pages, now);
    let row = |queue: &BoardQueue| QueueRow {
        letter: queue.letter.clone(),
        name: catalogue
            .and_then(|catalogue| board_name(catalogue, &queue.service, language))
            .unwrap_or_default(),
        people: queue.waiting,
        wait: queue.wait.map(WaitRange::in_minutes),
    };
    Waiting {
        rows: page(queues, at, QUEUES_A_PAGE).iter().map(row).collect(),
        page: at,
        pages,
    }
}

fn board_name(catalogue: &Catalogue, service: &str, language: Language) -> Option<String> {
    let mut services = catalogue.services.iter();
    let service = services.find(|known| known.code == service)?;
    Some(service.board_name.get(language).to_owned())
}
