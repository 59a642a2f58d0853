//! The meaning of a step in the state that it meets.

use super::step::{Step, Verb};
use super::{CLASSES, SERVICES, holder};
use crate::hall::{KIOSK, MANAGER, OTHER_KIOSK, device, officer, pause};
use crate::plan::MONDAY;
use queue_core::{
    Actor, Centre, ClassCode, Command, CounterNo, DeviceId, Language, Moment, OfflineTicket,
    Outcome, PaperResult, Place, Purpose, ServiceCode, TicketId, TicketState,
};

impl Step {
    /// Who asks, and for what.
    pub fn resolve(&self, centre: &Centre) -> (Actor, Command) {
        let counter = CounterNo(self.counter);
        let stranger = Actor::Counter(device(self.pick % 5));
        let desk = if self.one_in(13) {
            stranger
        } else {
            holder(centre, counter)
        };
        let staff = if self.one_in(2) { MANAGER } else { desk };
        let held = self.ticket(centre, is_held);
        let own_or_held = self.one_in(4).then_some(held);
        let command = match self.verb {
            Verb::HandIn => return (KIOSK, self.hand_in(centre)),
            Verb::Issue => return (if self.one_in(4) { desk } else { KIOSK }, self.issue()),
            Verb::Open => {
                let by = if self.one_in(3) {
                    self.pick % 4
                } else {
                    self.counter
                };
                Command::Open {
                    counter,
                    officer: officer(by),
                    take_over: self.one_in(5),
                }
            }
            Verb::Close => Command::Close { counter },
            Verb::Break => pause(self.counter, Some(5)),
            Verb::Back => Command::Back { counter },
            Verb::Help => Command::Help {
                counter,
                service: self.service(),
                on: !self.one_in(3),
            },
            Verb::CallNext => Command::CallNext { counter },
            Verb::Call => {
                let ticket = self.ticket(centre, is_waiting);
                Command::Call {
                    counter,
                    ticket,
                    reason: "asked".into(),
                }
            }
            Verb::Recall => Command::Recall { counter },
            Verb::Serve => Command::Serve { counter },
            Verb::Finish => {
                let (ticket, outcome) = (own_or_held, Outcome::Received);
                Command::Finish {
                    counter,
                    ticket,
                    outcome,
                    dossiers: 1,
                }
            }
            Verb::NextService => {
                let own = centre.desks.get(&counter).and_then(|desk| desk.ticket);
                Command::NextService {
                    counter,
                    ticket: own.filter(|_| !self.one_in(7)).unwrap_or(held),
                    outcome: Outcome::Received,
                    dossiers: 1,
                    service: self.service(),
                    purpose: Purpose::Submit,
                }
            }
            Verb::NoShow => Command::NoShow {
                counter,
                ticket: own_or_held,
            },
            Verb::Return => Command::Return { counter },
            Verb::Hold => Command::Hold {
                counter,
                back_at: None,
            },
            Verb::Resume => Command::Resume {
                counter,
                ticket: held,
            },
            Verb::Transfer | Verb::Restore | Verb::Priority | Verb::Cancel => {
                return (
                    staff,
                    self.of_ticket(centre, (staff == desk).then_some(counter)),
                );
            }
            Verb::Report => {
                let kiosk = if self.one_in(3) { OTHER_KIOSK } else { KIOSK };
                return (kiosk, self.of_paper(centre));
            }
            Verb::Reprint | Verb::Clear => return (staff, self.of_paper(centre)),
            Verb::Turn => {
                let date = centre.day.and_then(|day| day.succ_opt()).unwrap_or(MONDAY);
                return (Actor::House, Command::TurnDay { date });
            }
        };
        (desk, command)
    }

    fn issue(&self) -> Command {
        let declared = |bit: usize| (self.twist >> (2 * bit)) & 3 == 3;
        let classes = (0..CLASSES.len()).filter(|bit| declared(*bit));
        Command::Issue {
            service: self.service(),
            purpose: Purpose::Submit,
            procedure: None,
            classes: classes.map(|bit| CLASSES[bit].into()).collect(),
            language: Language::VI,
        }
    }

    /// Numbers of two blocks, some twice, for visitors who came before the newest one.
    fn hand_in(&self, centre: &Centre) -> Command {
        let arrivals = centre.tickets.values().map(|ticket| ticket.arrived_at);
        let newest = arrivals.max().unwrap_or(Moment(0));
        let number = format!("X{}", self.pick % 90 + 1);
        let ticket = OfflineTicket {
            number: number.parse().expect("a number"),
            service: self.service(),
            purpose: Purpose::Submit,
            procedure: None,
            language: Language::VI,
            priority: self.one_in(3),
            arrived_at: newest.plus_s(-i64::from(self.twist)),
        };
        let replaces = self.one_in(4).then(|| self.ticket(centre, is_waiting));
        Command::HandIn {
            ticket,
            last_contact: self.one_in(5).then_some(newest),
            replaces,
        }
    }

    fn of_ticket(&self, centre: &Centre, from: Option<CounterNo>) -> Command {
        let open = self.ticket(centre, |state| !state.is_over());
        match self.verb {
            Verb::Transfer => {
                let other = self.ticket(centre, |state| is_waiting(state) || is_held(state));
                let ticket = (from.is_none() || self.one_in(3)).then_some(other);
                let counter = self
                    .pick
                    .is_multiple_of(2)
                    .then_some(CounterNo(self.pick % 3 + 1));
                let to = Place {
                    service: self.service(),
                    counter,
                };
                Command::Transfer {
                    counter: from,
                    ticket,
                    to,
                    reason: None,
                }
            }
            Verb::Restore => Command::Restore {
                ticket: self.ticket(centre, is_missed),
            },
            Verb::Priority => {
                let class = ClassCode::from(CLASSES[usize::from(self.pick) % CLASSES.len()]);
                let grant = (!self.one_in(3)).then_some(class);
                Command::Priority {
                    ticket: open,
                    grant,
                    reason: "seen".into(),
                }
            }
            _ => Command::Cancel { ticket: open },
        }
    }

    fn of_paper(&self, centre: &Centre) -> Command {
        let ticket = self.ticket(centre, |state| !state.is_over());
        let results = [
            PaperResult::Printed,
            PaperResult::Failed,
            PaperResult::Unknown,
        ];
        match self.verb {
            Verb::Report => {
                let result = results[usize::from(self.pick) % results.len()];
                Command::ReportPaper {
                    ticket,
                    result,
                    cause: None,
                }
            }
            Verb::Reprint => Command::Reprint {
                ticket,
                kiosk: DeviceId(1 + u32::from(self.pick) % 2),
            },
            _ => {
                let doubtful = centre.paper.keys().next().copied();
                Command::ClearPaper {
                    ticket: doubtful.unwrap_or(ticket),
                }
            }
        }
    }

    fn one_in(&self, times: u16) -> bool {
        self.twist.is_multiple_of(times)
    }

    fn service(&self) -> ServiceCode {
        SERVICES[usize::from(self.pick) % SERVICES.len()].into()
    }

    /// A ticket in a wanted state, if there is one, or any ticket.
    fn ticket(&self, centre: &Centre, wanted: impl Fn(TicketState) -> bool) -> TicketId {
        let pick = usize::from(self.pick);
        let fitting: Vec<TicketId> = centre
            .tickets
            .values()
            .filter(|t| wanted(t.state))
            .map(|t| t.id)
            .collect();
        let any = || {
            centre
                .tickets
                .keys()
                .nth(pick % centre.tickets.len().max(1))
                .copied()
        };
        let fitting = fitting.get(pick % fitting.len().max(1)).copied();
        fitting.or_else(any).unwrap_or(TicketId(0))
    }
}

fn is_waiting(state: TicketState) -> bool {
    matches!(state, TicketState::Waiting { .. })
}

fn is_held(state: TicketState) -> bool {
    matches!(state, TicketState::Held { .. })
}

fn is_missed(state: TicketState) -> bool {
    matches!(state, TicketState::NoShow { .. })
}
