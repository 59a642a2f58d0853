//! The day so far: its events read back, checked against their chain, and made true again.

use super::documents::{self, Documents};
use super::project::state_word;
use super::{ChainHead, Link, OpenError, row};
use crate::centre::Document;
use queue_core::{Catalogue, Centre, Event, Hours, Moment, Seq, Settings, TicketId, evolve};
use rusqlite::{Connection, OptionalExtension as _};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// Makes one stored event true of `centre`. `adopted` is the document of a
/// [`Event::CentreAdopted`]; the rules themselves know only its digest.
pub fn apply(
    centre: &mut Centre,
    (seq, at): (Seq, Moment),
    event: &Event,
    adopted: Option<&Arc<Document>>,
) {
    if let Some(document) = adopted {
        centre.catalogue = Arc::new(document.rules());
    }
    evolve(centre, seq, at, event);
}

/// The newest stored row up to `seq`.
pub(super) fn head_at(db: &Connection, seq: u64) -> rusqlite::Result<ChainHead> {
    let newest = "SELECT seq, at, hash FROM event WHERE seq <= ?1 ORDER BY seq DESC LIMIT 1";
    let head = db.query_row(newest, [seq], |row| {
        Ok(ChainHead {
            seq: Seq(row.get(0)?),
            at: Moment(row.get(1)?),
            hash: row.get(2)?,
        })
    });
    Ok(head.optional()?.unwrap_or(ChainHead::EMPTY))
}

/// The newest day, from its first event on.
pub(super) struct Replay<'a, 'd> {
    pub db: &'a Connection,
    pub file: &'a Path,
    pub documents: &'d mut Documents<'a>,
}

impl Replay<'_, '_> {
    /// The state after the newest event, the newest row, and the digest of the adopted centre.
    pub fn run(self) -> Result<(Centre, ChainHead, Option<String>), OpenError> {
        let sqlite = OpenError::sqlite(self.file);
        let first: Option<u64> = self
            .db
            .query_row("SELECT max(first_seq) FROM day", [], |row| row.get(0))
            .map_err(&sqlite)?;
        let first = first.unwrap_or(1);
        let mut head = head_at(self.db, first - 1).map_err(&sqlite)?;
        if head.seq.0 != first - 1 {
            return Err(OpenError::damaged(
                self.file,
                format!("event {} is missing", first - 1),
            ));
        }
        let mut digest = documents::adopted_before(self.db, first).map_err(&sqlite)?;
        let catalogue = match &digest {
            Some(digest) => self.documents.get(digest)?.rules(),
            None => nothing(),
        };
        let mut centre = Centre::new(Arc::new(catalogue));
        let mut statement = self
            .db
            .prepare(
                "SELECT seq, at, kind, version, device, body, hash FROM event \
                 WHERE seq >= ?1 ORDER BY seq",
            )
            .map_err(&sqlite)?;
        let mut rows = statement.query([first]).map_err(&sqlite)?;
        while let Some(stored) = rows.next().map_err(&sqlite)? {
            let (next, event) = read_row(stored, &head)
                .map_err(&sqlite)?
                .map_err(|what| OpenError::damaged(self.file, what))?;
            head = next;
            let adopted = match &event {
                Event::CentreAdopted { digest: new } => {
                    digest = Some(new.to_string());
                    Some(self.documents.get(new)?)
                }
                _ => None,
            };
            apply(&mut centre, (head.seq, head.at), &event, adopted.as_ref());
        }
        Ok((centre, head, digest))
    }
}

/// One row, checked against the head before it: the new head and the event, or what is wrong.
pub(super) fn read_row(
    stored: &rusqlite::Row<'_>,
    head: &ChainHead,
) -> rusqlite::Result<Result<(ChainHead, Event), String>> {
    let seq = Seq(stored.get(0)?);
    let (kind, body) = (stored.get_ref(2)?.as_str()?, stored.get_ref(5)?.as_str()?);
    let link = Link {
        seq,
        at: Moment(stored.get(1)?),
        kind,
        version: stored.get(3)?,
        device: stored.get(4)?,
        body,
    };
    let next = head.after(&link);
    Ok(if seq != head.next_seq() {
        Err(format!("event {} is missing", head.next_seq().0))
    } else if stored.get::<_, [u8; 32]>(6)? != next.hash {
        Err(format!(
            "event {} was changed: its hash does not fit",
            seq.0
        ))
    } else {
        let event = row::read(kind, link.version, body);
        event
            .map(|event| (next, event))
            .map_err(|error| format!("event {}: {error}", seq.0))
    })
}

/// The day's tickets stand alike in the replayed state and in the projection.
pub(super) fn check_tickets(
    db: &Connection,
    centre: &Centre,
) -> rusqlite::Result<Result<(), String>> {
    // What was handed in for a day before stands among them, and in no state. The newest day need
    // not have the latest date: a clock may have been ahead.
    let stored = "WITH newest AS (SELECT date, first_seq FROM day ORDER BY first_seq DESC LIMIT 1) \
        SELECT id, state FROM ticket, newest WHERE id >= first_seq AND day = date";
    let mut statement = db.prepare(stored)?;
    let stored = statement.query_map([], |row| Ok((TicketId(row.get(0)?), row.get(1)?)))?;
    let stored = stored.collect::<rusqlite::Result<BTreeMap<TicketId, String>>>()?;
    let replayed = centre.tickets.values();
    let wrong = replayed.clone().find(|ticket| {
        stored
            .get(&ticket.id)
            .is_none_or(|state| state != state_word(&ticket.state))
    });
    Ok(match wrong {
        Some(ticket) => Err(format!("ticket {} is not as its events say", ticket.id.0)),
        None if replayed.len() != stored.len() => Err("it has tickets without events".to_owned()),
        None => Ok(()),
    })
}

/// The rules of a folder without a centre: nothing is issued, nothing opens.
fn nothing() -> Catalogue {
    Catalogue {
        services: BTreeMap::new(),
        counters: BTreeMap::new(),
        procedures: BTreeMap::new(),
        classes: Vec::new(),
        hours: Hours::default(),
        settings: Settings {
            grace_s: 0,
            recall_limit: 0,
            expected_priority_percent: 0,
            help_handicap_s: 0,
            offset: chrono::Offset::fix(&chrono::Utc),
        },
    }
}
