//! TOML, walked by hand: serde would stop at the first fault.

use super::{Cell, InFile, Text, value};
use chrono::NaiveDate;
use queue_core::Validity;
use queue_protocol::Text as Names;
use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

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
    /// Parses `text` and hands its top table to `read`; every fault of syntax is reported.
    pub(in crate::centre) fn parse<T>(
        file: InFile<'_>,
        text: &str,
        read: impl FnOnce(&mut Table<'_>) -> T,
    ) -> T {
        let (parsed, faults) = DeTable::parse_recoverable(text);
        for fault in faults {
            let message = fault.message().replace('\n', ", ");
            file.unreadable(
                line_of(text, fault.span()),
                format!("expected TOML: {message}"),
            );
        }
        let mut top = Table {
            file,
            text,
            table: parsed.get_ref(),
            line: 1,
            taken: BTreeSet::new(),
        };
        let value = read(&mut top);
        top.done();
        value
    }

    /// The line on which the table begins.
    pub(in crate::centre) fn line(&self) -> usize {
        self.line
    }

    /// Reports a fault of the whole table.
    pub(in crate::centre) fn error(&self, message: impl Into<String>) {
        self.file.error(self.line, message);
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
                self.file
                    .error(line, format!("`{}` is not a key here", key.get_ref()));
            }
        }
    }

    /// A text that must be there; an empty cell and an error when it is not.
    pub(in crate::centre) fn cell(&mut self, key: &'a str) -> Cell<'a> {
        let text = self
            .required(key, "a text")
            .and_then(|value| self.string(key, value));
        text.unwrap_or_else(|| Cell::new(self.file, self.line, key, ""))
    }

    /// A text that may be missing.
    pub(in crate::centre) fn optional_cell(&mut self, key: &'a str) -> Option<Cell<'a>> {
        self.take(key).and_then(|value| self.string(key, value))
    }

    /// A whole number that must be there; the start of `range` when it is not.
    pub(in crate::centre) fn number(&mut self, key: &'a str, range: RangeInclusive<u32>) -> u32 {
        let fallback = *range.start();
        match self.required(key, &value::a_number(&range)) {
            Some(value) => self.whole(key, value, &range).unwrap_or(fallback),
            None => fallback,
        }
    }

    /// As [`Table::number`], for small numbers.
    pub(in crate::centre) fn small<N: TryFrom<u32> + Default>(
        &mut self,
        key: &'a str,
        range: RangeInclusive<u32>,
    ) -> N {
        N::try_from(self.number(key, range)).unwrap_or_default()
    }

    /// A whole number that may be missing.
    pub(in crate::centre) fn optional_number(
        &mut self,
        key: &'a str,
        range: RangeInclusive<u32>,
    ) -> Option<u32> {
        self.take(key)
            .and_then(|value| self.whole(key, value, &range))
    }

    /// `true` or `false`, which must be there.
    pub(in crate::centre) fn truth(&mut self, key: &'a str) -> bool {
        let Some(value) = self.required(key, "true or false") else {
            return false;
        };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.refuse(key, value, "true or false");
            false
        })
    }

    /// `valid_from` and `valid_until`, both optional.
    pub(in crate::centre) fn validity(&mut self) -> Validity {
        let validity = Validity {
            from: self.date("valid_from"),
            until: self.date("valid_until"),
        };
        if matches!((validity.from, validity.until), (Some(from), Some(until)) if until < from) {
            self.error("`valid_until`: expected a date not before `valid_from`");
        }
        validity
    }

    /// A text in both languages: a table with `vi` and, optionally, `en`.
    pub(in crate::centre) fn names(&mut self, key: &'a str, limit: Text) -> Names {
        let Some(mut table) = self
            .required(key, "{ vi = \"…\", en = \"…\" }")
            .and_then(|v| self.inner(key, v))
        else {
            return Names::default();
        };
        let vi = table.cell("vi").text(limit);
        let en = table
            .optional_cell("en")
            .map(|en| en.optional_text(limit))
            .unwrap_or_default();
        table.done();
        Names { vi, en }
    }

    /// A table that must be there.
    pub(in crate::centre) fn table(&mut self, key: &'a str) -> Option<Table<'a>> {
        self.required(key, "a table")
            .and_then(|value| self.inner(key, value))
    }

    /// A list of texts that must be there, each as a cell of its own.
    pub(in crate::centre) fn list(&mut self, key: &'a str) -> Vec<Cell<'a>> {
        let value = self.required(key, "a list of texts");
        self.items(key, value, Self::string)
    }

    /// A list of texts that may be missing.
    pub(in crate::centre) fn optional_list(&mut self, key: &'a str) -> Vec<Cell<'a>> {
        let value = self.take(key);
        self.items(key, value, Self::string)
    }

    /// A list of tables that may be missing.
    pub(in crate::centre) fn optional_tables(&mut self, key: &'a str) -> Vec<Table<'a>> {
        let value = self.take(key);
        self.items(key, value, Self::inner)
    }

    /// A list of tables that must be there and hold at least one.
    pub(in crate::centre) fn tables(&mut self, key: &'a str) -> Vec<Table<'a>> {
        let tables = self.optional_tables(key);
        if tables.is_empty() {
            self.error(format!("expected at least one [[{key}]]"));
        }
        tables
    }

    fn items<T>(
        &self,
        key: &'a str,
        value: Option<&'a Spanned<DeValue<'a>>>,
        read: fn(&Self, &'a str, &'a Spanned<DeValue<'a>>) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = value else {
            return Vec::new();
        };
        match value.get_ref().as_array() {
            Some(items) => items
                .iter()
                .filter_map(|item| read(self, key, item))
                .collect(),
            None => {
                self.refuse(key, value, "a list");
                Vec::new()
            }
        }
    }

    fn take(&mut self, key: &'a str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.taken.insert(key);
        self.table.get(key)
    }

    fn required(&mut self, key: &'a str, expected: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        let value = self.take(key);
        if value.is_none() {
            self.error(format!("`{key}`: expected {expected}, found nothing"));
        }
        value
    }

    fn string(&self, key: &'a str, value: &'a Spanned<DeValue<'a>>) -> Option<Cell<'a>> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.refuse(key, value, "a text in quotes");
        }
        Some(Cell::new(
            self.file,
            line_of(self.text, Some(value.span())),
            key,
            text?,
        ))
    }

    fn inner(&self, key: &'a str, value: &'a Spanned<DeValue<'a>>) -> Option<Table<'a>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.refuse(key, value, "a table");
        }
        let line = line_of(self.text, Some(value.span()));
        Some(Table {
            file: self.file,
            text: self.text,
            table: table?,
            line,
            taken: BTreeSet::new(),
        })
    }

    fn whole(
        &self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        range: &RangeInclusive<u32>,
    ) -> Option<u32> {
        let read = value.get_ref().as_integer();
        let number = read.and_then(|n| u32::from_str_radix(n.as_str(), n.radix()).ok());
        let number = number.filter(|n| range.contains(n));
        if number.is_none() {
            self.refuse(key, value, &value::a_number(range));
        }
        number
    }

    fn date(&mut self, key: &'a str) -> Option<NaiveDate> {
        let value = self.take(key)?;
        let date = match value.get_ref().as_datetime() {
            Some(toml::value::Datetime {
                date: Some(date),
                time: None,
                offset: None,
            }) => NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()),
            _ => None,
        };
        if date.is_none() {
            self.refuse(key, value, "a date such as 2026-11-24, without quotes");
        }
        date
    }

    fn refuse(&self, key: &str, value: &Spanned<DeValue<'_>>, expected: &str) {
        let found = self.text.get(value.span()).unwrap_or_default();
        let found: String = found
            .lines()
            .next()
            .unwrap_or_default()
            .chars()
            .take(48)
            .collect();
        let line = line_of(self.text, Some(value.span()));
        self.file
            .error(line, format!("`{key}`: expected {expected}, found {found}"));
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
