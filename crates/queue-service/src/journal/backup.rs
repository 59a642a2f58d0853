//! A backup made while the service writes, and a new data folder made from one.

use super::load::new_journal_id;
use super::open::connect;
use super::part::Part;
use super::{ChainHead, DataFolder, OpenError, Reader};
use rusqlite::OpenFlags;
use std::path::Path;
use std::{fs, io};

/// Writes the journal as it stands to `target`: first beside it, then verified and made durable,
/// then renamed into place. `progress` is told how many of how many events are verified.
///
/// # Errors
/// [`OpenError`]; an existing `target` is left alone, and nothing half-made stays behind.
pub fn backup(
    journal: &Reader,
    target: &Path,
    progress: impl FnMut(u64, u64),
) -> Result<ChainHead, OpenError> {
    let part = Part::new(target)?;
    let unnamed = || io::Error::new(io::ErrorKind::InvalidFilename, "its path is not UTF-8");
    let into = part
        .path()
        .to_str()
        .ok_or_else(|| OpenError::io(target)(unnamed()))?;
    let sqlite = OpenError::sqlite(&journal.file);
    journal
        .db
        .execute("VACUUM INTO ?1", [into])
        .map_err(sqlite)?;
    let head = Reader::open_file(part.path())?.verify(progress)?;
    part.place()?;
    Ok(head)
}

/// Makes a data folder from a backup, under a new journal id: screens that remember calls of the
/// old journal then speak none of them again.
///
/// # Errors
/// [`OpenError`]: the folder is not empty, or the backup is damaged.
pub fn restore(
    source: &Path,
    folder: &DataFolder,
    progress: impl FnMut(u64, u64),
) -> Result<ChainHead, OpenError> {
    let head = Reader::open_file(source)?.verify(progress)?;
    folder.create()?;
    let part = Part::new(&folder.journal())?;
    let file = part.path();
    fs::copy(source, file).map_err(OpenError::io(file))?;
    rename_journal(file).map_err(OpenError::sqlite(file))?;
    part.place()?;
    Ok(head)
}

fn rename_journal(file: &Path) -> rusqlite::Result<()> {
    let db = connect(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    db.execute("UPDATE meta SET journal_id = ?1", [new_journal_id()])?;
    db.close().map_err(|(_, error)| error)
}
