//! The state of one day. Only `evolve` changes it; replaying the journal gives the same state.

use crate::{
    BreakReason, CallId, CallReason, Catalogue, CounterNo, DeviceId, Letter, LocalTime, Moment,
    Number, OfficerDay, OfficerNo, PaperResult, ReasonCode, ServiceCode, Ticket, TicketId,
    TicketState,
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::Arc;

/// The order of a queue: the rank, ties by ticket id.
pub type QueueKey = (Moment, TicketId);

/// Whether a counter takes visitors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CounterState {
    /// Taking visitors.
    Open,
    /// Pausing.
    Break {
        /// Why.
        reason: BreakReason,
        /// Since when.
        since: Moment,
        /// For about how long.
        minutes: Option<u16>,
    },
}

/// An open counter: bound to one device and one officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// The device that holds the opening.
    pub device: DeviceId,
    /// Who sits there.
    pub officer: OfficerNo,
    /// Since when.
    pub opened_at: Moment,
    /// Open or on a break.
    pub state: CounterState,
    /// The visitor called or at the counter.
    pub ticket: Option<TicketId>,
    /// The reason of the newest call here.
    pub last_reason: Option<CallReason>,
    /// The queues that its officer helps for a while, each with its handicap in seconds.
    pub helping: BTreeMap<ServiceCode, u32>,
}

/// One call, recall or resumption, as boards show and speak it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Its id.
    pub id: CallId,
    /// Whom.
    pub ticket: TicketId,
    /// Where to.
    pub counter: CounterNo,
    /// When.
    pub at: Moment,
    /// 1 for the first call, then one more for each recall.
    pub attempt: u8,
}

/// A slip whose paper needs a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperDoubt {
    /// What the kiosk reported.
    pub result: PaperResult,
    /// The printer's word for why.
    pub cause: Option<ReasonCode>,
    /// Which kiosk reported it, or is asked to print again.
    pub kiosk: DeviceId,
    /// Since when.
    pub since: Moment,
}

/// The state of the day.
#[derive(Debug, Clone, PartialEq)]
pub struct Centre {
    /// The adopted centre.
    pub catalogue: Arc<Catalogue>,
    /// The open day.
    pub day: Option<NaiveDate>,
    /// Every ticket of the day, by id.
    pub tickets: BTreeMap<TicketId, Ticket>,
    /// The day's tickets by number.
    pub by_number: HashMap<Number, TicketId>,
    /// The last number given of each letter.
    pub series: BTreeMap<Letter, u16>,
    /// Numbers given today of each service (a transfer changes nothing here).
    pub issued: BTreeMap<ServiceCode, u32>,
    /// The waiting tickets of each service in order, those bound to one counter included.
    pub waiting: BTreeMap<ServiceCode, BTreeSet<QueueKey>>,
    /// The held tickets.
    pub held: BTreeSet<TicketId>,
    /// The no-shows that are not restored.
    pub missed: BTreeSet<TicketId>,
    /// The open counters.
    pub desks: BTreeMap<CounterNo, Desk>,
    /// The newest calls, oldest first, at most [`Centre::CALLS_KEPT`].
    pub calls: VecDeque<Call>,
    /// Slips in doubt.
    pub paper: BTreeMap<TicketId, PaperDoubt>,
    /// Reprints asked for and not yet reported, with their kiosk.
    pub reprints: BTreeMap<TicketId, DeviceId>,
    /// How long today's newest visits of each service took from call to finish, in seconds, oldest
    /// first, at most [`Centre::VISITS_KEPT`]: what the estimate learns from.
    pub visits: BTreeMap<ServiceCode, VecDeque<u32>>,
    /// What each officer has done today.
    pub officers: BTreeMap<OfficerNo, OfficerDay>,
}

impl Centre {
    /// A board lists at most this many calls (design section 2).
    pub const CALLS_KEPT: usize = 200;
    /// The estimate learns from at most this many visits of a service.
    pub const VISITS_KEPT: usize = 32;

    /// An empty centre before its first day.
    #[must_use]
    pub fn new(catalogue: Arc<Catalogue>) -> Self {
        Self {
            catalogue,
            day: None,
            tickets: BTreeMap::new(),
            by_number: HashMap::new(),
            series: BTreeMap::new(),
            issued: BTreeMap::new(),
            waiting: BTreeMap::new(),
            held: BTreeSet::new(),
            missed: BTreeSet::new(),
            desks: BTreeMap::new(),
            calls: VecDeque::new(),
            paper: BTreeMap::new(),
            reprints: BTreeMap::new(),
            visits: BTreeMap::new(),
            officers: BTreeMap::new(),
        }
    }

    /// The wall clock of the centre at `now`.
    #[must_use]
    pub fn local(&self, now: Moment) -> LocalTime {
        now.local(self.catalogue.settings.offset)
    }

    /// Whether `counter` may call this waiting ticket, as far as a transfer to one counter binds it:
    /// while that counter is open nobody else calls it.
    #[must_use]
    pub fn is_free_for(&self, ticket: &Ticket, counter: CounterNo) -> bool {
        match ticket.state {
            TicketState::Waiting {
                counter: Some(bound),
            } => bound == counter || !self.desks.contains_key(&bound),
            TicketState::Waiting { counter: None } => true,
            _ => false,
        }
    }

    /// The handicap in seconds with which `counter` calls from `service` now, by its plate or because
    /// its officer helps there; `None` if it may not.
    #[must_use]
    pub fn handicap_s(&self, counter: CounterNo, service: &str) -> Option<u32> {
        let plate = self.catalogue.counters.get(&counter)?;
        plate.handicap_s(service).or_else(|| {
            let desk = self.desks.get(&counter)?;
            desk.helping.get(service).copied()
        })
    }

    /// Today's ticket with this number.
    #[must_use]
    pub fn ticket_by_number(&self, number: Number) -> Option<&Ticket> {
        self.by_number
            .get(&number)
            .and_then(|id| self.tickets.get(id))
    }

    /// How many waiting tickets of `service` stand before a ticket of this key.
    #[must_use]
    pub fn people_ahead(&self, service: &str, key: QueueKey) -> usize {
        self.waiting
            .get(service)
            .map_or(0, |queue| queue.range(..key).count())
    }
}
