//! An officer's day: open, call, serve, finish, and everything that comes between.

use super::{Workload, device, finish, is_waiting};
use queue_core::{
    Actor, BreakReason, Centre, Command, CounterNo, CounterState, Desk, OfficerNo, Outcome,
    Purpose, TicketId, TicketState,
};

impl Workload {
    /// The next thing an officer does, by what is at the counter.
    pub(super) fn officer(&mut self, centre: &Centre, counter: CounterNo) -> (Actor, Command) {
        let Some(desk) = centre.desks.get(&counter) else {
            let open = Command::Open {
                counter,
                officer: OfficerNo(counter.0.into()),
                take_over: false,
            };
            return (Actor::Counter(device(counter)), open);
        };
        let visitor = desk.ticket.and_then(|id| centre.tickets.get(&id));
        let command = match visitor.map(|ticket| (ticket.id, ticket.state)) {
            Some((_, TicketState::Called { .. })) => self.of_called(counter),
            Some((visitor, _)) => self.of_serving(counter, visitor),
            None => self.of_idle(centre, counter, desk),
        };
        (Actor::Counter(desk.device), command)
    }

    fn of_called(&mut self, counter: CounterNo) -> Command {
        match self.random.u32(0..14) {
            0..6 => Command::Serve { counter },
            6..9 => Command::NoShow {
                counter,
                ticket: None,
            },
            9 => Command::Recall { counter },
            10 => Command::Return { counter },
            11 => Command::Hold {
                counter,
                back_at: None,
            },
            12 => self.transfer(Some(counter), None),
            _ => finish(counter, None),
        }
    }

    fn of_serving(&mut self, counter: CounterNo, visitor: TicketId) -> Command {
        match self.random.u32(0..10) {
            0..6 => finish(counter, None),
            6 => self.next_service(counter, visitor),
            7 => Command::Hold {
                counter,
                back_at: None,
            },
            _ => self.transfer(Some(counter), None),
        }
    }

    fn next_service(&mut self, counter: CounterNo, ticket: TicketId) -> Command {
        let service = self.pick(&self.services.clone());
        let purposes = self.rules.services[&service].purposes.iter().copied();
        Command::NextService {
            counter,
            ticket,
            outcome: Outcome::Received,
            dossiers: 2,
            purpose: self.random.choice(purposes).unwrap_or(Purpose::Submit),
            service,
        }
    }

    fn of_idle(&mut self, centre: &Centre, counter: CounterNo, desk: &Desk) -> Command {
        if desk.state != CounterState::Open {
            return Command::Back { counter };
        }
        let held = self.ticket(centre, |state| matches!(state, TicketState::Held { .. }));
        let waiting = self.ticket(centre, is_waiting);
        match (self.random.u32(0..20), held, waiting) {
            (0..3, Some(ticket), _) => Command::Resume { counter, ticket },
            (3, Some(ticket), _) => Command::NoShow {
                counter,
                ticket: Some(ticket),
            },
            (4, Some(ticket), _) => finish(counter, Some(ticket)),
            (5, _, _) => Command::Break {
                counter,
                reason: BreakReason::Rest,
                minutes: Some(5),
            },
            (6, _, _) => Command::Close { counter },
            (7, _, Some(ticket)) => Command::Call {
                counter,
                ticket,
                reason: "need".into(),
            },
            (8, _, _) => self.help(counter, desk),
            _ => Command::CallNext { counter },
        }
    }

    /// Begins to help some queue, or ends with one that is helped.
    fn help(&mut self, counter: CounterNo, desk: &Desk) -> Command {
        let helped: Vec<_> = desk.helping.keys().cloned().collect();
        let (service, on) = match self.random.u32(0..2) {
            0 if !helped.is_empty() => (self.pick(&helped), false),
            _ => (self.pick(&self.services.clone()), true),
        };
        Command::Help {
            counter,
            service,
            on,
        }
    }
}
