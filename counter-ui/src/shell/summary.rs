//! The summary of an officer's day, as a file to keep or to print.

use std::path::PathBuf;

/// Where summaries are put.
#[derive(Debug, Clone)]
pub struct DaySummary(PathBuf);

impl DaySummary {
    /// Into the folder `folder`, which is made when the first one is written.
    #[must_use]
    pub const fn into_folder(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// Writes `text` beside earlier ones, none of which it replaces; the file, if that went well.
    #[must_use]
    pub fn write(&self, text: &str) -> Option<String> {
        match self
            .place()
            .and_then(|file| std::fs::write(&file, text).map(|()| file))
        {
            Ok(file) => Some(file.display().to_string()),
            Err(error) => {
                tracing::warn!(folder = %self.0.display(), %error, "cannot write the summary");
                None
            }
        }
    }

    fn place(&self) -> std::io::Result<PathBuf> {
        std::fs::create_dir_all(&self.0)?;
        let mut files = (1..).map(|count: u32| self.0.join(format!("tong-ket-{count:03}.txt")));
        let free = files.find(|file| !file.exists());
        free.ok_or_else(|| std::io::Error::other("no free name"))
    }
}
