//! What reports read, kept in step with the events in the same transaction. Everything is taken
//! from the state after the event, so no rule is written twice.

mod counter;
mod day;
mod ticket;

use super::{Entry, StoreError};
use chrono::NaiveDate;
use queue_core::{Centre, Event, Moment, Number, Seq, TicketState};
use rusqlite::Connection;

/// Writes what `event` changed; `centre` is the state after it.
pub(super) fn project(
    db: &Connection,
    centre: &Centre,
    (seq, at): (Seq, Moment),
    event: &Event,
) -> rusqlite::Result<()> {
    let moved = |id, by| ticket::moved(db, centre, id, &ticket::Move { seq, at, by });
    match event {
        Event::DayOpened { date } => day::opened(db, *date, seq, at),
        Event::DayEnded { date } => day::ended(db, *date, seq, at),
        Event::CentreAdopted { digest } => day::adopted(db, digest, seq),
        Event::TicketIssued { .. } => {
            ticket::issued(db, centre, seq.into())?;
            moved(seq.into(), "issued")
        }
        Event::TicketHandedIn { arrived_at, .. } if centre.tickets.contains_key(&seq.into()) => {
            ticket::issued(db, centre, seq.into())?;
            let (at, by) = (*arrived_at, "handed_in");
            ticket::moved(db, centre, seq.into(), &ticket::Move { seq, at, by })
        }
        Event::TicketHandedIn { .. } => ticket::expired(db, seq.into(), event),
        Event::TicketCalled {
            ticket,
            reason,
            chosen,
            ..
        } => {
            moved(*ticket, "called")?;
            ticket::called(db, centre, seq, Some((reason, chosen.as_deref())))
        }
        Event::TicketResumed { ticket, .. } => {
            moved(*ticket, "resumed")?;
            ticket::called(db, centre, seq, None)
        }
        Event::TicketRecalled { .. } => ticket::called(db, centre, seq, None),
        Event::TicketServed { ticket } => moved(*ticket, "served"),
        Event::TicketFinished {
            ticket,
            outcome,
            dossiers,
            ..
        } => {
            ticket::handled(db, *ticket, *outcome, *dossiers)?;
            moved(*ticket, "finished")
        }
        Event::ServiceFinished {
            ticket,
            outcome,
            dossiers,
            ..
        } => {
            ticket::handled(db, *ticket, *outcome, *dossiers)?;
            moved(*ticket, "service_finished")
        }
        Event::TicketNoShow { ticket } => moved(*ticket, "no_show"),
        Event::TicketRestored { ticket, .. } => moved(*ticket, "restored"),
        Event::TicketReturned { ticket } => moved(*ticket, "returned"),
        Event::TicketHeld { ticket, .. } => moved(*ticket, "held"),
        Event::TicketTransferred { ticket, .. } => moved(*ticket, "transferred"),
        Event::TransferLapsed { ticket } => moved(*ticket, "lapsed"),
        Event::TicketCancelled { ticket } => moved(*ticket, "cancelled"),
        Event::PriorityChanged { ticket, .. } => ticket::marked(db, centre, *ticket),
        Event::CounterOpened { counter, .. } => {
            counter::begin(db, centre, *counter, (seq, at), "opened")
        }
        Event::BreakStarted { counter, .. } => {
            counter::begin(db, centre, *counter, (seq, at), "break")
        }
        Event::BreakEnded { counter } => counter::begin(db, centre, *counter, (seq, at), "back"),
        Event::CounterClosed { counter } => counter::end(db, *counter, at, "closed"),
        Event::ClockAccepted
        | Event::HelpStarted { .. }
        | Event::HelpEnded { .. }
        | Event::PaperReported { .. }
        | Event::ReprintAsked { .. }
        | Event::PaperCleared { .. } => Ok(()),
    }
}

/// The stored word of a ticket's state.
pub(super) const fn state_word(state: &TicketState) -> &'static str {
    match state {
        TicketState::Waiting { .. } => "waiting",
        TicketState::Called { .. } => "called",
        TicketState::Serving { .. } => "serving",
        TicketState::Held { .. } => "held",
        TicketState::Finished { .. } => "finished",
        TicketState::NoShow { .. } => "no_show",
        TicketState::Cancelled => "cancelled",
        TicketState::Expired => "expired",
    }
}

impl Entry<'_> {
    /// Counts one visitor of a class of priority on `date`.
    ///
    /// # Errors
    /// [`StoreError::NotStored`].
    pub fn count_class(&self, date: NaiveDate, class: &str) -> Result<(), StoreError> {
        let mut count = self.db.prepare_cached(
            "INSERT INTO class_count (date, class, n) VALUES (?1, ?2, 1) \
             ON CONFLICT (date, class) DO UPDATE SET n = n + 1",
        )?;
        count.execute((date.to_string(), class))?;
        Ok(())
    }

    /// Whether `number` of `date` is known, given or handed in.
    ///
    /// # Errors
    /// [`StoreError::NotStored`].
    pub fn number_is_known(&self, date: NaiveDate, number: Number) -> Result<bool, StoreError> {
        let mut select = self
            .db
            .prepare_cached("SELECT 1 FROM ticket WHERE day = ?1 AND letter = ?2 AND count = ?3")?;
        let letter = number.letter.to_string();
        Ok(select.exists((date.to_string(), letter, number.count))?)
    }

    /// Whether `date` was ever opened: its numbers are given, so it is not opened again.
    ///
    /// # Errors
    /// [`StoreError::NotStored`].
    pub fn day_was_opened(&self, date: NaiveDate) -> Result<bool, StoreError> {
        let mut select = self
            .db
            .prepare_cached("SELECT 1 FROM day WHERE date = ?1")?;
        Ok(select.exists([date.to_string()])?)
    }
}
