use super::{CounterRow, Time};
use queue_protocol::views::BoardCounter;
use queue_protocol::{Catalogue, Language};

/// What the sign of a counter says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// The counter, and its visitor or what it does.
    pub row: CounterRow,
    /// What the counter is for; empty as long as the catalogue has not come.
    pub name: String,
    /// When it means to be back from a break, if that is still to come.
    pub until: Option<Time>,
}

/// The sign of the one counter that the board shows; `None` where it is none or several.
pub(super) fn sign(
    counters: &[BoardCounter],
    (catalogue, language): (Option<&Catalogue>, Language),
    time: Time,
) -> Option<Sign> {
    let [counter] = counters else { return None };
    let mut known = catalogue.into_iter().flat_map(|known| &known.counters);
    let known = known.find(|known| known.number == counter.number);
    Some(Sign {
        row: counter.into(),
        name: known
            .map(|known| known.name.get(language).to_owned())
            .unwrap_or_default(),
        until: counter.back_at.filter(|back| *back > time),
    })
}
