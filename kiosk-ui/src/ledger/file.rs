//! A file of lines to which lines are added for good.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

/// An open file of lines, all of them on the disk.
pub(super) struct LineFile {
    file: File,
    /// What is on the disk for certain.
    length: u64,
    /// What a failed write left could not be cut off: nothing may follow it.
    is_spoilt: bool,
}

impl LineFile {
    /// Replaces the file at `path` by `lines`, at once or not at all.
    pub fn replace(path: &Path, lines: &[u8]) -> io::Result<Self> {
        let file = replace(path, lines)?;
        Ok(Self {
            file,
            length: lines.len() as u64,
            is_spoilt: false,
        })
    }

    /// Goes on after the first `length` bytes of the file at `path`, which are whole lines.
    pub fn reopen(path: &Path, length: u64) -> io::Result<Self> {
        let file = own(path)?;
        file.set_len(length)?;
        file.sync_all()?;
        Ok(Self {
            file,
            length,
            is_spoilt: false,
        })
    }

    /// Adds a line. When this has returned it is on the disk; after an error nothing of it is.
    pub fn append(&mut self, line: &[u8]) -> io::Result<()> {
        if self.is_spoilt {
            return Err(ErrorKind::InvalidData.into());
        }
        let written = self.file.write_all(line);
        match written.and_then(|()| self.file.sync_data()) {
            Ok(()) => {
                self.length += line.len() as u64;
                Ok(())
            }
            Err(error) => {
                let cut = self.file.set_len(self.length);
                self.is_spoilt = cut.and_then(|()| self.file.sync_data()).is_err();
                Err(error)
            }
        }
    }
}

/// All bytes of a file; none where there is no file.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    match fs::read(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        read => read,
    }
}

/// Puts `bytes` in the place of the file at `path`; gives it open for more.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<File> {
    let new = path.with_extension("new");
    match fs::remove_file(&new) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = own(&new)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&new, path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()?;
    Ok(file)
}

/// Adds lines to a file that only people read.
pub(super) fn append_aside(path: &Path, lines: &[Vec<u8>]) -> io::Result<()> {
    let mut file = own(path)?;
    for line in lines {
        file.write_all(line)?;
        file.write_all(b"\n")?;
    }
    file.sync_all()
}

fn own(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.append(true).create(true).mode(0o600).open(path)
}
