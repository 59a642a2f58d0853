//! A small disk in memory.

use anyhow::{Context as _, Result, ensure};
use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A disk of a few megabytes.
pub struct Tmpfs(PathBuf);

impl Tmpfs {
    /// Mounts one at a new folder.
    ///
    /// # Errors
    /// There is no right to.
    pub fn mount(at: &Path) -> Result<Self> {
        fs::create_dir(at)?;
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=8m,mode=700", "tmpfs"])
            .arg(at)
            .output()
            .context("no mount")?;
        ensure!(
            mount.status.success(),
            "{}",
            String::from_utf8_lossy(&mount.stderr).trim()
        );
        Ok(Self(at.to_owned()))
    }

    /// Fills it up to `room` bytes; gives the file to remove for more.
    ///
    /// # Errors
    /// It cannot be written, for another reason than that it is full.
    pub fn fill(&self, room: u64) -> Result<PathBuf> {
        let path = self.0.join("filler");
        let mut filler = File::create(&path)?;
        let mut length = 0_u64;
        loop {
            match filler.write(&[0; 4096]) {
                Ok(written) => length += written as u64,
                Err(error) if error.kind() == ErrorKind::StorageFull => break,
                Err(error) => return Err(error.into()),
            }
        }
        filler.set_len(length.saturating_sub(room))?;
        Ok(path)
    }
}

impl Drop for Tmpfs {
    #[expect(clippy::print_stderr, reason = "whoever runs the test has to know")]
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg("--lazy").arg(&self.0).status();
        if !unmounted.is_ok_and(|status| status.success()) {
            eprintln!("{} stays mounted", self.0.display());
        }
    }
}
