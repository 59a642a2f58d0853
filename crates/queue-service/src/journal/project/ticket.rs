//! Tickets, their stays and their calls.

use super::state_word;
use crate::journal::row::Word as _;
use queue_core::{
    CallReason, Centre, CounterNo, Event, Moment, Outcome, Seq, Ticket, TicketId, TicketState,
};
use rusqlite::Connection;

/// What moved a ticket, and when.
pub(super) struct Move<'a> {
    pub seq: Seq,
    pub at: Moment,
    pub by: &'a str,
}

const INSERT: &str = "INSERT INTO ticket (id, day, letter, count, service, purpose, procedure, \
     language, priority, head_start_s, issued_by, arrived_at, state) \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";

/// A ticket's row, before its first stay.
pub(super) fn issued(db: &Connection, centre: &Centre, id: TicketId) -> rusqlite::Result<()> {
    let (Some(ticket), Some(day)) = (centre.tickets.get(&id), centre.day) else {
        return Ok(());
    };
    let mut insert = db.prepare_cached(INSERT)?;
    insert.execute((
        id.0,
        day.to_string(),
        ticket.number.letter.to_string(),
        ticket.number.count,
        &*ticket.service,
        ticket.purpose.word(),
        ticket.procedure.as_deref(),
        ticket.language.code(),
        ticket.priority,
        ticket.head_start_s,
        ticket.issued_by.0,
        ticket.arrived_at.0,
        state_word(&ticket.state),
    ))?;
    Ok(())
}

/// The row of a ticket handed in after its day: it has no stay, and no place in today's state.
pub(super) fn expired(db: &Connection, id: TicketId, event: &Event) -> rusqlite::Result<()> {
    let Event::TicketHandedIn {
        number,
        service,
        purpose,
        procedure,
        language,
        priority,
        head_start_s,
        device,
        arrived_at,
        date,
    } = event
    else {
        return Ok(());
    };
    let mut insert = db.prepare_cached(INSERT)?;
    insert.execute((
        id.0,
        date.to_string(),
        number.letter.to_string(),
        number.count,
        &**service,
        purpose.word(),
        procedure.as_deref(),
        language.code(),
        priority,
        head_start_s,
        device.0,
        arrived_at.0,
        state_word(&TicketState::Expired),
    ))?;
    Ok(())
}

/// Ends the ticket's stay, begins the next one unless the visit is over, and brings its row up to
/// date.
pub(super) fn moved(
    db: &Connection,
    centre: &Centre,
    id: TicketId,
    step: &Move<'_>,
) -> rusqlite::Result<()> {
    let Some(ticket) = centre.tickets.get(&id) else {
        return Ok(());
    };
    let mut end = db.prepare_cached(
        "UPDATE stay SET ended_at = ?2, ended_by = ?3 \
         WHERE seq = (SELECT stay FROM ticket WHERE id = ?1)",
    )?;
    end.execute((id.0, step.at.0, step.by))?;
    let (counter, outcome) = place(&ticket.state);
    let stay = if ticket.state.is_over() {
        None
    } else {
        Some(begin(db, ticket, counter, step)?)
    };
    let mut update = db.prepare_cached(
        "UPDATE ticket SET service = ?2, purpose = ?3, procedure = ?4, state = ?5, counter = ?6, \
         outcome = ?7, stay = ?8 WHERE id = ?1",
    )?;
    update.execute((
        id.0,
        &*ticket.service,
        ticket.purpose.word(),
        ticket.procedure.as_deref(),
        state_word(&ticket.state),
        counter.map(|counter| counter.0),
        outcome.map(Outcome::word),
        stay,
    ))?;
    Ok(())
}

fn begin(
    db: &Connection,
    ticket: &Ticket,
    counter: Option<CounterNo>,
    step: &Move<'_>,
) -> rusqlite::Result<u64> {
    let mut insert = db.prepare_cached(
        "INSERT INTO stay (seq, ticket, state, service, counter, priority, began_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    let stay = step.seq.0;
    insert.execute((
        stay,
        ticket.id.0,
        state_word(&ticket.state),
        &*ticket.service,
        counter.map(|counter| counter.0),
        ticket.priority,
        step.at.0,
    ))?;
    Ok(stay)
}

const fn place(state: &TicketState) -> (Option<CounterNo>, Option<Outcome>) {
    match state {
        TicketState::Waiting { counter } => (*counter, None),
        TicketState::Called { counter, .. }
        | TicketState::Serving { counter }
        | TicketState::Held { counter, .. }
        | TicketState::NoShow { counter } => (Some(*counter), None),
        TicketState::Finished { outcome, counter } => (Some(*counter), Some(*outcome)),
        TicketState::Cancelled | TicketState::Expired => (None, None),
    }
}

/// A call, recall or resumption: it is the newest call of the state. Only a first call has a
/// reason.
pub(super) fn called(
    db: &Connection,
    centre: &Centre,
    seq: Seq,
    why: Option<(&CallReason, Option<&str>)>,
) -> rusqlite::Result<()> {
    let Some(call) = centre.calls.back().filter(|call| call.id == seq.into()) else {
        return Ok(());
    };
    let officer = centre.desks.get(&call.counter).map(|desk| desk.officer.0);
    let (reason, chosen) = why.unzip();
    let mut insert = db.prepare_cached(
        "INSERT INTO call (id, ticket, counter, officer, at, attempt, reason, passed_over, \
         earlier_s, head_start_s, chosen) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?;
    insert.execute((
        call.id.0,
        call.ticket.0,
        call.counter.0,
        officer,
        call.at.0,
        call.attempt,
        reason.map(|reason| reason.kind.word()),
        reason
            .and_then(|reason| reason.passed_over)
            .map(|number| number.to_string()),
        reason.and_then(|reason| reason.earlier_s),
        reason.and_then(|reason| reason.head_start_s),
        chosen.flatten(),
    ))?;
    Ok(())
}

/// The priority of a ticket's row; its stays keep the mark they began with.
pub(super) fn marked(db: &Connection, centre: &Centre, id: TicketId) -> rusqlite::Result<()> {
    let Some(ticket) = centre.tickets.get(&id) else {
        return Ok(());
    };
    db.execute(
        "UPDATE ticket SET priority = ?2, head_start_s = ?3 WHERE id = ?1",
        (id.0, ticket.priority, ticket.head_start_s),
    )?;
    Ok(())
}

/// What came of the service in hand: on the stay that ends with it; a visit has the dossiers of all its
/// services.
pub(super) fn handled(
    db: &Connection,
    id: TicketId,
    outcome: Outcome,
    dossiers: u16,
) -> rusqlite::Result<()> {
    let mut stay = db.prepare_cached(
        "UPDATE stay SET outcome = ?2, dossiers = ?3 \
         WHERE seq = (SELECT stay FROM ticket WHERE id = ?1)",
    )?;
    stay.execute((id.0, outcome.word(), dossiers))?;
    let mut visit =
        db.prepare_cached("UPDATE ticket SET dossiers = coalesce(dossiers, 0) + ?2 WHERE id = ?1")?;
    visit.execute((id.0, dossiers))?;
    Ok(())
}
