//! A second connection that only reads: a service may be writing meanwhile.

use super::load::{Meta, load_registry, read_meta};
use super::open::{check_header, connect, of_schema};
use super::replay::head_at;
use super::schema::{self, SchemaError};
use super::{ChainHead, DataFolder, OpenError, Registry};
use chrono::NaiveDate;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};

/// Beyond every event.
const LAST: u64 = i64::MAX.unsigned_abs();

/// A journal, or a backup of one, to read.
pub struct Reader {
    pub(super) db: Connection,
    pub(super) file: PathBuf,
}

impl Reader {
    /// Opens a data folder's journal.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(folder: &DataFolder) -> Result<Self, OpenError> {
        let file = folder.journal();
        if !file.is_file() {
            return Err(OpenError::NoJournal(folder.path().to_owned()));
        }
        Self::open_file(&file)
    }

    /// Opens a journal or a backup by its path.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open_file(file: &Path) -> Result<Self, OpenError> {
        check_header(file)?;
        let sqlite = OpenError::sqlite(file);
        let db = connect(file, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(sqlite)?;
        let identity = schema::check(&db, schema::STEPS);
        identity.map_err(|error: SchemaError| of_schema(file, error))?;
        Ok(Self {
            db,
            file: file.to_owned(),
        })
    }

    /// Who the folder is.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn meta(&self) -> Result<Meta, OpenError> {
        read_meta(&self.db).map_err(OpenError::sqlite(&self.file))
    }

    /// Devices, officers and PIN locks.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn registry(&self) -> Result<Registry, OpenError> {
        load_registry(&self.db).map_err(OpenError::sqlite(&self.file))
    }

    /// The newest event.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn head(&self) -> Result<ChainHead, OpenError> {
        head_at(&self.db, LAST).map_err(OpenError::sqlite(&self.file))
    }

    /// The first and the last event of the days from `from` to `to`, both included, with what came
    /// before the first or after the last of all days where there is no bound; `None` if no such
    /// day was opened.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn events_of(
        &self,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    ) -> Result<Option<(u64, u64)>, OpenError> {
        let bound = |date: Option<NaiveDate>| date.map(|date| date.to_string());
        let days = self.db.query_row(
            "SELECT min(first_seq), max(coalesce(last_seq, 9223372036854775807)) FROM day \
             WHERE (?1 IS NULL OR date >= ?1) AND (?2 IS NULL OR date <= ?2)",
            (bound(from), bound(to)),
            |row| Ok((row.get::<_, Option<u64>>(0)?, row.get::<_, Option<u64>>(1)?)),
        );
        let (first, last) = days.map_err(OpenError::sqlite(&self.file))?;
        let last = if to.is_none() { Some(LAST) } else { last };
        let first = if from.is_none() { Some(1) } else { first };
        Ok(first.zip(last))
    }
}
