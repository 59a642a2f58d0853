//! Events as JSON Lines, for whoever checks or counts outside this program.

use super::{OpenError, Reader};
use chrono::{DateTime, SecondsFormat};
use serde::Serialize;
use serde_json::Value;
use std::io::{self, Write};

/// One line.
#[derive(Serialize)]
struct Line<'a> {
    seq: u64,
    at: String,
    kind: &'a str,
    version: u32,
    device: Option<u32>,
    body: Value,
    hash: String,
}

/// Why an export ended early.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The journal cannot be read.
    #[error(transparent)]
    Journal(#[from] OpenError),
    /// The output cannot be written.
    #[error("the export cannot be written: {0}")]
    Output(#[from] io::Error),
}

impl Reader {
    /// Writes the events from `first` to `last` to `output`, one JSON object a line: seq, at
    /// (RFC 3339, UTC), kind, version, device, body, hash. `progress` is told each line's seq.
    ///
    /// # Errors
    /// [`ExportError`].
    pub fn export(
        &self,
        (first, last): (u64, u64),
        output: &mut impl Write,
        mut progress: impl FnMut(u64),
    ) -> Result<u64, ExportError> {
        let sqlite = OpenError::sqlite(&self.file);
        let mut statement = self
            .db
            .prepare(
                "SELECT seq, at, kind, version, device, body, hash FROM event \
                 WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq",
            )
            .map_err(&sqlite)?;
        let mut rows = statement.query([first, last]).map_err(&sqlite)?;
        let mut lines = 0;
        while let Some(row) = rows.next().map_err(&sqlite)? {
            let line = line(row).map_err(&sqlite)?;
            serde_json::to_writer(&mut *output, &line).map_err(io::Error::from)?;
            output.write_all(b"\n")?;
            lines += 1;
            progress(line.seq);
        }
        Ok(lines)
    }
}

fn line<'r>(row: &'r rusqlite::Row<'_>) -> rusqlite::Result<Line<'r>> {
    let at = DateTime::from_timestamp_millis(row.get(1)?).unwrap_or_default();
    let body = serde_json::from_str(row.get_ref(5)?.as_str()?).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(5, rusqlite::types::Type::Text, error.into())
    })?;
    Ok(Line {
        seq: row.get(0)?,
        at: at.to_rfc3339_opts(SecondsFormat::Millis, true),
        kind: row.get_ref(2)?.as_str()?,
        version: row.get(3)?,
        device: row.get(4)?,
        body,
        hash: hex::encode(row.get_ref(6)?.as_blob()?),
    })
}
