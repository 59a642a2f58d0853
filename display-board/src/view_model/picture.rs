use super::{Arrangement, Call, CounterRow, Notice, Pause, Place, QueueRow, SLOTS, Sign, Time};
use queue_protocol::ClosedReason;
use queue_protocol::layout;
use queue_protocol::views::BoardCall;
use std::sync::Arc;

/// Everything on the screen at one moment, in the language of the board.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// What stands where.
    pub arrangement: Arc<Arrangement>,
    /// How far all of it is moved, so that nothing burns in.
    pub shift: (i8, i8),
    /// The centre's name; empty as long as the catalogue has not come.
    pub centre: String,
    /// The service's time; unknown before the first frame.
    pub time: Option<Time>,
    /// Since when the service is away: the picture is of then.
    pub offline_since: Option<Time>,
    /// The spotlight.
    pub panel: Panel,
    /// Counters, as the arrangement has grids of them.
    pub grids: Vec<Counters>,
    /// The newest calls that are not in the spotlight, newest first.
    pub calls: Vec<Call>,
    /// Who waits for which service.
    pub waiting: Paged<QueueRow>,
    /// Counters on break or closed.
    pub pauses: Paged<Pause>,
    /// Numbers called in vain.
    pub missed: Paged<String>,
    /// The notice line.
    pub notice: Option<Notice>,
    /// The picture of the playlist.
    pub shown: Option<layout::Picture>,
    /// The sign of the one counter.
    pub sign: Option<Sign>,
}

impl Picture {
    /// The call that is marked as being spoken.
    #[must_use]
    pub fn spoken(&self) -> Option<&Call> {
        let marked = |slot: &&SlotPicture| slot.speaking;
        match &self.panel {
            Panel::Offline { speaking } => speaking.as_ref(),
            Panel::Card(Card::Now(slot)) => Some(slot).filter(marked).map(|slot| &slot.call),
            Panel::List(slots) => {
                let mut slots = slots.iter().flatten();
                slots.find(marked).map(|slot| &slot.call)
            }
            _ => None,
        }
    }

    /// Whether a visitor can see the call: in the spotlight, among the newest calls, on the counter's sign, or as a yellow
    /// row of a page that stands.
    #[must_use]
    pub fn shows(&self, call: &BoardCall) -> bool {
        let at = &self.arrangement;
        let spotlit = match &self.panel {
            _ if at.spotlight.place.width == 0.0 => false,
            Panel::Card(Card::Now(slot)) => slot.shows(call),
            Panel::List(slots) => slots.iter().flatten().any(|slot| slot.shows(call)),
            _ => false,
        };
        let in_row = |row: &CounterRow| match &row.place {
            Place::Ticket { number, called, .. } => {
                *called && row.counter == call.counter && *number == call.number
            }
            Place::Open | Place::Break | Place::Closed => false,
        };
        let mut rows = self.grids.iter().flat_map(|grid| &grid.rows);
        let sign = self.sign.as_ref().filter(|_| at.sign.width > 0.0);
        let listed = || self.calls.iter().any(|listed| listed.id == call.id);
        let on_sign = || sign.is_some_and(|sign| in_row(&sign.row));
        spotlit || listed() || (call.called && (rows.any(in_row) || on_sign()))
    }
}

/// What the left side is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// Just started, nothing has come yet.
    #[default]
    Starting,
    /// The service has never answered.
    NeverConnected,
    /// The service is away; a call that was already handed to the voice still sounds.
    Offline {
        /// That call.
        speaking: Option<Call>,
    },
    /// The hall is shut.
    Closed {
        /// Why.
        reason: ClosedReason,
        /// When numbers are issued again.
        next: Option<Time>,
    },
    /// One call, or the last one, or none.
    Card(Card),
    /// Two to six calls in fixed slots.
    List(Box<[Option<SlotPicture>; SLOTS]>),
}

impl Panel {
    /// The calls that stand in it.
    pub(super) fn calls(&self) -> Vec<&Call> {
        match self {
            Self::Card(Card::Now(slot)) => vec![&slot.call],
            Self::Card(Card::Last(call)) => vec![call],
            Self::List(slots) => slots.iter().flatten().map(|slot| &slot.call).collect(),
            _ => Vec::new(),
        }
    }
}

/// The big card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Card {
    /// The number just called.
    Now(SlotPicture),
    /// The last call; its visitor is still at the counter.
    Last(Call),
    /// Nobody was called lately.
    Idle {
        /// Whether any counter is open, so that visitors can be called soon.
        open: bool,
        /// Whether numbers are given.
        issuing: bool,
    },
}

/// A call in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotPicture {
    /// The call.
    pub call: Call,
    /// The yellow field: this one is spoken now.
    pub filled: bool,
    /// The voice is speaking it.
    pub speaking: bool,
    /// Where it comes from.
    pub arrival: Arrival,
}

impl SlotPicture {
    fn shows(&self, call: &BoardCall) -> bool {
        self.call.number == call.number && self.call.counter == call.counter
    }
}

/// How a call gets to its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It moves there from a row of a grid, counted on the page that stands.
    FromRow {
        /// Which grid.
        grid: usize,
        /// Which row.
        row: usize,
    },
    /// It just stands there.
    Standing,
}

/// One page of a grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// The zone's name, where the grid shows one.
    pub title: String,
    /// By number.
    pub rows: Vec<CounterRow>,
    /// Which page, from 0.
    pub page: usize,
    /// Of how many.
    pub pages: usize,
}

/// One page of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paged<T> {
    /// What stands on it.
    pub rows: Vec<T>,
    /// Which page, from 0.
    pub page: usize,
    /// Of how many.
    pub pages: usize,
}

impl<T> Default for Paged<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            page: 0,
            pages: 0,
        }
    }
}
