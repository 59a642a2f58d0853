//! A data folder whose writer runs in the test's own process.

use crate::programs::assets;
use crate::stopped_time::StoppedTime;
use anyhow::{Context as _, Result, anyhow};
use chrono::DateTime;
use queue_core::{Actor, Catalogue, Centre, Command, Event, Moment, Seq};
use queue_service::centre::Document;
use queue_service::journal::{DataFolder, Journal, row};
use queue_service::writer::{AdminOrder, Key, Order, Reply, Scribe};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::sync::Arc;

/// A data folder with an adopted centre, under a time of its own.
pub struct Folder {
    /// The folder.
    pub data: DataFolder,
    /// Its time.
    pub time: StoppedTime,
    /// The rules of its centre.
    pub rules: Arc<Catalogue>,
}

/// One stored event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its place in the journal.
    pub seq: Seq,
    /// Its instant.
    pub at: Moment,
    /// Whether a device asked for it; otherwise the service itself or an administrator.
    pub asked: bool,
    /// What became true.
    pub event: Event,
}

/// An instant from its text (RFC 3339).
///
/// # Errors
/// The text is none.
pub fn instant(text: &str) -> Result<Moment> {
    let time = DateTime::parse_from_rfc3339(text).with_context(|| text.to_owned())?;
    Ok(Moment(time.timestamp_millis()))
}

/// A centre of `assets/centres`.
///
/// # Errors
/// Its folder is not in order.
pub fn document(centre: &str) -> Result<Document> {
    let read = Document::read_dir(&assets().join("centres").join(centre));
    read.map_err(|findings| anyhow!("{centre}: {findings:?}"))
}

impl Folder {
    /// Makes a demo folder at the new path `data` with a centre of `assets/centres`.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn make(data: &Path, centre: &str, time: StoppedTime) -> Result<Self> {
        let data = DataFolder::new(data);
        Journal::create(&data, true)?;
        let document = document(centre)?;
        let stored = document.stored().to_owned();
        let adopt = AdminOrder::AdoptCentre {
            document: stored,
            from_tomorrow: false,
        };
        let folder = Self {
            data,
            time,
            rules: Arc::new(document.rules()),
        };
        folder.scribe()?.administer(adopt)?;
        Ok(folder)
    }

    /// Opens it for writing.
    ///
    /// # Errors
    /// It cannot be opened.
    pub fn scribe(&self) -> Result<Scribe> {
        Ok(Scribe::open_with(&self.data, self.time.clock())?)
    }

    /// The journal, to be read beside its writer.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn sql(&self) -> Result<Connection> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        Ok(Connection::open_with_flags(self.data.journal(), flags)?)
    }
}

/// The stored events after `seq`.
///
/// # Errors
/// A row cannot be read.
pub fn facts_after(db: &Connection, seq: Seq) -> Result<Vec<Fact>> {
    let columns =
        "SELECT seq, at, kind, version, device, body FROM event WHERE seq > ?1 ORDER BY seq";
    let mut statement = db.prepare(columns)?;
    let mut rows = statement.query([seq.0])?;
    let mut facts = Vec::new();
    while let Some(stored) = rows.next()? {
        let (kind, version, body): (String, u32, String) =
            (stored.get(2)?, stored.get(3)?, stored.get(5)?);
        facts.push(Fact {
            seq: Seq(stored.get(0)?),
            at: Moment(stored.get(1)?),
            asked: stored.get::<_, Option<u32>>(4)?.is_some(),
            event: row::read(&kind, version, &body)?,
        });
    }
    Ok(facts)
}

/// The state that events make from nothing, by the rules alone.
#[must_use]
pub fn replay<'a>(rules: &Arc<Catalogue>, facts: impl IntoIterator<Item = &'a Fact>) -> Centre {
    let mut centre = Centre::new(Arc::clone(rules));
    for fact in facts {
        queue_core::evolve(&mut centre, fact.seq, fact.at, &fact.event);
    }
    centre
}

/// An order whose answer is the places of its events, as `12,13`.
#[must_use]
pub fn order(actor: Actor, key: Option<Key>, command: Command) -> Order {
    Order {
        actor,
        key,
        command,
        replaces: None,
        reply: Box::new(|_, _, events| reply(events)),
    }
}

fn reply(events: &[(Seq, Event)]) -> Reply {
    let places: Vec<String> = events.iter().map(|(seq, _)| seq.0.to_string()).collect();
    Reply {
        status: if events.is_empty() { 204 } else { 200 },
        body: places.join(","),
    }
}
