//! What a start reads: who and what this folder is, and the day so far, replayed and checked.

use super::documents::{self, Documents, NextCentre};
use super::replay::{Replay, check_tickets};
use super::{ChainHead, OpenError, Registry, devices, officers};
use crate::centre::Document;
use queue_core::Centre;
use rusqlite::Connection;
use std::path::Path;
use std::sync::Arc;

/// Everything that a start needs.
pub struct Loaded {
    /// Who this folder is.
    pub meta: Meta,
    /// The newest row.
    pub head: ChainHead,
    /// The state of the newest day.
    pub centre: Centre,
    /// Devices, officers and PIN locks.
    pub registry: Registry,
    /// The adopted centre; `None` before the first adoption.
    pub document: Option<Arc<Document>>,
    /// The centre that a coming day begins with.
    pub next: Option<NextCentre>,
}

/// Who a data folder is.
#[derive(Clone, PartialEq, Eq)]
pub struct Meta {
    /// A random id, new after init and restore.
    pub journal_id: String,
    /// From which ticket tokens are made.
    pub secret: [u8; 32],
    /// Made for demos and tests.
    pub demo: bool,
}

/// Writes the one row that says who this folder is.
pub(super) fn found(db: &Connection, demo: bool) -> rusqlite::Result<()> {
    let mut secret = [0; 32];
    getrandom::fill(&mut secret)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.to_string().into()))?;
    let created_at = crate::clock::Clock::system().now().0.0;
    db.execute(
        "INSERT INTO meta (one, journal_id, secret, demo, created_at) VALUES (1, ?1, ?2, ?3, ?4)",
        (new_journal_id(), secret, demo, created_at),
    )?;
    Ok(())
}

/// A random id for a new or restored journal.
pub(super) fn new_journal_id() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// Reads the file behind `db`.
///
/// # Errors
/// [`OpenError::Damaged`] and what else SQLite says.
pub(super) fn load(db: &Connection, file: &Path) -> Result<Loaded, OpenError> {
    let sqlite = OpenError::sqlite(file);
    let meta = read_meta(db).map_err(&sqlite)?;
    if uuid::Uuid::try_parse(&meta.journal_id).is_err() {
        return Err(OpenError::damaged(file, "its id is no journal id"));
    }
    let mut documents = Documents::new(db, file);
    let replay = Replay {
        db,
        file,
        documents: &mut documents,
    };
    let (centre, head, digest) = replay.run()?;
    check_tickets(db, &centre)
        .map_err(&sqlite)?
        .map_err(|what| OpenError::damaged(file, what))?;
    let document = digest.map(|digest| documents.get(&digest)).transpose()?;
    let next = documents::next(db).map_err(&sqlite)?;
    let next = next.map(|(from, digest)| {
        documents
            .get(&digest)
            .map(|document| NextCentre { from, document })
    });
    let registry = load_registry(db).map_err(&sqlite)?;
    Ok(Loaded {
        meta,
        head,
        centre,
        registry,
        document,
        next: next.transpose()?,
    })
}

pub(super) fn read_meta(db: &Connection) -> rusqlite::Result<Meta> {
    db.query_row("SELECT journal_id, secret, demo FROM meta", [], |row| {
        Ok(Meta {
            journal_id: row.get(0)?,
            secret: row.get(1)?,
            demo: row.get(2)?,
        })
    })
}

/// Devices, officers and PIN locks.
pub(super) fn load_registry(db: &Connection) -> rusqlite::Result<Registry> {
    let mut registry = devices::load(db)?;
    officers::load(db, &mut registry)?;
    Ok(registry)
}
