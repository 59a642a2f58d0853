//! The stored shape of events. Rows are read for ten years, so the shapes are the journal's own:
//! a change of the rules' types does not change them unnoticed. Each kind and version has a golden
//! file in `tests/journal/rows`, and each of those still reads.

mod event;
mod raw;
mod words;

use event::EventRow;
use queue_core::Event;

pub(super) use words::Word;

/// The version that every kind is written in. A kind whose shape must change gets a higher one of
/// its own, and keeps a reader of the old shape.
pub const VERSION: u32 = 1;

/// An event as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// `{"kind":body}`, as serde writes an enum.
    tagged: String,
    kind_ends: usize,
}

impl Row {
    /// The kind, such as `ticket_called`.
    #[must_use]
    pub fn kind(&self) -> &str {
        self.tagged.get(2..self.kind_ends).unwrap_or_default()
    }

    /// The body: JSON with ids and codes, `null` for an event that has none.
    #[must_use]
    pub fn body(&self) -> &str {
        self.tagged
            .get(self.kind_ends + 2..self.tagged.len() - 1)
            .unwrap_or_default()
    }
}

/// A row that this program cannot read.
#[derive(Debug, thiserror::Error)]
#[error("a row of kind {kind:?}, version {version}, cannot be read: {cause}")]
pub struct RowError {
    kind: String,
    version: u32,
    cause: String,
}

/// The newest stored shape of `event`.
///
/// # Errors
/// [`RowError`] if the event cannot be written as JSON.
pub fn write(event: &Event) -> Result<Row, RowError> {
    let mut json = Vec::with_capacity(192);
    let written = EventRow::serialize(event, &mut serde_json::Serializer::new(&mut json));
    let tagged = written.map_err(|error| error.to_string()).and_then(|()| {
        let text = String::from_utf8(json).map_err(|error| error.to_string())?;
        // An event without a body is written as its bare kind.
        Ok(if text.starts_with('"') {
            format!("{{{text}:null}}")
        } else {
            text
        })
    });
    let tagged = tagged.map_err(|cause| RowError::new("", VERSION, cause))?;
    let kind_ends = tagged.find("\":").unwrap_or(2);
    Ok(Row { tagged, kind_ends })
}

/// Reads a row of any version that was ever written.
///
/// # Errors
/// [`RowError`]: an unknown kind or version, or a body of another shape.
pub fn read(kind: &str, version: u32, body: &str) -> Result<Event, RowError> {
    let error = |cause: &str| RowError::new(kind, version, cause);
    if version != VERSION {
        return Err(error("no such version"));
    }
    if !kind
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    {
        return Err(error("no such kind"));
    }
    let tagged = format!("{{\"{kind}\":{body}}}");
    let mut json = serde_json::Deserializer::from_str(&tagged);
    let event = EventRow::deserialize(&mut json).map_err(|cause| error(&cause.to_string()))?;
    json.end().map_err(|cause| error(&cause.to_string()))?;
    Ok(event)
}

impl RowError {
    fn new(kind: &str, version: u32, cause: impl Into<String>) -> Self {
        Self {
            kind: kind.to_owned(),
            version,
            cause: cause.into(),
        }
    }
}
