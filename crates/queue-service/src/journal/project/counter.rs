//! The spans of counters.

use crate::journal::row::Word as _;
use queue_core::{Centre, CounterNo, CounterState, Moment, Seq};
use rusqlite::Connection;

/// The counter's span ends, and a new one of its new state begins.
pub(super) fn begin(
    db: &Connection,
    centre: &Centre,
    counter: CounterNo,
    (seq, at): (Seq, Moment),
    by: &str,
) -> rusqlite::Result<()> {
    end(db, counter, at, by)?;
    let Some(desk) = centre.desks.get(&counter) else {
        return Ok(());
    };
    let (state, reason) = match &desk.state {
        CounterState::Open => ("open", None),
        CounterState::Break { reason, .. } => ("break", Some(reason.word())),
    };
    let mut insert = db.prepare_cached(
        "INSERT INTO counter_span (seq, counter, state, reason, device, officer, began_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    insert.execute((
        seq.0,
        counter.0,
        state,
        reason,
        desk.device.0,
        desk.officer.0,
        at.0,
    ))?;
    Ok(())
}

/// The counter's span, if it has one, ends.
pub(super) fn end(
    db: &Connection,
    counter: CounterNo,
    at: Moment,
    by: &str,
) -> rusqlite::Result<()> {
    let mut update = db.prepare_cached(
        "UPDATE counter_span SET ended_at = ?2, ended_by = ?3 \
         WHERE counter = ?1 AND ended_at IS NULL",
    )?;
    update.execute((counter.0, at.0, by))?;
    Ok(())
}
