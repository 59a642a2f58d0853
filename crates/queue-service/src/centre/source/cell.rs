//! One written value: a TOML string or a CSV cell, with its place.

use super::{InFile, value::Expected};
use queue_protocol::Text as Names;

/// A value and the line it stands on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::centre) struct Placed<T> {
    /// What was read; the type's default where reading failed.
    pub(in crate::centre) value: T,
    /// The line, from 1.
    pub(in crate::centre) line: usize,
}

/// How long a text may be, in letters.
#[derive(Debug, Clone, Copy)]
pub(in crate::centre) struct Text(pub(in crate::centre) usize);

impl Text {
    /// An official name: the longest known has 1,094 letters.
    pub(in crate::centre) const NAME: Self = Self(2000);
    /// A name on a card or a row of a screen.
    pub(in crate::centre) const LABEL: Self = Self(55);
    /// An official field, at most two lines over a list.
    pub(in crate::centre) const FIELD: Self = Self(80);
    /// A name on a board beside numbers.
    pub(in crate::centre) const BOARD: Self = Self(14);
    /// A line of text.
    pub(in crate::centre) const LINE: Self = Self(300);
}

/// One written value.
#[derive(Debug, Clone)]
pub(in crate::centre) struct Cell<'a> {
    file: InFile<'a>,
    line: usize,
    name: String,
    text: String,
    /// Its fault has been told: no reader tells another.
    refused: bool,
}

impl<'a> Cell<'a> {
    /// Takes the text as written. What is not clean Vietnamese text is made so, with a warning.
    pub(in crate::centre) fn new(file: InFile<'a>, line: usize, name: &str, raw: &str) -> Self {
        let text = vietnamese::clean(raw);
        if text != raw.trim() {
            let shown = shorten(&text);
            file.warning(
                line,
                format!(
                    "`{name}`: expected composed letters (NFC), single spaces and nothing invisible, \
                     read as `{shown}`"
                ),
            );
        }
        Self {
            file,
            line,
            name: name.to_owned(),
            text,
            refused: false,
        }
    }

    /// Stands for a value that was refused as a whole.
    pub(in crate::centre) fn refused(file: InFile<'a>, line: usize) -> Self {
        Self {
            refused: true,
            ..Self::new(file, line, "", "")
        }
    }

    /// The line it stands on.
    pub(in crate::centre) fn line(&self) -> usize {
        self.line
    }

    /// The clean text.
    pub(in crate::centre) fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether nothing is written.
    pub(in crate::centre) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Reads the text; `None` and an error if it is not what `read` expects.
    pub(in crate::centre) fn read<T>(
        &self,
        read: impl Fn(&str) -> Result<T, Expected>,
    ) -> Option<T> {
        match read(&self.text) {
            Ok(value) => Some(value),
            Err(expected) => {
                self.refuse(&expected);
                None
            }
        }
    }

    /// As [`Cell::read`], `None` without an error when nothing is written.
    pub(in crate::centre) fn read_optional<T>(
        &self,
        read: impl Fn(&str) -> Result<T, Expected>,
    ) -> Option<T> {
        if self.is_empty() {
            None
        } else {
            self.read(read)
        }
    }

    /// As [`Cell::read`], with the line; the default where reading failed.
    pub(in crate::centre) fn placed<T: Default>(
        &self,
        read: impl Fn(&str) -> Result<T, Expected>,
    ) -> Placed<T> {
        Placed {
            value: self.read(read).unwrap_or_default(),
            line: self.line,
        }
    }

    /// The text, which must not be empty.
    pub(in crate::centre) fn text(&self, limit: Text) -> String {
        if self.is_empty() {
            self.refuse("a text");
        }
        self.optional_text(limit)
    }

    /// The text, which may be empty.
    pub(in crate::centre) fn optional_text(&self, limit: Text) -> String {
        let letters = self.text.chars().count();
        if letters > limit.0 {
            self.file.error(
                self.line,
                format!(
                    "`{}`: expected at most {} letters, found {letters}: `{}`",
                    self.name,
                    limit.0,
                    shorten(&self.text)
                ),
            );
        }
        self.text.clone()
    }

    /// The parts between `;`, empty ones left out, each as a cell of its own.
    pub(in crate::centre) fn parts(&self) -> impl Iterator<Item = Cell<'a>> {
        let parts = self.text.split(';').map(str::trim);
        parts.filter(|part| !part.is_empty()).map(|part| Cell {
            text: part.to_owned(),
            ..self.clone()
        })
    }

    fn refuse(&self, expected: &str) {
        if self.refused {
            return;
        }
        let found = if self.is_empty() {
            "nothing".to_owned()
        } else {
            format!("`{}`", shorten(&self.text))
        };
        self.file.error(
            self.line,
            format!("`{}`: expected {expected}, found {found}", self.name),
        );
    }
}

/// The Vietnamese and the English text of one pair of cells.
pub(in crate::centre) fn names(vi: &Cell<'_>, en: &Cell<'_>, limit: Text) -> Names {
    Names {
        vi: vi.text(limit),
        en: en.optional_text(limit),
    }
}

/// At most 48 letters of a text, for a message.
fn shorten(text: &str) -> String {
    match text.char_indices().nth(48) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
