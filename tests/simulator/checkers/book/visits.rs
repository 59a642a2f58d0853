//! What each verb of a ticket may start from, and where it leads.

use super::{Book, Page, Place};
use anyhow::{Context as _, Result, ensure};
use queue_core::{Event, Moment, TicketId};

impl Book {
    /// Moves the ticket that an event is about.
    pub(super) fn turn_page(&mut self, at: Moment, event: &Event) -> Result<()> {
        let (id, to) = match *event {
            Event::TicketCalled {
                ticket, counter, ..
            } => {
                let place = self.page(ticket)?.place;
                let free = match place {
                    Place::Waiting(Some(bound)) => {
                        bound == counter || !self.desks.contains_key(&bound)
                    }
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
            Event::TicketRestored {
                ticket,
                ranked_from,
            } => {
                let page = self.tickets.get_mut(&ticket).context("no such ticket")?;
                ensure!(
                    matches!(page.place, Place::Missed(_)),
                    "restored from {:?}",
                    page.place
                );
                page.restores += 1;
                let rank_kept = page.restores == 1 && ranked_from == page.ranked_from;
                ensure!(
                    rank_kept || (page.restores > 1 && ranked_from == at),
                    "ranked anew"
                );
                page.ranked_from = ranked_from;
                (ticket, Place::Waiting(None))
            }
            Event::TicketTransferred {
                ticket,
                ref service,
                counter,
                ..
            } => {
                ensure!(
                    counter.is_none_or(|to| self.desks.contains_key(&to)),
                    "sent to a closed one"
                );
                let page = self.tickets.get_mut(&ticket).context("no such ticket")?;
                ensure!(!page.place.is_over(), "transferred from {:?}", page.place);
                page.service = service.clone();
                (ticket, Place::Waiting(counter))
            }
            Event::ServiceFinished {
                ticket,
                counter,
                ref service,
                here,
                ..
            } => {
                let page = self.tickets.get_mut(&ticket).context("no such ticket")?;
                let there = page.place.at_counter() == Some(counter);
                ensure!(there, "a service finished from {:?}", page.place);
                page.service = service.clone();
                let goes_on = if here {
                    Place::Serving(counter)
                } else {
                    Place::Waiting(None)
                };
                (ticket, goes_on)
            }
            Event::PriorityChanged {
                ticket,
                head_start_s,
                ..
            } => {
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
            Event::TicketFinished {
                ticket, counter, ..
            } => {
                let place = self.page(ticket)?.place;
                let here = place.at_counter() == Some(counter) || matches!(place, Place::Held(_));
                ensure!(
                    here && self.desks.contains_key(&counter),
                    "finished from {place:?}"
                );
                return Ok(Some((ticket, Place::Finished(counter))));
            }
            Event::TicketNoShow { ticket } => (ticket, |place| match place {
                Place::Called(counter) | Place::Held(counter) => Some(Place::Missed(counter)),
                _ => None,
            }),
            Event::TicketReturned { ticket } => (ticket, |place| {
                matches!(place, Place::Called(_)).then_some(Place::Waiting(None))
            }),
            Event::TicketHeld { ticket, .. } => {
                (ticket, |place| place.at_counter().map(Place::Held))
            }
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
}
