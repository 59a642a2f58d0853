use queue_protocol::views::{BoardQueue, MinuteRange, WaitRange};
use queue_protocol::{Catalogue, Language};

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

/// All queues, in the service's order.
pub(super) fn waiting(
    queues: &[BoardQueue],
    catalogue: Option<&Catalogue>,
    language: Language,
) -> Vec<QueueRow> {
    let row = |queue: &BoardQueue| QueueRow {
        letter: queue.letter.clone(),
        name: catalogue
            .and_then(|catalogue| board_name(catalogue, &queue.service, language))
            .unwrap_or_default(),
        people: queue.waiting,
        wait: queue.wait.map(WaitRange::in_minutes),
    };
    queues.iter().map(row).collect()
}

fn board_name(catalogue: &Catalogue, service: &str, language: Language) -> Option<String> {
    let mut services = catalogue.services.iter();
    let service = services.find(|known| known.code == service)?;
    Some(service.board_name.get(language).to_owned())
}
