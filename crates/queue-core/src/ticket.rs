//! One visitor's place: a ticket and its life.

use crate::{
    CounterNo, DeviceId, Language, Moment, Number, ProcedureCode, Purpose, Seq, ServiceCode, Stay,
};

/// A ticket's id: the `seq` of its issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TicketId(pub u64);

/// A call's id: the `seq` of the call, recall or resumption that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CallId(pub u64);

impl From<Seq> for TicketId {
    fn from(seq: Seq) -> Self {
        Self(seq.0)
    }
}

impl From<Seq> for CallId {
    fn from(seq: Seq) -> Self {
        Self(seq.0)
    }
}

/// What came of a visit (form names of Circular 03/2025).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The dossier was received.
    Received,
    /// Supplements were asked for.
    SupplementAsked,
    /// The dossier was refused.
    Refused,
    /// A result was returned.
    ResultReturned,
    /// Guidance was given.
    Guided,
    /// The visitor was sent to another agency.
    SentElsewhere,
}

/// Where a ticket stands. Every change ends one stay and begins the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TicketState {
    /// In the queue of its service, or of one counter of it.
    Waiting {
        /// Set by a transfer to a counter; that counter alone calls it while it is open.
        counter: Option<CounterNo>,
    },
    /// Called, on its way to the counter.
    Called {
        /// Where to.
        counter: CounterNo,
        /// The newest call.
        call: CallId,
    },
    /// At the counter.
    Serving {
        /// Which one.
        counter: CounterNo,
    },
    /// Set aside, coming back to any counter that serves its service.
    Held {
        /// The counter that set it aside.
        counter: CounterNo,
        /// When the visitor means to be back.
        back_at: Option<Moment>,
    },
    /// Done.
    Finished {
        /// What came of it.
        outcome: Outcome,
        /// Where.
        counter: CounterNo,
    },
    /// Called in vain; may be restored within the grace time.
    NoShow {
        /// Where it had been called to.
        counter: CounterNo,
    },
    /// Given up. The number is not used again.
    Cancelled,
    /// Still open when its day ended.
    Expired,
}

impl TicketState {
    /// The counter that has the visitor called or at the counter, if any.
    #[must_use]
    pub const fn busy_at(&self) -> Option<CounterNo> {
        match self {
            Self::Called { counter, .. } | Self::Serving { counter } => Some(*counter),
            _ => None,
        }
    }

    /// Whether nothing more can happen today except a restore.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        matches!(
            self,
            Self::Finished { .. } | Self::NoShow { .. } | Self::Cancelled | Self::Expired
        )
    }
}

/// One visitor's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// Its id.
    pub id: TicketId,
    /// Its number.
    pub number: Number,
    /// The queue it belongs to; a transfer changes it.
    pub service: ServiceCode,
    /// What for.
    pub purpose: Purpose,
    /// What for in detail, where known.
    pub procedure: Option<ProcedureCode>,
    /// In which language.
    pub language: Language,
    /// The kiosk or counter that issued it.
    pub issued_by: DeviceId,
    /// When it was issued.
    pub arrived_at: Moment,
    /// What the rank counts from: the arrival, or a second or later restoring.
    pub ranked_from: Moment,
    /// The head start of its class in seconds; 0 without priority.
    pub head_start_s: u32,
    /// The mark that staff and boards see.
    pub priority: bool,
    /// Where it stands.
    pub state: TicketState,
    /// Since when.
    pub since: Moment,
    /// When it was last called or resumed (a recall does not count); `None` before.
    pub called_at: Option<Moment>,
    /// When the service in hand began to take a counter's time: that call, or the end of the service
    /// before it in the same visit.
    pub begun_at: Option<Moment>,
    /// Recalls since the last call.
    pub recalls: u8,
    /// Restores so far today.
    pub restores: u8,
    /// Whether a kiosk has reported what became of a slip of it.
    pub slip_reported: bool,
    /// Whether it came into its queue by transfer or return, its rank kept.
    pub rank_kept: bool,
    /// Where it has been before, oldest first.
    pub stays: Vec<Stay>,
    /// When it was last sent to another queue, unless its visitor was at the counter then and knows of it.
    pub transferred_at: Option<Moment>,
}

impl Ticket {
    /// The key of the order: the smallest goes first, ties by id (design section 2).
    #[must_use]
    pub fn rank(&self) -> Moment {
        self.ranked_from.plus_s(-i64::from(self.head_start_s))
    }
}
