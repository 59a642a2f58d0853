//! A backup made while the service writes, and a new data folder made from one.

use super::load::new_journal_id;
use super::open::{connect, owners_file, sync_folder};
use super::{ChainHead, DataFolder, OpenError, Reader};
use rusqlite::OpenFlags;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

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
    let exists = || io::Error::new(io::ErrorKind::AlreadyExists, "it exists already");
    if target.exists() {
        return Err(OpenError::io(target)(exists()));
    }
    let part = Part::new(target)?;
    let into = part.0.to_string_lossy();
    journal
        .db
        .execute("VACUUM INTO ?1", [&*into])
        .map_err(OpenError::sqlite(&part.0))?;
    let head = Reader::open_file(&part.0)?.verify(progress)?;
    File::open(&part.0)
        .and_then(|file| file.sync_all())
        .map_err(OpenError::io(&part.0))?;
    fs::hard_link(&part.0, target).map_err(OpenError::io(target))?;
    drop(part);
    sync_folder(parent(target))?;
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
    let file = folder.journal();
    let part = Part::new(&file)?;
    fs::copy(source, &part.0).map_err(OpenError::io(&part.0))?;
    rename_journal(&part.0).map_err(OpenError::sqlite(&part.0))?;
    File::open(&part.0)
        .and_then(|file| file.sync_all())
        .map_err(OpenError::io(&part.0))?;
    fs::hard_link(&part.0, &file).map_err(OpenError::io(&file))?;
    drop(part);
    sync_folder(folder.path())?;
    Ok(head)
}

fn rename_journal(file: &Path) -> rusqlite::Result<()> {
    let db = connect(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    db.execute("UPDATE meta SET journal_id = ?1", [new_journal_id()])?;
    db.close().map_err(|(_, error)| error)
}

/// A file in the making, with its owner as only reader; removed when dropped.
struct Part(PathBuf);

impl Part {
    fn new(target: &Path) -> Result<Self, OpenError> {
        let mut name = target.file_name().unwrap_or_default().to_owned();
        name.push(format!(".part-{}", std::process::id()));
        let part = Self(target.with_file_name(name));
        owners_file(&part.0)?;
        Ok(part)
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_file(&self.0) {
            tracing::warn!(%error, file = %self.0.display(), "an unfinished file stays behind");
        }
    }
}

fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
