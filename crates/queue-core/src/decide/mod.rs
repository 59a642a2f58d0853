//! The judge: a command against the state, giving events or a refusal. Nothing is changed here.

use crate::{Actor, Centre, ClassCode, Command, Event, Moment, Refusal};

/// What a command makes true.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decision {
    /// The events, in order; none when nothing changes (an empty queue, a turn to the same day).
    pub events: Vec<Event>,
    /// Classes to add to the day's counts, joined to no ticket.
    pub counted: Vec<ClassCode>,
}
