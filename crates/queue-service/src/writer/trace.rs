//! One span per command: its key, its verb, its ticket, and how long it took to decide and write.

use super::order::Order;
use queue_core::{Command, Event, Seq, TicketId};
use std::time::Instant;
use tracing::field;
use tracing::span::EnteredSpan;

/// The span of the command in hand.
pub(super) struct CommandSpan {
    span: EnteredSpan,
    began: Instant,
}

impl CommandSpan {
    /// Begins with what is asked.
    pub fn enter(order: &Order) -> Self {
        let span = tracing::info_span!(
            "command",
            key = order.key.as_ref().map(|key| key.key.as_str()),
            verb = verb(&order.command),
            ticket = field::Empty,
            us = field::Empty
        );
        Self {
            span: span.entered(),
            began: Instant::now(),
        }
    }

    /// Notes the ticket that the events are about.
    pub fn decided(&self, events: &[(Seq, Event)]) {
        if let Some(ticket) = events
            .iter()
            .find_map(|(seq, event)| ticket_of(*seq, event))
        {
            self.span.record("ticket", ticket.0);
        }
    }

    /// Notes how long it took to decide and write, up to the commit.
    pub fn close(self) {
        let us = u64::try_from(self.began.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.span.record("us", us);
        tracing::debug!("decided");
    }
}

/// The verb of a command, as the calls name it.
pub(crate) const fn verb(command: &Command) -> &'static str {
    match command {
        Command::Issue { .. } => "issue",
        Command::HandIn { .. } => "hand-in",
        Command::Open { .. } => "open",
        Command::Close { .. } => "close",
        Command::Break { .. } => "break",
        Command::Back { .. } => "back",
        Command::Help { .. } => "help",
        Command::CallNext { .. } => "call-next",
        Command::Call { .. } => "call",
        Command::Recall { .. } => "recall",
        Command::Serve { .. } => "serve",
        Command::Finish { .. } => "finish",
        Command::NextService { .. } => "next-service",
        Command::NoShow { .. } => "no-show",
        Command::Return { .. } => "return",
        Command::Hold { .. } => "hold",
        Command::Resume { .. } => "resume",
        Command::Transfer { .. } => "transfer",
        Command::Restore { .. } => "restore",
        Command::Priority { .. } => "priority",
        Command::Cancel { .. } => "cancel",
        Command::ReportPaper { .. } => "print-result",
        Command::Reprint { .. } => "reprint",
        Command::ClearPaper { .. } => "clear-paper",
        Command::TurnDay { .. } => "turn-day",
    }
}

/// The ticket that an event is about.
pub(crate) fn ticket_of(seq: Seq, event: &Event) -> Option<TicketId> {
    match event {
        Event::TicketIssued { .. } | Event::TicketHandedIn { .. } => Some(seq.into()),
        Event::TicketCalled { ticket, .. }
        | Event::TicketRecalled { ticket }
        | Event::TicketServed { ticket }
        | Event::TicketFinished { ticket, .. }
        | Event::ServiceFinished { ticket, .. }
        | Event::TicketNoShow { ticket }
        | Event::TicketRestored { ticket, .. }
        | Event::TicketReturned { ticket }
        | Event::TicketHeld { ticket, .. }
        | Event::TicketResumed { ticket, .. }
        | Event::TicketTransferred { ticket, .. }
        | Event::TransferLapsed { ticket }
        | Event::PriorityChanged { ticket, .. }
        | Event::TicketCancelled { ticket }
        | Event::PaperReported { ticket, .. }
        | Event::ReprintAsked { ticket, .. }
        | Event::PaperCleared { ticket } => Some(*ticket),
        Event::DayOpened { .. }
        | Event::DayEnded { .. }
        | Event::CentreAdopted { .. }
        | Event::ClockAccepted
        | Event::CounterOpened { .. }
        | Event::CounterClosed { .. }
        | Event::BreakStarted { .. }
        | Event::BreakEnded { .. }
        | Event::HelpStarted { .. }
        | Event::HelpEnded { .. } => None,
    }
}
