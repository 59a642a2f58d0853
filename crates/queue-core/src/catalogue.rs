//! The adopted centre, as far as the rules need it: services, counters, procedures, with the dates
//! between which they are valid. Names and texts stay with whoever shows them.

use crate::{Hours, Letter, PriorityClass};
use chrono::{FixedOffset, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The centre's code of a service, such as `tu-phap`.
pub type ServiceCode = Arc<str>;
/// The code of a procedure: the national one where it is known.
pub type ProcedureCode = Arc<str>;
/// The code of a zone of the hall.
pub type ZoneCode = Arc<str>;

/// The number on a counter's plate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CounterNo(pub u16);

/// What a visitor came for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// To submit a dossier.
    Submit,
    /// To collect a result.
    Collect,
    /// To add what was asked for.
    Supplement,
    /// To be told what to do.
    Guidance,
}

/// The dates, both included, between which something is valid; an open end is `None`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Validity {
    /// The first valid day.
    pub from: Option<NaiveDate>,
    /// The last valid day.
    pub until: Option<NaiveDate>,
}

impl Validity {
    /// Whether `date` lies between the two ends.
    #[must_use]
    pub fn includes(&self, date: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date <= until)
    }
}

/// What one queue is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// Its code.
    pub code: ServiceCode,
    /// The letter of its numbers; no two services valid on one day share it.
    pub letter: Letter,
    /// The purposes it takes.
    pub purposes: BTreeSet<Purpose>,
    /// At most this many numbers a day, from kiosks and by hand together.
    pub daily_cap: Option<u32>,
    /// A usual visit at the counter, in seconds: what the estimate starts from.
    pub typical_s: u32,
    /// No more numbers today once the work of those who wait would likely end later than this many
    /// seconds after closing time; `None`: as many as come.
    pub overrun_s: Option<u32>,
    /// Its own hours where they differ from the centre's.
    pub hours: Option<Hours>,
    /// When it exists.
    pub valid: Validity,
}

/// A queue that a counter only helps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    /// The helped service.
    pub service: ServiceCode,
    /// Added to the ranks of that queue when this counter chooses, in seconds.
    pub handicap_s: u32,
}

/// A counter and the queues it may call from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counter {
    /// The number on its plate.
    pub number: CounterNo,
    /// Where it stands.
    pub zone: ZoneCode,
    /// The services it serves.
    pub serves: Vec<ServiceCode>,
    /// The services it only helps.
    pub helps: Vec<Help>,
}

impl Counter {
    /// The handicap in seconds with which this counter calls from `service`; `None` if it may not.
    #[must_use]
    pub fn handicap_s(&self, service: &str) -> Option<u32> {
        if self.serves.iter().any(|own| &**own == service) {
            return Some(0);
        }
        self.helps
            .iter()
            .find(|help| &*help.service == service)
            .map(|help| help.handicap_s)
    }
}

/// What a visitor may have come for in detail, and the service that takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Procedure {
    /// Its code.
    pub code: ProcedureCode,
    /// The service that takes it.
    pub service: ServiceCode,
    /// When it exists (its agency's dates included).
    pub valid: Validity,
}

/// The numbers a centre may choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How long after a no-show a ticket may be restored, in seconds.
    pub grace_s: u32,
    /// Recalls after which a no-show is suggested.
    pub recall_limit: u8,
    /// The share of priority visitors to expect, in percent: widens the cautious estimate.
    pub expected_priority_percent: u8,
    /// Added to the ranks of a queue that an officer helps for a while, in seconds.
    pub help_handicap_s: u32,
    /// Distance of the centre's clock from UTC.
    pub offset: FixedOffset,
}

/// The adopted centre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// Every service, by code.
    pub services: BTreeMap<ServiceCode, Service>,
    /// Every counter, by number.
    pub counters: BTreeMap<CounterNo, Counter>,
    /// Every procedure, by code.
    pub procedures: BTreeMap<ProcedureCode, Procedure>,
    /// Every class of priority.
    pub classes: Vec<PriorityClass>,
    /// When the centre is open.
    pub hours: Hours,
    /// What the centre chose.
    pub settings: Settings,
}

impl Catalogue {
    /// The hours of `service`: its own, or the centre's.
    #[must_use]
    pub fn hours_of<'a>(&'a self, service: &'a Service) -> &'a Hours {
        service.hours.as_ref().unwrap_or(&self.hours)
    }

    /// The counters that serve `service` (helpers not counted), by number.
    pub fn counters_serving<'a>(&'a self, service: &'a str) -> impl Iterator<Item = &'a Counter> {
        self.counters
            .values()
            .filter(move |c| c.serves.iter().any(|own| &**own == service))
    }
}
