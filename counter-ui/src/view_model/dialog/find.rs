//! Any ticket of the day by its number: where it stands, and what can be done with it.

use super::typed::TypedNumber;
use super::{Answers, Asked, Group, step};
use crate::view_model::{Desk, Key, Verb, Why};
use queue_protocol::views::Visitor;
use queue_protocol::{ProblemCode, Purpose, TicketState, TransferReason};

/// What can be done with a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Grant priority.
    Grant,
    /// Withdraw priority.
    Withdraw,
    /// Print the slip again.
    Reprint,
    /// Send to another queue.
    Transfer,
    /// Put a no-show back into the queue.
    Restore,
    /// Somebody set aside who does not come back.
    Absent,
    /// Give it up.
    Cancel,
}

impl Deed {
    /// In the order of the list.
    pub const ALL: [Self; 7] = [
        Self::Grant,
        Self::Withdraw,
        Self::Reprint,
        Self::Transfer,
        Self::Restore,
        Self::Absent,
        Self::Cancel,
    ];

    /// What it asks.
    #[must_use]
    pub const fn lines(self) -> &'static [Asked] {
        match self {
            Self::Grant => &[Asked::Class, Asked::Reason],
            Self::Withdraw => &[Asked::Reason],
            Self::Reprint => &[Asked::Kiosk],
            Self::Transfer => &[Asked::Service],
            Self::Restore | Self::Absent | Self::Cancel => &[],
        }
    }

    const fn why_not(self, ticket: &Visitor) -> Option<Why> {
        use TicketState::{Cancelled, Expired, Finished, Held, NoShow, Waiting};
        let over = matches!(ticket.state, Finished | NoShow | Cancelled | Expired);
        match self {
            Self::Grant | Self::Withdraw | Self::Reprint if over => Some(Why::TicketOver),
            Self::Grant if ticket.priority => Some(Why::HasPriority),
            Self::Withdraw if !ticket.priority => Some(Why::NoPriority),
            Self::Restore if !matches!(ticket.state, NoShow) => Some(Why::NotMissed),
            Self::Absent if !matches!(ticket.state, Held) => Some(Why::NotHeld),
            Self::Transfer | Self::Cancel if !matches!(ticket.state, Waiting | Held) => {
                Some(Why::NotWaiting)
            }
            _ => None,
        }
    }
}

/// What is known of the number that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// It is no number yet.
    Nothing,
    /// The service is being asked for this number.
    Asking(String),
    /// The ticket as it stood when it was asked for.
    Ticket(Box<Visitor>),
    /// There is none, or no answer.
    Refused(String, Option<ProblemCode>),
}

impl Found {
    fn number(&self) -> Option<&str> {
        match self {
            Self::Nothing => None,
            Self::Asking(number) | Self::Refused(number, _) => Some(number),
            Self::Ticket(ticket) => Some(&ticket.number),
        }
    }
}

/// The answers so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Find {
    /// The number.
    pub typed: TypedNumber,
    /// What is known of it.
    pub found: Found,
    /// What is to be done.
    pub deed: Deed,
    /// What that asks.
    pub answers: Answers,
}

impl Find {
    /// Begins with the visitor at the counter, if there is one.
    pub(super) fn new(desk: &Desk) -> Self {
        let number = desk.visitor().map(|visitor| visitor.number.clone());
        let mut find = Self {
            typed: TypedNumber(number.unwrap_or_default()),
            found: Found::Nothing,
            deed: Deed::Grant,
            answers: Answers::new(Purpose::Submit),
        };
        find.answers.complete(find.deed.lines(), desk);
        find
    }

    /// The number that the service is to be asked for now.
    pub(in crate::view_model) fn ask(&mut self) -> Option<String> {
        if !self.typed.is_number() {
            self.found = Found::Nothing;
            return None;
        }
        let number = self.typed.0.clone();
        if self.found.number() == Some(&number) {
            return None;
        }
        self.found = Found::Asking(number.clone());
        Some(number)
    }

    /// Hears what became of `number`; the first deed that fits is marked.
    pub(in crate::view_model) fn hear(
        &mut self,
        number: &str,
        ticket: Result<Box<Visitor>, Option<ProblemCode>>,
        desk: &Desk,
    ) {
        if self.found.number() != Some(number) {
            return;
        }
        self.found = match ticket {
            Ok(ticket) => Found::Ticket(ticket),
            Err(code) => Found::Refused(number.to_owned(), code),
        };
        if self.why_not(self.deed).is_some() {
            let fits = Deed::ALL
                .into_iter()
                .find(|deed| self.why_not(*deed).is_none());
            self.choose(fits.unwrap_or(self.deed), desk);
        }
    }

    /// Why `deed` cannot be done.
    #[must_use]
    pub fn why_not(&self, deed: Deed) -> Option<Why> {
        match &self.found {
            Found::Ticket(ticket) => deed.why_not(ticket),
            Found::Nothing => Some(Why::NotANumber),
            Found::Asking(_) | Found::Refused(..) => Some(Why::NotFound),
        }
    }

    pub(super) fn key(&mut self, key: Key, desk: &Desk) {
        match key {
            Key::Tab => self.choose(step(&Deed::ALL, self.deed, 1), desk),
            Key::BackTab => self.choose(step(&Deed::ALL, self.deed, -1), desk),
            Key::Char(_) | Key::Backspace | Key::Delete => self.typed.key(key),
            _ => self.answers.key(key, self.deed.lines(), &[], desk),
        }
    }

    pub(super) fn pick(&mut self, group: Group, place: usize, desk: &Desk) {
        match group {
            Group::Entries => {
                if let Some(deed) = Deed::ALL.get(place) {
                    self.choose(*deed, desk);
                }
            }
            _ => self.answers.click(place, self.deed.lines(), &[], desk),
        }
    }

    pub(super) fn verb(&self) -> Result<Verb, Why> {
        if let Some(why) = self.why_not(self.deed) {
            return Err(why);
        }
        let (number, reason) = (self.typed.0.clone(), self.answers.reason);
        match self.deed {
            Deed::Grant => {
                let class = self.answers.class.clone().ok_or(Why::NoClass)?;
                Ok(Verb::Grant {
                    number,
                    class,
                    reason,
                })
            }
            Deed::Withdraw => Ok(Verb::Withdraw { number, reason }),
            Deed::Reprint => {
                let kiosk = self.answers.kiosk.ok_or(Why::NoKiosk)?;
                Ok(Verb::Reprint { number, kiosk })
            }
            Deed::Transfer if self.own_service() == self.answers.service.as_deref() => {
                Err(Why::SameQueue)
            }
            Deed::Transfer => Ok(Verb::Transfer {
                number: Some(number),
                service: self.answers.service.clone().ok_or(Why::NoService)?,
                counter: None,
                reason: TransferReason::WrongService,
            }),
            Deed::Restore => Ok(Verb::Restore { number }),
            Deed::Absent => Ok(Verb::NoShow { number }),
            Deed::Cancel => Ok(Verb::Cancel { number }),
        }
    }

    fn choose(&mut self, deed: Deed, desk: &Desk) {
        self.deed = deed;
        self.answers.rewind();
        self.answers.complete(deed.lines(), desk);
        if let (Deed::Transfer, Found::Ticket(ticket)) = (deed, &self.found) {
            self.answers.leave(&ticket.service, desk);
        }
    }

    /// The queue of the ticket that was found.
    fn own_service(&self) -> Option<&str> {
        match &self.found {
            Found::Ticket(ticket) => Some(&ticket.service),
            _ => None,
        }
    }
}
