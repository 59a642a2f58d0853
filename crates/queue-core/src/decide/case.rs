//! What every verb asks first: who is asking, whose counter it is, which ticket is meant.

use crate::{
    Actor, Centre, CounterNo, CounterState, Desk, DeviceId, Moment, Refusal, Service, Ticket,
    TicketId, TicketState,
};
use chrono::NaiveDate;

/// One command's circumstances.
pub(super) struct Case<'a> {
    pub centre: &'a Centre,
    pub now: Moment,
    pub actor: Actor,
}

impl<'a> Case<'a> {
    /// The asking counter's device.
    pub fn counter_device(&self) -> Result<DeviceId, Refusal> {
        match self.actor {
            Actor::Counter(device) => Ok(device),
            _ => Err(Refusal::NotAllowed),
        }
    }

    /// Refuses anyone but a counter's device and the manager's desk.
    pub fn staff_only(&self) -> Result<(), Refusal> {
        match self.actor {
            Actor::Counter(_) | Actor::Manager(_) => Ok(()),
            Actor::Kiosk(_) | Actor::House => Err(Refusal::NotAllowed),
        }
    }

    /// The opening of `counter`, which the asking device must hold.
    pub fn desk(&self, counter: CounterNo) -> Result<&'a Desk, Refusal> {
        let device = self.counter_device()?;
        match self.centre.desks.get(&counter) {
            Some(desk) if desk.device == device => Ok(desk),
            Some(_) => Err(Refusal::CounterNotYours),
            None if self.centre.catalogue.counters.contains_key(&counter) => {
                Err(Refusal::CounterClosed)
            }
            None => Err(Refusal::UnknownCounter),
        }
    }

    /// Refuses when the desk has a visitor called or at the counter.
    pub fn must_be_idle(&self, desk: &Desk) -> Result<(), Refusal> {
        let visitor = desk.ticket.and_then(|id| self.centre.tickets.get(&id));
        visitor.map_or(Ok(()), |ticket| {
            Err(Refusal::CounterBusy {
                number: ticket.number,
            })
        })
    }

    /// Refuses unless the asking device may call someone to `counter` now.
    pub fn must_be_ready(&self, counter: CounterNo) -> Result<(), Refusal> {
        let desk = self.desk(counter)?;
        match desk.state {
            CounterState::Open => self.must_be_idle(desk),
            CounterState::Break { .. } => Err(Refusal::CounterOnBreak),
        }
    }

    /// The visitor whom `counter` has called or serves.
    pub fn visitor(&self, counter: CounterNo) -> Result<&'a Ticket, Refusal> {
        let id = self.desk(counter)?.ticket.ok_or(Refusal::CounterIdle)?;
        self.ticket(id)
    }

    /// The counter's own visitor, or with an id a held ticket that the counter may take up.
    pub fn visitor_or_held(
        &self,
        counter: CounterNo,
        ticket: Option<TicketId>,
    ) -> Result<&'a Ticket, Refusal> {
        let Some(id) =
            ticket.filter(|id| self.centre.desks.get(&counter).and_then(|d| d.ticket) != Some(*id))
        else {
            return self.visitor(counter);
        };
        self.desk(counter)?;
        self.held_here(counter, id)
    }

    /// A held ticket of a service that `counter` serves or helps: whoever may call a visitor may
    /// also take him up again.
    pub fn held_here(&self, counter: CounterNo, id: TicketId) -> Result<&'a Ticket, Refusal> {
        let ticket = self.ticket(id)?;
        match ticket.state {
            TicketState::Held { .. } if self.may_call(counter, ticket) => Ok(ticket),
            TicketState::Held { .. } => Err(Refusal::NotServedHere),
            _ => Err(wrong_state(ticket)),
        }
    }

    /// Whether `counter` serves or helps the ticket's service.
    pub fn may_call(&self, counter: CounterNo, ticket: &Ticket) -> bool {
        self.centre.handicap_s(counter, &ticket.service).is_some()
    }

    /// Whether some counter serves `service` by the hours, or is open after them.
    pub fn served_later_today(&self, service: &Service) -> bool {
        let catalogue = &self.centre.catalogue;
        let in_hours = catalogue
            .hours_of(service)
            .serves_later_today(self.centre.local(self.now));
        catalogue
            .counters_serving(&service.code)
            .any(|counter| in_hours || self.centre.desks.contains_key(&counter.number))
    }

    /// Today's ticket.
    pub fn ticket(&self, id: TicketId) -> Result<&'a Ticket, Refusal> {
        self.centre.tickets.get(&id).ok_or(Refusal::UnknownTicket)
    }

    /// The open day.
    pub fn today(&self) -> Result<NaiveDate, Refusal> {
        self.centre.day.ok_or(Refusal::NoDay)
    }

    /// The service, valid today.
    pub fn service(&self, code: &str) -> Result<&'a Service, Refusal> {
        let today = self.today()?;
        let service = self.centre.catalogue.services.get(code);
        service
            .filter(|s| s.valid.includes(today))
            .ok_or(Refusal::UnknownService)
    }
}

/// The verb does not fit; names the counter that has the visitor, or that a transfer bound him to.
pub(super) fn wrong_state(ticket: &Ticket) -> Refusal {
    let counter = match ticket.state {
        TicketState::Waiting { counter } => counter,
        state => state.busy_at(),
    };
    Refusal::WrongState {
        number: ticket.number,
        counter,
    }
}
