//! Given, when, then: a hall on a day, with everyone who works in it.

use crate::plan::{self, MONDAY};
use chrono::NaiveDate;
use queue_core::{
    Actor, BreakReason, CallReason, Catalogue, Centre, ClassCode, Command, CounterNo, Decision,
    DeviceId, Event, Language, Moment, OfficerNo, Outcome, Place, Purpose, Refusal, Seq, Ticket,
    TicketId, TicketState, decide, evolve, next_for,
};
use std::sync::Arc;

pub const KIOSK: Actor = Actor::Kiosk(DeviceId(1));
pub const OTHER_KIOSK: Actor = Actor::Kiosk(DeviceId(2));
pub const MANAGER: Actor = Actor::Manager(DeviceId(90));

/// The officer's device at counter `number`.
pub const fn at(number: u16) -> Actor {
    Actor::Counter(device(number))
}

pub const fn device(number: u16) -> DeviceId {
    DeviceId(100 + number as u32)
}

pub const fn officer(number: u16) -> OfficerNo {
    OfficerNo(number as u32)
}

pub struct Hall {
    pub centre: Centre,
    pub now: Moment,
    pub journal: Vec<(Seq, Moment, Event)>,
}

impl Hall {
    /// Monday, eight o'clock, counters closed.
    pub fn new() -> Self {
        Self::of(plan::catalogue(), MONDAY, "08:00")
    }

    pub fn of(catalogue: Catalogue, date: NaiveDate, time: &str) -> Self {
        let now = plan::minute(time).on(date, plan::offset());
        let mut hall = Self {
            centre: Centre::new(Arc::new(catalogue)),
            now,
            journal: Vec::new(),
        };
        hall.accept(Actor::House, &Command::TurnDay { date });
        hall
    }

    /// Monday, eight o'clock, with these counters open.
    pub fn with_open(counters: &[u16]) -> Self {
        let mut hall = Self::new();
        for &number in counters {
            hall.accept(at(number), &open(number));
        }
        hall
    }

    pub fn clock(&mut self, time: &str) -> &mut Self {
        let date = self.centre.day.unwrap();
        let then = plan::minute(time).on(date, plan::offset());
        assert!(then >= self.now, "the clock does not go back");
        self.now = then;
        self
    }

    pub fn pass(&mut self, seconds: i64) -> &mut Self {
        self.now = self.now.plus_s(seconds);
        self
    }

    /// Decides, and makes it true.
    pub fn command(&mut self, actor: Actor, command: &Command) -> Result<Decision, Refusal> {
        let decision = decide(&self.centre, self.now, actor, command)?;
        for event in &decision.events {
            self.event(event.clone());
        }
        Ok(decision)
    }

    pub fn event(&mut self, event: Event) {
        let seq = Seq(self.journal.len() as u64 + 1);
        evolve(&mut self.centre, seq, self.now, &event);
        self.journal.push((seq, self.now, event));
    }

    pub fn accept(&mut self, actor: Actor, command: &Command) -> Decision {
        self.command(actor, command)
            .unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"))
    }

    pub fn refuse(&mut self, actor: Actor, command: &Command) -> Refusal {
        let before = self.centre.clone();
        let refusal = self.command(actor, command).expect_err("a refusal");
        assert_eq!(before, self.centre, "a refusal changes nothing");
        refusal
    }

    /// An ordinary visitor takes a number.
    pub fn visitor(&mut self, service: &str) -> TicketId {
        self.visitor_with(service, &[])
    }

    pub fn visitor_with(&mut self, service: &str, classes: &[&str]) -> TicketId {
        self.accept(KIOSK, &issue(service, classes));
        self.newest()
    }

    /// The newest ticket.
    pub fn newest(&self) -> TicketId {
        *self.centre.tickets.keys().next_back().unwrap()
    }

    pub fn ticket(&self, id: TicketId) -> &Ticket {
        &self.centre.tickets[&id]
    }

    pub fn state(&self, id: TicketId) -> TicketState {
        self.ticket(id).state
    }

    /// Who is called, by the rule.
    pub fn call_next(&mut self, counter: u16) -> Option<TicketId> {
        self.accept(
            at(counter),
            &Command::CallNext {
                counter: CounterNo(counter),
            },
        );
        self.centre.desks[&CounterNo(counter)].ticket
    }

    /// Calls and finishes until nobody waits.
    pub fn call_all(&mut self, counter: u16) -> Vec<TicketId> {
        let mut called = Vec::new();
        while let Some(id) = self.call_next(counter) {
            called.push(id);
            self.accept(at(counter), &finish(counter, None));
        }
        called
    }

    pub fn reason(&self, counter: u16) -> CallReason {
        next_for(&self.centre, CounterNo(counter))
            .expect("somebody waits")
            .1
    }

    pub fn number(&self, id: TicketId) -> String {
        self.ticket(id).number.to_string()
    }
}

pub fn issue(service: &str, classes: &[&str]) -> Command {
    let purpose = if service == "results" {
        Purpose::Collect
    } else {
        Purpose::Submit
    };
    issue_for(service, purpose, None, classes)
}

pub fn issue_for(
    service: &str,
    purpose: Purpose,
    procedure: Option<&str>,
    classes: &[&str],
) -> Command {
    Command::Issue {
        service: service.into(),
        purpose,
        procedure: procedure.map(Into::into),
        classes: classes.iter().map(|&code| ClassCode::from(code)).collect(),
        language: Language::VI,
    }
}

pub fn open(number: u16) -> Command {
    open_as(number, number, false)
}

pub fn open_as(counter: u16, by: u16, take_over: bool) -> Command {
    Command::Open {
        counter: CounterNo(counter),
        officer: officer(by),
        take_over,
    }
}

pub fn finish(counter: u16, ticket: Option<TicketId>) -> Command {
    Command::Finish {
        counter: CounterNo(counter),
        ticket,
        outcome: Outcome::Received,
        dossiers: 1,
    }
}

/// Received, one dossier; then `service`, to submit there.
pub fn next_service(counter: u16, ticket: TicketId, service: &str) -> Command {
    Command::NextService {
        counter: CounterNo(counter),
        ticket,
        outcome: Outcome::Received,
        dossiers: 1,
        service: service.into(),
        purpose: Purpose::Submit,
    }
}

pub fn no_show(counter: u16, ticket: Option<TicketId>) -> Command {
    Command::NoShow {
        counter: CounterNo(counter),
        ticket,
    }
}

pub fn pause(counter: u16, minutes: Option<u16>) -> Command {
    Command::Break {
        counter: CounterNo(counter),
        reason: BreakReason::Rest,
        minutes,
    }
}

pub fn hold(counter: u16) -> Command {
    Command::Hold {
        counter: CounterNo(counter),
        back_at: None,
    }
}

/// `transfer(Some(1), None, "land", None)`: counter 1 sends its own visitor to any counter of land.
pub fn transfer(
    from: Option<u16>,
    ticket: Option<TicketId>,
    service: &str,
    counter: Option<u16>,
) -> Command {
    Command::Transfer {
        counter: from.map(CounterNo),
        ticket,
        to: Place {
            service: service.into(),
            counter: counter.map(CounterNo),
        },
        reason: None,
    }
}
