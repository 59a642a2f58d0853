//! The data folder: its files and its exclusive lock.

use super::OpenError;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions, TryLockError};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

/// One centre's data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFolder(PathBuf);

/// Held while a process may write to the folder; let go when dropped, or when the process ends.
#[derive(Debug)]
pub struct FolderLock {
    _file: File,
}

impl DataFolder {
    /// The folder at `path`, which need not exist yet.
    #[must_use]
    pub fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The journal.
    #[must_use]
    pub fn journal(&self) -> PathBuf {
        self.0.join("journal.db")
    }

    /// The socket on which a running service takes administrators' commands.
    #[must_use]
    pub fn socket(&self) -> PathBuf {
        self.0.join("admin.sock")
    }

    /// Creates the folder for its owner alone; an existing one must be empty.
    ///
    /// # Errors
    /// [`OpenError::NotEmpty`], [`OpenError::Io`].
    pub fn create(&self) -> Result<(), OpenError> {
        let io = || OpenError::io(&self.0);
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&self.0)
            .map_err(io())?;
        let mut entries = fs::read_dir(&self.0).map_err(io())?;
        if entries.next().is_some() {
            return Err(OpenError::NotEmpty(self.0.clone()));
        }
        fs::set_permissions(&self.0, Permissions::from_mode(0o700)).map_err(io())
    }

    /// Takes the exclusive lock, without waiting.
    ///
    /// # Errors
    /// [`OpenError::NoJournal`] without a journal, [`OpenError::Locked`], [`OpenError::Io`].
    pub fn lock(&self) -> Result<FolderLock, OpenError> {
        if !self.journal().is_file() {
            return Err(OpenError::NoJournal(self.0.clone()));
        }
        let path = self.0.join("lock");
        let mut options = OpenOptions::new();
        let options = options.write(true).create(true).truncate(false).mode(0o600);
        let file = options.open(&path).map_err(OpenError::io(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(FolderLock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(OpenError::Locked(self.0.clone())),
            Err(TryLockError::Error(cause)) => Err(OpenError::io(&path)(cause)),
        }
    }
}
