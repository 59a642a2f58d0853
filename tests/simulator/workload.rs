//! What people try in a hall: mostly sensible, sometimes not. It knows nothing of what must hold.

mod alone;
mod officer;

use fastrand::Rng;
use queue_core::{
    Actor, Catalogue, Centre, ClassCode, Command, CounterNo, DeviceId, Language, OfficerNo,
    Outcome, PaperResult, Place, ServiceCode, TicketId, TicketState,
};
use std::sync::Arc;

const KIOSKS: [DeviceId; 2] = [DeviceId(1), DeviceId(2)];
const MANAGER: DeviceId = DeviceId(3);

/// The people of a hall: some counters of the centre, the services these deal with.
pub struct Workload {
    random: Rng,
    rules: Arc<Catalogue>,
    counters: Vec<CounterNo>,
    services: Vec<ServiceCode>,
}

impl Workload {
    pub fn new(rules: &Arc<Catalogue>, random: Rng) -> Self {
        let helps = |number: &CounterNo| !rules.counters[number].helps.is_empty();
        let mut counters: Vec<_> = rules.counters.keys().copied().take(4).collect();
        counters.extend(rules.counters.keys().copied().filter(helps));
        let plates = || counters.iter().map(|number| &rules.counters[number]);
        let mut services: Vec<_> = plates().flat_map(|plate| plate.serves.clone()).collect();
        services.extend(
            plates()
                .flat_map(|plate| &plate.helps)
                .map(|help| help.service.clone()),
        );
        services.sort();
        services.dedup();
        Self {
            random,
            rules: Arc::clone(rules),
            counters,
            services,
        }
    }

    /// The next attempt of somebody.
    pub fn next(&mut self, centre: &Centre) -> (Actor, Command) {
        let counter = self.pick(&self.counters.clone());
        match self.random.u32(0..100) {
            0..24 => self.visitor(),
            24..28 => match self.hand_in(centre) {
                Some(given) => given,
                None => self.visitor(),
            },
            28..38 => self.about_any_ticket(centre),
            38..43 => self.nonsense(centre, counter),
            _ => self.officer(centre, counter),
        }
    }

    fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.random.usize(0..of.len())].clone()
    }

    fn visitor(&mut self) -> (Actor, Command) {
        let service = self.pick(&self.services.clone());
        let purposes: Vec<_> = self.rules.services[&service]
            .purposes
            .iter()
            .copied()
            .collect();
        let declared = self
            .rules
            .classes
            .iter()
            .filter(|class| class.self_declared);
        let declared: Vec<ClassCode> = declared.map(|class| class.code.clone()).collect();
        let classes = match self.random.u32(0..5) {
            0 => vec![self.pick(&declared)],
            _ => Vec::new(),
        };
        let issue = Command::Issue {
            service,
            purpose: self.pick(&purposes),
            procedure: None,
            classes,
            language: if self.random.u32(0..8) == 0 {
                Language::of_code("en").unwrap_or_default()
            } else {
                Language::VI
            },
        };
        (Actor::Kiosk(self.pick(&KIOSKS)), issue)
    }

    /// What staff do to a ticket that is at no counter, and kiosks about its paper.
    fn about_any_ticket(&mut self, centre: &Centre) -> (Actor, Command) {
        let desk = Actor::Counter(device(self.pick(&self.counters.clone())));
        let missed = self.ticket(centre, |state| matches!(state, TicketState::NoShow { .. }));
        let waiting = self.ticket(centre, is_waiting).unwrap_or(TicketId(0));
        let grant = self.rules.classes.first().map(|class| class.code.clone());
        match (self.random.u32(0..12), missed) {
            (0..4, Some(ticket)) => (desk, Command::Restore { ticket }),
            (0..6, _) => (
                desk,
                Command::Priority {
                    ticket: waiting,
                    grant,
                    reason: "proof".into(),
                },
            ),
            (6, _) => (
                desk,
                Command::Priority {
                    ticket: waiting,
                    grant: None,
                    reason: "proof".into(),
                },
            ),
            (7, _) => (desk, Command::Cancel { ticket: waiting }),
            (8..10, _) => (Actor::Manager(MANAGER), self.transfer(None, Some(waiting))),
            (10, _) => {
                let (ticket, kiosk) = (waiting, KIOSKS[0]);
                let asks = if self.random.bool() {
                    desk
                } else {
                    Actor::Kiosk(kiosk)
                };
                (asks, Command::Reprint { ticket, kiosk })
            }
            _ => {
                let kiosk = centre
                    .tickets
                    .get(&waiting)
                    .map_or(KIOSKS[0], |ticket| ticket.issued_by);
                let cause = Some("paper_out".into());
                let report = Command::ReportPaper {
                    ticket: waiting,
                    result: PaperResult::Unknown,
                    cause,
                };
                (Actor::Kiosk(kiosk), report)
            }
        }
    }

    /// What the rules mostly refuse.
    fn nonsense(&mut self, centre: &Centre, counter: CounterNo) -> (Actor, Command) {
        let (stranger, any) = (Actor::Counter(DeviceId(90)), self.ticket(centre, |_| true));
        let ticket = any.unwrap_or(TicketId(0));
        match self.random.u32(0..8) {
            0 => (stranger, Command::CallNext { counter }),
            1 => (Actor::Kiosk(KIOSKS[1]), Command::Cancel { ticket }),
            2 => (
                Actor::Counter(device(counter)),
                Command::Call {
                    counter,
                    ticket,
                    reason: "need".into(),
                },
            ),
            3 => (
                Actor::Counter(device(counter)),
                Command::Resume { counter, ticket },
            ),
            4 => (
                stranger,
                Command::Open {
                    counter,
                    officer: OfficerNo(90),
                    take_over: true,
                },
            ),
            5 => (Actor::Manager(MANAGER), Command::Restore { ticket }),
            6 => (
                Actor::Counter(device(counter)),
                finish(counter, Some(ticket)),
            ),
            _ => {
                let officer = OfficerNo(counter.0.into());
                (
                    Actor::Counter(device(counter)),
                    Command::Open {
                        counter,
                        officer,
                        take_over: true,
                    },
                )
            }
        }
    }

    fn transfer(&mut self, from: Option<CounterNo>, ticket: Option<TicketId>) -> Command {
        let at = self.pick(&self.counters.clone());
        let service = self.rules.counters[&at].serves.first().cloned();
        let service = service.unwrap_or_else(|| self.services[0].clone());
        let counter = self.random.bool().then_some(at);
        let to = Place { service, counter };
        Command::Transfer {
            counter: from,
            ticket,
            to,
            reason: Some("wrong_service".into()),
        }
    }

    fn ticket(
        &mut self,
        centre: &Centre,
        wanted: impl Fn(TicketState) -> bool,
    ) -> Option<TicketId> {
        let fitting = centre
            .tickets
            .values()
            .filter(|ticket| wanted(ticket.state));
        let fitting: Vec<TicketId> = fitting.map(|ticket| ticket.id).collect();
        self.random.choice(fitting)
    }
}

fn device(counter: CounterNo) -> DeviceId {
    DeviceId(100 + u32::from(counter.0))
}

const fn finish(counter: CounterNo, ticket: Option<TicketId>) -> Command {
    Command::Finish {
        counter,
        ticket,
        outcome: Outcome::Received,
        dossiers: 1,
    }
}

const fn is_waiting(state: TicketState) -> bool {
    matches!(state, TicketState::Waiting { .. })
}
