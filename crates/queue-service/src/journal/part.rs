//! A file in the making: beside its place, for its owner alone, and there only when it is whole.

use super::OpenError;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// Removed when dropped, unless it was put into place.
pub(super) struct Part {
    path: PathBuf,
    target: PathBuf,
    placed: bool,
}

impl Part {
    /// Creates an empty file beside `target`, which must not exist.
    pub fn new(target: &Path) -> Result<Self, OpenError> {
        if target.exists() {
            let exists = io::Error::new(io::ErrorKind::AlreadyExists, "it exists already");
            return Err(OpenError::io(target)(exists));
        }
        let mut name = target.file_name().unwrap_or_default().to_owned();
        name.push(format!(".part-{}", std::process::id()));
        let path = target.with_file_name(name);
        let mut options = OpenOptions::new();
        let created = options.write(true).create_new(true).mode(0o600).open(&path);
        created.map_err(OpenError::io(&path))?;
        Ok(Self {
            path,
            target: target.to_owned(),
            placed: false,
        })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Makes the file durable, and then gives it its name.
    pub fn place(mut self) -> Result<(), OpenError> {
        let synced = File::open(&self.path).and_then(|file| file.sync_all());
        synced.map_err(OpenError::io(&self.path))?;
        fs::rename(&self.path, &self.target).map_err(OpenError::io(&self.target))?;
        self.placed = true;
        let folder = match self.target.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let synced = File::open(folder).and_then(|folder| folder.sync_all());
        synced.map_err(OpenError::io(folder))
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        if !self.placed
            && let Err(error) = fs::remove_file(&self.path)
        {
            tracing::warn!(%error, file = %self.path.display(), "an unfinished file stays behind");
        }
    }
}
