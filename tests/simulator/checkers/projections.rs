//! What reports read against the events: tickets, stays, calls, openings.

use super::book::{Book, Page, Place};
use anyhow::{Result, ensure};
use rusqlite::{Connection, Row};
use std::fmt::Debug;

pub fn check(book: &Book, db: &Connection) -> Result<()> {
    let first = book
        .tickets
        .keys()
        .next()
        .map_or(i64::MAX.unsigned_abs(), |id| id.0);
    let stored = rows(
        db,
        "SELECT id, letter || printf('%03d', count), service, head_start_s, state FROM ticket \
         WHERE id >= ?1 ORDER BY id",
        first,
        |row| {
            Ok((
                row.get(0)?,
                row.get(1)?,
                row.get(2)?,
                row.get(3)?,
                row.get(4)?,
            ))
        },
    )?;
    let told = book.tickets.iter().map(|(id, page)| {
        let (number, service) = (page.number.to_string(), page.service.to_string());
        (
            id.0,
            number,
            service,
            page.head_start_s,
            word(page).to_owned(),
        )
    });
    let told: Vec<(u64, String, String, i64, String)> = told.collect();
    same("tickets", &stored, &told)?;

    let open = "SELECT ticket, state, counter FROM stay WHERE ended_at IS NULL AND seq > ?1 ORDER BY ticket";
    let stored = rows(db, open, 0, |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })?;
    let told = book
        .tickets
        .iter()
        .filter(|(_, page)| !page.place.is_over());
    let told = told.map(|(id, page)| (id.0, word(page).to_owned(), counter(page.place)));
    let told: Vec<(u64, String, Option<u16>)> = told.collect();
    same("open stays", &stored, &told)?;

    // A stay begins when the one before ends; only a no-show is away in between.
    let torn = "SELECT seq FROM (SELECT seq, ended_at, ended_by, \
         lead(began_at) OVER (PARTITION BY ticket ORDER BY seq) AS next FROM stay) \
         WHERE next IS NOT NULL AND ended_by <> 'no_show' AND next IS NOT ended_at AND seq > ?1";
    let torn: Vec<u64> = rows(db, torn, 0, |row| row.get(0))?;
    same("stays that do not join", &torn, &[])?;

    let calls = rows(
        db,
        "SELECT id FROM call WHERE id > ?1 ORDER BY id",
        0,
        |row| row.get(0),
    )?;
    let told: Vec<u64> = book.calls.iter().map(|seq| seq.0).collect();
    same("calls", &calls, &told)?;

    let spans = "SELECT counter, device, officer, state FROM counter_span \
         WHERE ended_at IS NULL AND seq > ?1 ORDER BY counter";
    let spans = rows(db, spans, 0, |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?;
    let told = book.desks.iter().map(|(counter, desk)| {
        let state = if desk.paused { "break" } else { "open" };
        (counter.0, desk.device.0, desk.officer.0, state.to_owned())
    });
    let told: Vec<(u16, u32, u32, String)> = told.collect();
    same("openings", &spans, &told)
}

fn rows<T>(
    db: &Connection,
    sql: &str,
    after: u64,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    let mut statement = db.prepare(sql)?;
    let rows = statement
        .query_map([after], read)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

fn same<T: PartialEq + Debug>(what: &str, stored: &[T], told: &[T]) -> Result<()> {
    ensure!(
        stored == told,
        "{what}: the projection has {stored:?}, the events tell of {told:?}"
    );
    Ok(())
}

const fn word(page: &Page) -> &'static str {
    match page.place {
        Place::Waiting(_) => "waiting",
        Place::Called(_) => "called",
        Place::Serving(_) => "serving",
        Place::Held(_) => "held",
        Place::Missed(_) => "no_show",
        Place::Finished(_) => "finished",
        Place::Cancelled => "cancelled",
        Place::Expired => "expired",
    }
}

fn counter(place: Place) -> Option<u16> {
    match place {
        Place::Waiting(counter) => counter.map(|counter| counter.0),
        Place::Called(counter) | Place::Serving(counter) | Place::Held(counter) => Some(counter.0),
        _ => None,
    }
}
