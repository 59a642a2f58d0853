//! The judge: a command against the state, giving events or a refusal. Nothing is changed here.

mod call;
mod cancel;
mod case;
mod counter;
mod day;
mod hand_in;
mod hold;
mod issue;
mod next_service;
mod paper;
mod priority;
mod restore;
mod serve;
mod transfer;

use crate::{Actor, Centre, ClassCode, Command, Event, Moment, Refusal};
use case::Case;

/// What a command makes true.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decision {
    /// The events, in order; none when nothing changes (an empty queue, a turn to the same day).
    pub events: Vec<Event>,
    /// Classes to add to the day's counts, joined to no ticket.
    pub counted: Vec<ClassCode>,
}

impl From<Event> for Decision {
    fn from(event: Event) -> Self {
        Self {
            events: vec![event],
            counted: Vec::new(),
        }
    }
}

/// Judges `command` of `actor` at `now`: the events that would make it true, or why not.
///
/// # Errors
/// The [`Refusal`]; the first that applies, in the order: who asks, what exists, whose counter, in
/// what state.
pub fn decide(
    centre: &Centre,
    now: Moment,
    actor: Actor,
    command: &Command,
) -> Result<Decision, Refusal> {
    let case = Case { centre, now, actor };
    if !matches!(command, Command::TurnDay { .. }) {
        case.today()?;
    }
    match command {
        Command::TurnDay { date } => day::turn(&case, *date),
        Command::Issue {
            service,
            purpose,
            procedure,
            classes,
            language,
        } => {
            let wish = issue::Wish {
                service,
                purpose: *purpose,
                procedure: procedure.as_ref(),
            };
            issue::issue(&case, &wish, classes, *language)
        }
        Command::HandIn {
            ticket,
            last_contact,
            replaces,
        } => hand_in::hand_in(&case, ticket, *last_contact, *replaces),
        Command::Open {
            counter,
            officer,
            take_over,
        } => counter::open(&case, *counter, *officer, *take_over),
        Command::Close { counter } => counter::close(&case, *counter),
        Command::Break {
            counter,
            reason,
            minutes,
        } => counter::pause(&case, *counter, *reason, *minutes),
        Command::Back { counter } => counter::back(&case, *counter),
        Command::Help {
            counter,
            service,
            on,
        } => counter::help(&case, *counter, service, *on),
        Command::CallNext { counter } => call::next(&case, *counter),
        Command::Call {
            counter,
            ticket,
            reason,
        } => call::chosen(&case, *counter, *ticket, reason),
        Command::Recall { counter } => call::recall(&case, *counter),
        Command::Return { counter } => call::undo(&case, *counter),
        Command::Serve { counter } => serve::serve(&case, *counter),
        Command::Finish {
            counter,
            ticket,
            outcome,
            dossiers,
        } => serve::finish(&case, *counter, *ticket, *outcome, *dossiers),
        Command::NextService {
            counter,
            ticket,
            outcome,
            dossiers,
            service,
            purpose,
        } => {
            let (done, next) = ((*outcome, *dossiers), (service, *purpose));
            next_service::next(&case, (*counter, *ticket), done, next)
        }
        Command::NoShow { counter, ticket } => serve::no_show(&case, *counter, *ticket),
        Command::Hold { counter, back_at } => hold::hold(&case, *counter, *back_at),
        Command::Resume { counter, ticket } => hold::resume(&case, *counter, *ticket),
        Command::Transfer {
            counter,
            ticket,
            to,
            reason,
        } => transfer::transfer(&case, (*counter, *ticket), to, reason.as_ref()),
        Command::Restore { ticket } => restore::restore(&case, *ticket),
        Command::Priority {
            ticket,
            grant,
            reason,
        } => priority::change(&case, *ticket, grant.as_ref(), reason),
        Command::Cancel { ticket } => cancel::cancel(&case, *ticket),
        Command::ReportPaper {
            ticket,
            result,
            cause,
        } => paper::report(&case, *ticket, *result, cause.as_ref()),
        Command::Reprint { ticket, kiosk } => paper::reprint(&case, *ticket, *kiosk),
        Command::ClearPaper { ticket } => paper::clear(&case, *ticket),
    }
}
