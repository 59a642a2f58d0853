//! A file instead of a printer: for trying, and for machines without one.

use super::{Driver, Link};
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Duration;

/// Adds the bytes of each job to the end of a file.
#[derive(Debug)]
pub struct FileDriver {
    path: PathBuf,
}

impl FileDriver {
    /// A driver for the file at `path`, which is created when needed.
    #[must_use]
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }
}

impl Driver for FileDriver {
    fn open(&self) -> io::Result<Box<dyn Link>> {
        let file = OpenOptions::new()
            .append(true)
            .create(true)
            .open(&self.path)?;
        Ok(Box::new(FileLink(file)))
    }

    fn can_answer(&self) -> bool {
        false
    }
}

struct FileLink(File);

impl Link for FileLink {
    fn write(&mut self, bytes: &[u8], _: Duration) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn read(&mut self, _: Duration) -> io::Result<Option<u8>> {
        Ok(None)
    }

    fn flush(&mut self, _: Duration) -> io::Result<()> {
        self.0.flush()
    }
}
