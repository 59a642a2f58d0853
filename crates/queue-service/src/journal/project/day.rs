//! The days, and the centres in force.

use chrono::NaiveDate;
use queue_core::{Moment, Seq};
use rusqlite::Connection;

pub(super) fn opened(
    db: &Connection,
    date: NaiveDate,
    seq: Seq,
    at: Moment,
) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO day (date, first_seq, opened_at) VALUES (?1, ?2, ?3)",
        (date.to_string(), seq.0, at.0),
    )?;
    Ok(())
}

/// Everything that is still open ends here: tickets expire, stays and counters' spans are cut.
/// What ended by `day_ended` enters no statistic.
pub(super) fn ended(
    db: &Connection,
    date: NaiveDate,
    seq: Seq,
    at: Moment,
) -> rusqlite::Result<()> {
    let day = date.to_string();
    db.execute(
        "UPDATE stay SET ended_at = ?2, ended_by = 'day_ended' \
         WHERE seq IN (SELECT stay FROM ticket WHERE day = ?1 AND stay IS NOT NULL)",
        (&day, at.0),
    )?;
    db.execute(
        "UPDATE ticket SET state = 'expired', counter = NULL, stay = NULL \
         WHERE day = ?1 AND stay IS NOT NULL",
        [&day],
    )?;
    db.execute(
        "UPDATE counter_span SET ended_at = ?1, ended_by = 'day_ended' WHERE ended_at IS NULL",
        [at.0],
    )?;
    db.execute(
        "UPDATE day SET last_seq = ?2, ended_at = ?3 WHERE date = ?1",
        (&day, seq.0, at.0),
    )?;
    Ok(())
}

pub(super) fn adopted(db: &Connection, digest: &str, seq: Seq) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO adoption (seq, digest) VALUES (?1, ?2)",
        (seq.0, digest),
    )?;
    Ok(())
}
