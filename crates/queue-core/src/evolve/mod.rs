//! One event applied to the state. Total: an event that cannot be true of this state changes
//! nothing, so that no journal, however odd, stops the service.

mod arrival;
mod counter;
mod day;
mod paper;
mod place;
mod visit;

use crate::{Centre, Event, Moment, Seq, TicketState};
use place::change;

/// Makes `event`, the journal's entry `seq` of the instant `at`, true of `centre`.
///
/// [`Event::CentreAdopted`] changes nothing here: its document stands outside the journal, so the
/// caller puts it into [`Centre::catalogue`], at the same place live and in a replay.
pub fn evolve(centre: &mut Centre, seq: Seq, at: Moment, event: &Event) {
    match event {
        Event::DayOpened { date } => day::opened(centre, *date),
        Event::DayEnded { date } => day::ended(centre, at, *date),
        Event::CentreAdopted { .. } | Event::ClockAccepted => {}
        Event::TicketIssued { .. } => arrival::issued(centre, seq, at, event),
        Event::TicketHandedIn { .. } => arrival::handed_in(centre, seq, event),
        Event::TicketCalled {
            ticket,
            counter,
            reason,
            ..
        } => {
            visit::called(centre, seq, at, *ticket, (*counter, *reason));
        }
        Event::TicketRecalled { ticket } => visit::recalled(centre, seq, at, *ticket),
        Event::TicketServed { ticket } => visit::served(centre, at, *ticket),
        Event::TicketFinished {
            ticket,
            outcome,
            counter,
            ..
        } => {
            visit::finished(centre, at, *ticket, (*outcome, *counter));
        }
        Event::ServiceFinished {
            ticket,
            counter,
            service,
            purpose,
            here,
            ..
        } => {
            visit::service_finished(centre, at, *ticket, *counter, (service, *purpose, *here));
        }
        Event::TicketNoShow { ticket } => visit::missed(centre, at, *ticket),
        Event::TicketRestored {
            ticket,
            ranked_from,
        } => {
            visit::restored(centre, at, *ticket, *ranked_from);
        }
        Event::TicketReturned { ticket } => visit::returned(centre, at, *ticket),
        Event::TicketHeld { ticket, back_at } => visit::held(centre, at, *ticket, *back_at),
        Event::TicketResumed { ticket, counter } => {
            visit::resumed(centre, seq, at, *ticket, *counter);
        }
        Event::TicketTransferred {
            ticket,
            service,
            counter,
            ..
        } => {
            visit::transferred(centre, at, *ticket, (service, *counter));
        }
        Event::TransferLapsed { ticket } => visit::lapsed(centre, at, *ticket),
        Event::PriorityChanged {
            ticket,
            priority,
            head_start_s,
            ..
        } => {
            change(centre, *ticket, |ticket| {
                ticket.priority = *priority;
                ticket.head_start_s = *head_start_s;
            });
        }
        Event::TicketCancelled { ticket } => visit::cancelled(centre, at, *ticket),
        Event::CounterOpened {
            counter,
            device,
            officer,
            taken_over,
        } => {
            counter::opened(centre, at, *counter, (*device, *officer), *taken_over);
        }
        Event::CounterClosed { counter } => counter::closed(centre, at, *counter),
        Event::BreakStarted {
            counter,
            reason,
            minutes,
        } => {
            counter::paused(centre, at, *counter, (*reason, *minutes));
        }
        Event::BreakEnded { counter } => counter::back(centre, at, *counter),
        Event::HelpStarted {
            counter,
            service,
            handicap_s,
        } => counter::helping(centre, *counter, service, Some(*handicap_s)),
        Event::HelpEnded { counter, service } => {
            counter::helping(centre, *counter, service, None);
        }
        Event::PaperReported {
            ticket,
            result,
            cause,
        } => {
            paper::reported(centre, at, *ticket, *result, cause.as_ref());
        }
        Event::ReprintAsked { ticket, kiosk } => paper::asked(centre, *ticket, *kiosk),
        Event::PaperCleared { ticket } => paper::cleared(centre, *ticket),
    }
}

/// The state of a ticket, if there is one.
fn state_of(centre: &Centre, ticket: crate::TicketId) -> Option<TicketState> {
    centre.tickets.get(&ticket).map(|ticket| ticket.state)
}
