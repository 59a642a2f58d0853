use super::Time;
use queue_protocol::CounterStatus;
use queue_protocol::views::BoardCounter;

/// A counter that takes nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    /// Its number.
    pub counter: u16,
    /// Closed, and not only on break.
    pub closed: bool,
    /// Until when, if it said so and that is still to come.
    pub until: Option<Time>,
}

/// Counters on break, then those that are closed, by number; one with a visitor is neither.
pub(super) fn pauses(counters: &[BoardCounter], time: Time) -> Vec<Pause> {
    let of = |status| {
        let counters = counters.iter();
        let pausing = counters.filter(move |one| one.status == status && one.ticket.is_none());
        pausing.map(move |counter| Pause {
            counter: counter.number,
            closed: status == CounterStatus::Closed,
            until: counter.back_at.filter(|back| *back > time),
        })
    };
    of(CounterStatus::Break)
        .chain(of(CounterStatus::Closed))
        .collect()
}
