//! TOML, walked by hand: serde would stop at the first fault.

use super::{Cell, InFile, Text};
use queue_protocol::Text as Names;
use std::collections::BTreeSet;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value as the parser gives it.
pub(super) type Value<'a> = Spanned<DeValue<'a>>;

/// One table of a TOML file. Each key is taken by name; [`Table::done`] refuses the rest.
#[derive(Debug)]
pub(in crate::centre) struct Table<'a> {
    file: InFile<'a>,
    text: &'a str,
    table: &'a DeTable<'a>,
    line: usize,
    taken: BTreeSet<&'a str>,
}

impl<'a> Table<'a> {
    /// Parses `text` and hands its top table to `read`. Where the syntax is at fault, every such
    /// fault is reported and nothing is read.
    pub(in crate::centre) fn parse<T: Default>(
        file: InFile<'_>,
        text: &str,
        read: impl FnOnce(&mut Table<'_>) -> T,
    ) -> T {
        let (parsed, faults) = DeTable::parse_recoverable(text);
        for fault in &faults {
            let message = fault.message().replace('\n', ", ");
            file.unreadable(
                line_of(text, fault.span()),
                format!("expected TOML: {message}"),
            );
        }
        if !faults.is_empty() {
            return T::default();
        }
        let mut top = Table::new(file, text, parsed.get_ref(), 1);
        let value = read(&mut top);
        top.done();
        value
    }

    fn new(file: InFile<'a>, text: &'a str, table: &'a DeTable<'a>, line: usize) -> Self {
        Self {
            file,
            text,
            table,
            line,
            taken: BTreeSet::new(),
        }
    }

    /// The line on which the table begins.
    pub(in crate::centre) fn line(&self) -> usize {
        self.line
    }

    /// Reports a fault of the whole table.
    pub(in crate::centre) fn error(&self, message: impl Into<String>) {
        self.error_at(self.line, message);
    }

    /// Reports a fault of one value of the table.
    pub(in crate::centre) fn error_at(&self, line: usize, message: impl Into<String>) {
        self.file.error(line, message);
    }

    /// Refuses every key that nobody took.
    pub(in crate::centre) fn done(&self) {
        for key in self.table.keys() {
            if !self.taken.contains(key.get_ref().as_ref()) {
                let line = line_of(self.text, Some(key.span()));
                self.error_at(line, format!("`{}` is not a key here", key.get_ref()));
            }
        }
    }

    /// A text; an empty cell where there is none, so that its reader says what was expected.
    pub(in crate::centre) fn cell(&mut self, key: &'a str) -> Cell<'a> {
        self.optional_cell(key)
            .unwrap_or_else(|| Cell::new(self.file, self.line, key, ""))
    }

    /// A text that may be missing.
    pub(in crate::centre) fn optional_cell(&mut self, key: &'a str) -> Option<Cell<'a>> {
        self.take(key).map(|value| self.string(key, key, value))
    }

    /// A text in both languages: a table with `vi` and, optionally, `en`.
    pub(in crate::centre) fn names(&mut self, key: &'a str, limit: Text) -> Names {
        let Some(mut table) = self.table(key) else {
            return Names::default();
        };
        let names = Names {
            vi: table.named(&format!("{key}.vi"), "vi").text(limit),
            en: table.named(&format!("{key}.en"), "en").optional_text(limit),
        };
        table.done();
        names
    }

    /// A table that must be there.
    pub(in crate::centre) fn table(&mut self, key: &'a str) -> Option<Table<'a>> {
        self.required(key, "a table")
            .and_then(|value| self.inner(key, value))
    }

    /// A list of texts that must be there and hold at least one, each as a cell of its own.
    pub(in crate::centre) fn list(&mut self, key: &'a str) -> Vec<Cell<'a>> {
        let value = self.required(key, "a list of texts");
        if let Some(value) = value
            && value
                .get_ref()
                .as_array()
                .is_some_and(|list| list.is_empty())
        {
            self.refuse(key, value, "one or more texts");
        }
        self.texts(key, value)
    }

    /// Whether `key` is there at all, where an empty list means something else than none.
    pub(in crate::centre) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// A list of texts that may be missing.
    pub(in crate::centre) fn optional_list(&mut self, key: &'a str) -> Vec<Cell<'a>> {
        let value = self.take(key);
        self.texts(key, value)
    }

    /// A list of tables that may be missing.
    pub(in crate::centre) fn optional_tables(&mut self, key: &'a str) -> Vec<Table<'a>> {
        let value = self.take(key);
        self.items(key, value, |table, item| table.inner(key, item))
    }

    /// A list of tables that must be there and hold at least one.
    pub(in crate::centre) fn tables(&mut self, key: &'a str) -> Vec<Table<'a>> {
        let value = self.take(key);
        if value.is_none_or(|value| {
            value
                .get_ref()
                .as_array()
                .is_some_and(|list| list.is_empty())
        }) {
            self.error(format!("expected at least one [[{key}]]"));
        }
        self.items(key, value, |table, item| table.inner(key, item))
    }

    /// The value of `key`, which is then known here.
    pub(super) fn take(&mut self, key: &'a str) -> Option<&'a Value<'a>> {
        self.taken.insert(key);
        self.table.get(key)
    }

    /// The value of `key`; an error where there is none.
    pub(super) fn required(&mut self, key: &'a str, expected: &str) -> Option<&'a Value<'a>> {
        let value = self.take(key);
        if value.is_none() {
            self.error(format!("`{key}`: expected {expected}, found nothing"));
        }
        value
    }

    /// Reports that `value` is of another kind than expected.
    pub(super) fn refuse(&self, key: &str, value: &Value<'_>, expected: &str) {
        let found = self.text.get(value.span()).unwrap_or_default();
        let found: String = found
            .lines()
            .next()
            .unwrap_or_default()
            .chars()
            .take(48)
            .collect();
        let line = line_of(self.text, Some(value.span()));
        self.error_at(line, format!("`{key}`: expected {expected}, found {found}"));
    }

    /// The texts of a list, each of which stands there once.
    fn texts(&self, key: &str, value: Option<&'a Value<'a>>) -> Vec<Cell<'a>> {
        let cells = self.items(key, value, |table, item| Some(table.string(key, key, item)));
        for (place, cell) in cells.iter().enumerate() {
            let text = cell.as_str();
            if !text.is_empty()
                && cells[..place]
                    .iter()
                    .any(|earlier| earlier.as_str() == text)
            {
                self.error_at(
                    cell.line(),
                    format!("`{key}`: expected each once, found `{text}` again"),
                );
            }
        }
        cells
    }

    fn items<T>(
        &self,
        key: &str,
        value: Option<&'a Value<'a>>,
        read: impl Fn(&Self, &'a Value<'a>) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = value else {
            return Vec::new();
        };
        match value.get_ref().as_array() {
            Some(items) => items.iter().filter_map(|item| read(self, item)).collect(),
            None => {
                self.refuse(key, value, "a list");
                Vec::new()
            }
        }
    }

    fn named(&mut self, name: &str, key: &'a str) -> Cell<'a> {
        match self.take(key) {
            Some(value) => self.string(key, name, value),
            None => Cell::new(self.file, self.line, name, ""),
        }
    }

    fn string(&self, key: &str, name: &str, value: &'a Value<'a>) -> Cell<'a> {
        let line = line_of(self.text, Some(value.span()));
        match value.get_ref().as_str() {
            Some(text) => Cell::new(self.file, line, name, text),
            None => {
                self.refuse(key, value, "a text in quotes");
                Cell::refused(self.file, line)
            }
        }
    }

    fn inner(&self, key: &str, value: &'a Value<'a>) -> Option<Table<'a>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.refuse(key, value, "a table");
        }
        Some(Table::new(
            self.file,
            self.text,
            table?,
            line_of(self.text, Some(value.span())),
        ))
    }
}

/// The line, from 1, on which a span begins.
fn line_of(text: &str, span: Option<Range<usize>>) -> usize {
    let start = span.map_or(0, |span| span.start.min(text.len()));
    1 + text.as_bytes()[..start]
        .iter()
        .filter(|&&byte| byte == b'\n')
        .count()
}
