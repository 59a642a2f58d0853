//! Who is where, kept by the events alone: a page for each ticket of the day, and the open counters.

mod visits;

use anyhow::{Context as _, Result, bail, ensure};
use chrono::NaiveDate;
use queue_core::{
    CounterNo, DeviceId, Event, Moment, Number, OfficerNo, Seq, ServiceCode, TicketId,
};
use std::collections::{BTreeMap, BTreeSet};
use system_tests::folder::Fact;

/// Where a ticket is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Waiting(Option<CounterNo>),
    Called(CounterNo),
    Serving(CounterNo),
    Held(CounterNo),
    Missed(CounterNo),
    Finished(CounterNo),
    Cancelled,
    Expired,
}

impl Place {
    /// Whether the day holds nothing more for it, except a restoring.
    pub const fn is_over(self) -> bool {
        matches!(
            self,
            Self::Missed(_) | Self::Finished(_) | Self::Cancelled | Self::Expired
        )
    }

    const fn at_counter(self) -> Option<CounterNo> {
        match self {
            Self::Called(counter) | Self::Serving(counter) => Some(counter),
            _ => None,
        }
    }
}

/// What is known of a ticket.
#[derive(Debug, Clone)]
pub struct Page {
    pub number: Number,
    pub service: ServiceCode,
    pub ranked_from: Moment,
    pub head_start_s: i64,
    pub restores: u32,
    pub place: Place,
    /// Handed in for a day that is over: recorded, and in no queue.
    pub is_late: bool,
}

impl Page {
    pub const fn rank_ms(&self) -> i64 {
        self.ranked_from.0 - self.head_start_s * 1000
    }
}

/// Who holds an open counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    pub device: DeviceId,
    pub officer: OfficerNo,
    pub paused: bool,
    /// The queues helped for a while, with their handicap in seconds.
    pub helping: BTreeMap<ServiceCode, i64>,
}

#[derive(Default)]
pub struct Book {
    pub tickets: BTreeMap<TicketId, Page>,
    pub desks: BTreeMap<CounterNo, Opening>,
    /// Every call, recall and resumption of all days.
    pub calls: BTreeSet<Seq>,
    open: bool,
    day: Option<NaiveDate>,
}

impl Book {
    /// Writes down what an event says, or says why it cannot be.
    pub fn enter(&mut self, fact: &Fact) -> Result<()> {
        if let Event::TicketCalled { .. }
        | Event::TicketRecalled { .. }
        | Event::TicketResumed { .. } = fact.event
        {
            self.calls.insert(fact.seq);
        }
        match &fact.event {
            Event::DayOpened { date } => {
                ensure!(!self.open, "a day is open already");
                *self = Self {
                    open: true,
                    day: Some(*date),
                    calls: std::mem::take(&mut self.calls),
                    ..Self::default()
                };
            }
            Event::DayEnded { .. } => {
                ensure!(self.open, "no day is open");
                self.open = false;
                self.desks.clear();
                let left = self
                    .tickets
                    .values_mut()
                    .filter(|page| !page.place.is_over());
                left.for_each(|page| page.place = Place::Expired);
            }
            Event::TicketIssued {
                number,
                service,
                head_start_s,
                ..
            } => {
                ensure!(self.open, "no day is open");
                let page = Page {
                    number: *number,
                    service: service.clone(),
                    ranked_from: fact.at,
                    head_start_s: i64::from(*head_start_s),
                    restores: 0,
                    place: Place::Waiting(None),
                    is_late: false,
                };
                self.tickets.insert(fact.seq.into(), page);
            }
            Event::TicketHandedIn {
                number,
                service,
                head_start_s,
                arrived_at,
                date,
                ..
            } => {
                ensure!(self.open, "no day is open");
                ensure!(*arrived_at <= fact.at, "it came later than now");
                let is_late = self.day != Some(*date);
                let page = Page {
                    number: *number,
                    service: service.clone(),
                    ranked_from: *arrived_at,
                    head_start_s: i64::from(*head_start_s),
                    restores: 0,
                    place: if is_late {
                        Place::Expired
                    } else {
                        Place::Waiting(None)
                    },
                    is_late,
                };
                self.tickets.insert(fact.seq.into(), page);
            }
            Event::CounterOpened {
                counter,
                device,
                officer,
                taken_over,
            } => {
                let others = self.desks.iter().filter(|(other, _)| *other != counter);
                let (mut devices, mut officers) = (others.clone(), others);
                ensure!(
                    devices.all(|(_, desk)| desk.device != *device),
                    "a device at two counters"
                );
                ensure!(
                    officers.all(|(_, desk)| desk.officer != *officer),
                    "an officer at two"
                );
                ensure!(
                    *taken_over == self.desks.contains_key(counter),
                    "taken over or not"
                );
                let opening = Opening {
                    device: *device,
                    officer: *officer,
                    paused: false,
                    helping: BTreeMap::new(),
                };
                self.desks.insert(*counter, opening);
            }
            Event::CounterClosed { counter } => {
                self.is_idle(*counter)?;
                let bound = Place::Waiting(Some(*counter));
                ensure!(
                    self.tickets.values().all(|page| page.place != bound),
                    "left behind"
                );
                self.desks.remove(counter);
            }
            Event::BreakStarted { counter, .. } => {
                self.is_idle(*counter)?;
                self.pause(*counter, true)?;
            }
            Event::BreakEnded { counter } => self.pause(*counter, false)?,
            Event::HelpStarted {
                counter,
                service,
                handicap_s,
            } => {
                let helped = self.helping(*counter)?;
                let before = helped.insert(service.clone(), i64::from(*handicap_s));
                ensure!(before.is_none(), "helped twice at once");
            }
            Event::HelpEnded { counter, service } => {
                let before = self.helping(*counter)?.remove(service);
                ensure!(before.is_some(), "helped before it ends");
            }
            event => self.turn_page(fact.at, event)?,
        }
        Ok(())
    }

    /// One visitor per counter, and only where somebody works.
    fn free_counter(&self, counter: CounterNo) -> Result<Place> {
        self.is_idle(counter)?;
        let paused = self.desks.get(&counter).is_some_and(|desk| desk.paused);
        ensure!(!paused, "called to a counter on a break");
        Ok(Place::Called(counter))
    }

    fn helping(&mut self, counter: CounterNo) -> Result<&mut BTreeMap<ServiceCode, i64>> {
        let desk = self
            .desks
            .get_mut(&counter)
            .context("help at a closed counter")?;
        Ok(&mut desk.helping)
    }

    fn is_idle(&self, counter: CounterNo) -> Result<()> {
        ensure!(
            self.desks.contains_key(&counter),
            "counter {} is closed",
            counter.0
        );
        match self
            .tickets
            .values()
            .find(|page| page.place.at_counter() == Some(counter))
        {
            Some(page) => bail!("counter {} still has {}", counter.0, page.number),
            None => Ok(()),
        }
    }

    fn pause(&mut self, counter: CounterNo, paused: bool) -> Result<()> {
        let desk = self
            .desks
            .get_mut(&counter)
            .context("the counter is closed")?;
        ensure!(desk.paused != paused, "a break within a break");
        desk.paused = paused;
        Ok(())
    }
}
