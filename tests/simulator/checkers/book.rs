//! Who is where, kept by the events alone: a page for each ticket of the day, and the open counters.

use anyhow::{Context as _, Result, bail, ensure};
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
        matches!(self, Self::Missed(_) | Self::Finished(_) | Self::Cancelled | Self::Expired)
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
}

impl Page {
    pub const fn rank_ms(&self) -> i64 {
        self.ranked_from.0 - self.head_start_s * 1000
    }
}

/// Who holds an open counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    pub device: DeviceId,
    pub officer: OfficerNo,
    pub paused: bool,
}

#[derive(Default)]
pub struct Book {
    pub tickets: BTreeMap<TicketId, Page>,
    pub desks: BTreeMap<CounterNo, Opening>,
    /// Every call, recall and resumption of all days.
    pub calls: BTreeSet<Seq>,
    open: bool,
}

impl Book {
    /// Writes down what an event says, or says why it cannot be.
    pub fn enter(&mut self, fact: &Fact) -> Result<()> {
        if let Event::TicketCalled { .. } | Event::TicketRecalled { .. } | Event::TicketResumed { .. } =
            fact.event
        {
            self.calls.insert(fact.seq);
        }
        match &fact.event {
            Event::DayOpened { .. } => {
                ensure!(!self.open, "a day is open already");
                *self = Self { open: true, calls: std::mem::take(&mut self.calls), ..Self::default() };
            }
            Event::DayEnded { .. } => {
                ensure!(self.open, "no day is open");
                self.open = false;
                self.desks.clear();
                let left = self.tickets.values_mut().filter(|page| !page.place.is_over());
                left.for_each(|page| page.place = Place::Expired);
            }
            Event::TicketIssued { number, service, head_start_s, .. } => {
                ensure!(self.open, "no day is open");
                let page = Page {
                    number: *number,
                    service: service.clone(),
                    ranked_from: fact.at,
                    head_start_s: i64::from(*head_start_s),
                    restores: 0,
                    place: Place::Waiting(None),
                };
                self.tickets.insert(fact.seq.into(), page);
            }
            Event::CounterOpened { counter, device, officer, taken_over } => {
                let others = self.desks.iter().filter(|(other, _)| *other != counter);
                let (mut devices, mut officers) = (others.clone(), others);
                ensure!(devices.all(|(_, desk)| desk.device != *device), "a device at two counters");
                ensure!(officers.all(|(_, desk)| desk.officer != *officer), "an officer at two");
                ensure!(*taken_over == self.desks.contains_key(counter), "taken over or not");
                let opening = Opening { device: *device, officer: *officer, paused: false };
                self.desks.insert(*counter, opening);
            }
            Event::CounterClosed { counter } => {
                self.is_idle(*counter)?;
                let bound = Place::Waiting(Some(*counter));
                ensure!(self.tickets.values().all(|page| page.place != bound), "left behind");
                self.desks.remove(counter);
            }
            Event::BreakStarted { counter, .. } => {
                self.is_idle(*counter)?;
                self.pause(*counter, true)?;
            }
            Event::BreakEnded { counter } => self.pause(*counter, false)?,
            event => self.turn_page(fact.at, event)?,
        }
        Ok(())
    }

    fn turn_page(&mut self, at: Moment, event: &Event) -> Result<()> {
        let (id, to) = match *event {
            Event::TicketCalled { ticket, counter, .. } => {
                let place = self.page(ticket)?.place;
                let free = match place {
                    Place::Waiting(Some(bound)) => bound == counter || !self.desks.contains_key(&bound),
                    place => place == Place::Waiting(None),
                };
                ensure!(free, "called from {place:?}");
                (ticket, self.free_counter(counter)?)
            }
            Event::TicketResumed { ticket, counter } => {
                let place = self.page(ticket)?.place;
                ensure!(matches!(place, Place::Held(_)), "resumed from {place:?}");
                (ticket, self.free_counter(counter)?)
            }
            Event::TicketRestored { ticket, ranked_from } => {
                let page = self.tickets.get_mut(&ticket).context("no such ticket")?;
                ensure!(matches!(page.place, Place::Missed(_)), "restored from {:?}", page.place);
                page.restores += 1;
                let rank_kept = page.restores == 1 && ranked_from == page.ranked_from;
                ensure!(rank_kept || (page.restores > 1 && ranked_from == at), "ranked anew");
                page.ranked_from = ranked_from;
                (ticket, Place::Waiting(None))
            }
            Event::TicketTransferred { ticket, ref service, counter, .. } => {
                ensure!(counter.is_none_or(|to| self.desks.contains_key(&to)), "sent to a closed one");
                let page = self.tickets.get_mut(&ticket).context("no such ticket")?;
                ensure!(!page.place.is_over(), "transferred from {:?}", page.place);
                page.service = service.clone();
                (ticket, Place::Waiting(counter))
            }
            Event::PriorityChanged { ticket, head_start_s, .. } => {
                let page = self.tickets.get_mut(&ticket).context("no such ticket")?;
                ensure!(!page.place.is_over(), "priority of {:?}", page.place);
                page.head_start_s = i64::from(head_start_s);
                (ticket, page.place)
            }
            _ => match self.step(event)? {
                Some(step) => step,
                None => return Ok(()),
            },
        };
        self.tickets.get_mut(&id).context("no such ticket")?.place = to;
        Ok(())
    }

    /// The verbs that only move a ticket; `None` for what is about no ticket's place.
    fn step(&self, event: &Event) -> Result<Option<(TicketId, Place)>> {
        let (id, to): (_, fn(Place) -> Option<Place>) = match *event {
            Event::TicketRecalled { ticket } => (ticket, |place| match place {
                Place::Called(_) => Some(place),
                _ => None,
            }),
            Event::TicketServed { ticket } => (ticket, |place| match place {
                Place::Called(counter) => Some(Place::Serving(counter)),
                _ => None,
            }),
            Event::TicketFinished { ticket, counter, .. } => {
                let place = self.page(ticket)?.place;
                let here = place.at_counter() == Some(counter) || matches!(place, Place::Held(_));
                ensure!(here && self.desks.contains_key(&counter), "finished from {place:?}");
                return Ok(Some((ticket, Place::Finished(counter))));
            }
            Event::TicketNoShow { ticket } => (ticket, |place| match place {
                Place::Called(counter) | Place::Held(counter) => Some(Place::Missed(counter)),
                _ => None,
            }),
            Event::TicketReturned { ticket } => {
                (ticket, |place| matches!(place, Place::Called(_)).then_some(Place::Waiting(None)))
            }
            Event::TicketHeld { ticket, .. } => (ticket, |place| place.at_counter().map(Place::Held)),
            Event::TransferLapsed { ticket } => (ticket, |place| match place {
                Place::Waiting(Some(_)) => Some(Place::Waiting(None)),
                _ => None,
            }),
            Event::TicketCancelled { ticket } => (ticket, |place| match place {
                Place::Waiting(_) | Place::Held(_) => Some(Place::Cancelled),
                _ => None,
            }),
            _ => return Ok(None),
        };
        let place = self.page(id)?.place;
        let to = to(place).with_context(|| format!("not from {place:?}"))?;
        Ok(Some((id, to)))
    }

    fn page(&self, id: TicketId) -> Result<&Page> {
        self.tickets.get(&id).context("no such ticket today")
    }

    /// One visitor per counter, and only where somebody works.
    fn free_counter(&self, counter: CounterNo) -> Result<Place> {
        self.is_idle(counter)?;
        let paused = self.desks.get(&counter).is_some_and(|desk| desk.paused);
        ensure!(!paused, "called to a counter on a break");
        Ok(Place::Called(counter))
    }

    fn is_idle(&self, counter: CounterNo) -> Result<()> {
        ensure!(self.desks.contains_key(&counter), "counter {} is closed", counter.0);
        match self.tickets.values().find(|page| page.place.at_counter() == Some(counter)) {
            Some(page) => bail!("counter {} still has {}", counter.0, page.number),
            None => Ok(()),
        }
    }

    fn pause(&mut self, counter: CounterNo, paused: bool) -> Result<()> {
        let desk = self.desks.get_mut(&counter).context("the counter is closed")?;
        ensure!(desk.paused != paused, "a break within a break");
        desk.paused = paused;
        Ok(())
    }
}
