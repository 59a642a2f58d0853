use super::{Call, CounterRow, Notice, Place, QueueRow, SLOTS};
use chrono::{DateTime, FixedOffset};
use queue_protocol::ClosedReason;
use queue_protocol::views::BoardCall;

/// Everything on the screen at one moment, in the language of the board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// The centre's name; empty as long as the catalogue has not come.
    pub centre: String,
    /// The service's time; unknown before the first frame.
    pub time: Option<DateTime<FixedOffset>>,
    /// Since when the service is away: the picture is of then.
    pub offline_since: Option<DateTime<FixedOffset>>,
    /// The left side.
    pub panel: Panel,
    /// The right side.
    pub counters: Counters,
    /// Under the spotlight.
    pub waiting: Waiting,
    /// The line at the foot.
    pub notice: Option<Notice>,
}

impl Picture {
    /// Whether a visitor can see the call: in the spotlight, or as a yellow row of the page that stands.
    #[must_use]
    pub fn shows(&self, call: &BoardCall) -> bool {
        let spotlit = match &self.panel {
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
        spotlit || (call.called && self.counters.rows.iter().any(in_row))
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
        next: Option<DateTime<FixedOffset>>,
    },
    /// One call, or the last one, or none.
    Card(Card),
    /// Two to six calls in fixed slots.
    List(Box<[Option<SlotPicture>; SLOTS]>),
}

/// The big card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Card {
    /// The number just called.
    Now(SlotPicture),
    /// The last call; its visitor is still at the counter.
    Last(Call),
    /// Nobody was called lately. Whether any counter is open.
    Idle {
        /// Whether visitors can be called soon.
        open: bool,
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
    /// It moves there from a row of the grid, counted on the page that stands.
    FromRow(usize),
    /// It just stands there.
    Standing,
}

/// One page of the grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// At most 24, by number.
    pub rows: Vec<CounterRow>,
    /// Which page, from 0.
    pub page: usize,
    /// Of how many.
    pub pages: usize,
}

/// One page of queues.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// At most twelve, most used first.
    pub rows: Vec<QueueRow>,
    /// Which page, from 0.
    pub page: usize,
    /// Of how many.
    pub pages: usize,
}
