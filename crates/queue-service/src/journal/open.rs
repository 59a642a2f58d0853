//! Creating and opening the file, with every check that a start can afford.

use super::batch::BeforeCommit;
use super::load::{self, Loaded};
use super::part::Part;
use super::schema::{self, SchemaError};
use super::{ChainHead, DataFolder, FolderLock, OpenError};
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;
use std::time::Duration;

/// The write connection of one data folder. There is never a second one: it holds the lock.
pub struct Journal {
    pub(super) db: Connection,
    pub(super) head: ChainHead,
    pub(super) before_commit: Option<BeforeCommit>,
    pub(super) folder: DataFolder,
    _lock: FolderLock,
}

impl Journal {
    /// Makes a data folder with an empty journal; `demo` marks it as one for demos and tests.
    ///
    /// # Errors
    /// [`OpenError::NotEmpty`] if anything is there, else what the file system or SQLite says.
    pub fn create(folder: &DataFolder, demo: bool) -> Result<(), OpenError> {
        folder.create()?;
        let part = Part::new(&folder.journal())?;
        found(part.path(), demo).map_err(OpenError::sqlite(part.path()))?;
        part.place()
    }

    /// Opens a data folder for writing: takes its lock, checks the file, brings an older schema up
    /// to date, and replays the day.
    ///
    /// # Errors
    /// [`OpenError`]; a damaged file is left as it is.
    pub fn open(folder: &DataFolder) -> Result<(Self, Loaded), OpenError> {
        let lock = folder.lock()?;
        let file = folder.journal();
        check_header(&file)?;
        let sqlite = OpenError::sqlite(&file);
        let mut db = connect(&file, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(&sqlite)?;
        schema::upgrade(&mut db, schema::STEPS).map_err(|error| of_schema(&file, error))?;
        let loaded = load::load(&db, &file)?;
        let (head, folder) = (loaded.head, folder.clone());
        Ok((
            Self {
                db,
                head,
                before_commit: None,
                folder,
                _lock: lock,
            },
            loaded,
        ))
    }

    /// Reads the file again, after a batch that was not stored.
    ///
    /// # Errors
    /// [`OpenError`]; [`OpenError::Damaged`] too if it does not end where it must.
    pub fn reload(&self) -> Result<Loaded, OpenError> {
        let file = self.folder.journal();
        let loaded = load::load(&self.db, &file)?;
        if loaded.head == self.head {
            Ok(loaded)
        } else {
            Err(OpenError::damaged(
                &file,
                "it does not end where it was written to",
            ))
        }
    }

    /// The newest row.
    #[must_use]
    pub const fn head(&self) -> ChainHead {
        self.head
    }

    /// The data folder.
    #[must_use]
    pub const fn folder(&self) -> &DataFolder {
        &self.folder
    }

    /// Lets the file grow to `pages` pages of 4 KiB and no further: a full disk, as far as writers
    /// can tell.
    ///
    /// # Errors
    /// [`OpenError::Sqlite`].
    pub fn limit_pages(&self, pages: u32) -> Result<(), OpenError> {
        let limited = self.db.pragma_update(None, "max_page_count", pages);
        limited.map_err(OpenError::sqlite(&self.folder.journal()))
    }
}

/// Fills a new file: its tables, and the one row that says who the folder is.
fn found(file: &Path, demo: bool) -> rusqlite::Result<()> {
    let mut db = connect(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    schema::create(&mut db, schema::STEPS)?;
    load::found(&db, demo)?;
    db.close().map_err(|(_, error)| error)
}

/// A connection as every part of the journal uses it.
pub(super) fn connect(file: &Path, mode: OpenFlags) -> rusqlite::Result<Connection> {
    let db = Connection::open_with_flags(file, mode | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    db.busy_timeout(Duration::from_secs(5))?;
    db.set_prepared_statement_cache_capacity(128);
    db.pragma_update(None, "trusted_schema", false)?;
    db.pragma_update(None, "cache_size", -8_000)?;
    if mode.contains(OpenFlags::SQLITE_OPEN_READ_WRITE) {
        db.pragma_update(None, "journal_mode", "WAL")?;
        db.pragma_update(None, "synchronous", "FULL")?;
        // Copied back every 24 MiB: after 16, 24 busy callers met it in more than one command of a
        // hundred, so that it was their p99.
        db.pragma_update(None, "wal_autocheckpoint", 6_000)?;
        // A log that a long backup made longer is cut when it is started over.
        db.pragma_update(None, "journal_size_limit", 32 << 20)?;
        // A deleted name leaves no bytes behind in the file.
        db.pragma_update(None, "secure_delete", true)?;
    }
    Ok(db)
}

/// What can be seen before SQLite touches the file: that it is a database, and all there. While a
/// log stands beside it, pages may still be missing from the file itself.
pub(super) fn check_header(file: &Path) -> Result<(), OpenError> {
    let io = || OpenError::io(file);
    let mut header = [0; 100];
    let mut opened = File::open(file).map_err(io())?;
    if opened.read_exact(&mut header).is_err() || !header.starts_with(b"SQLite format 3\0") {
        return Err(OpenError::damaged(file, "it has no SQLite header"));
    }
    let page_size = match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        size => u64::from(size),
    };
    let pages = u32::from_be_bytes([header[28], header[29], header[30], header[31]]);
    let (length, expected) = (
        opened.metadata().map_err(io())?.len(),
        u64::from(pages) * page_size,
    );
    let log = file.with_extension("db-wal");
    let has_log = fs::metadata(log).is_ok_and(|log| log.len() > 0);
    if !has_log && length < expected {
        let what = format!("it was cut short to {length} of {expected} bytes");
        return Err(OpenError::damaged(file, what));
    }
    Ok(())
}

pub(super) fn of_schema(file: &Path, error: SchemaError) -> OpenError {
    let known = schema::STEPS.len();
    match error {
        SchemaError::Newer { found } => OpenError::Newer {
            file: file.to_owned(),
            found,
            known,
        },
        SchemaError::Sqlite(cause) => OpenError::sqlite(file)(cause),
        damage => OpenError::damaged(file, damage.to_string()),
    }
}
