//! CSV as a spreadsheet saves it: a header row, then one row each; columns are found by name.

use super::{Cell, InFile, value};
use csv::StringRecord;
use queue_core::Validity;

/// A column that every table may have: remarks for people, not read.
const NOTE: &str = "note";

/// The rows of one CSV file.
#[derive(Debug)]
pub(in crate::centre) struct Rows<'a> {
    file: InFile<'a>,
    header: Vec<String>,
    records: Vec<(usize, StringRecord)>,
}

impl<'a> Rows<'a> {
    /// Reads `text`, which must have the `required` columns and may have the `optional` ones.
    pub(in crate::centre) fn parse(
        file: InFile<'a>,
        text: &str,
        required: &[&str],
        optional: &[&str],
    ) -> Self {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut records = Vec::new();
        for record in reader.records() {
            match record {
                Ok(record) => {
                    let line = record
                        .position()
                        .map_or(0, |place| first_line(text, place.byte()));
                    records.push((line, record));
                }
                Err(fault) => file.unreadable(0, format!("expected CSV: {fault}")),
            }
        }
        let mut rows = Self {
            file,
            header: Vec::new(),
            records,
        };
        rows.take_header(required, optional);
        rows
    }

    fn take_header(&mut self, required: &[&str], optional: &[&str]) {
        if self.records.is_empty() {
            let columns = required.join(",");
            self.file.unreadable(
                1,
                format!("expected a first row with the columns {columns}"),
            );
            return;
        }
        let (line, header) = self.records.remove(0);
        self.header = header.iter().map(|name| name.trim().to_owned()).collect();
        if let [only] = self.header.as_slice()
            && only.contains(';')
        {
            self.file.unreadable(
                line,
                "expected commas between the columns, found semicolons",
            );
            self.records.clear();
            return;
        }
        for (place, name) in self.header.iter().enumerate() {
            if ![required, optional, &[NOTE]]
                .iter()
                .any(|known| known.contains(&name.as_str()))
            {
                self.file
                    .error(line, format!("`{name}` is not a column here"));
            } else if self.header[..place].contains(name) {
                self.file
                    .error(line, format!("the column `{name}` is there twice"));
            }
        }
        for name in required
            .iter()
            .filter(|name| !self.header.iter().any(|own| own == *name))
        {
            self.file
                .unreadable(line, format!("expected a column `{name}`"));
            self.records.clear();
        }
    }

    /// The rows below the header that have a cell for each column.
    pub(in crate::centre) fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().filter_map(|(line, record)| {
            let (expected, found) = (self.header.len(), record.len());
            if found != expected {
                self.file
                    .error(*line, format!("expected {expected} cells, found {found}"));
                return None;
            }
            Some(Row {
                file: self.file,
                header: &self.header,
                line: *line,
                record,
            })
        })
    }
}

/// One row.
#[derive(Debug)]
pub(in crate::centre) struct Row<'a> {
    file: InFile<'a>,
    header: &'a [String],
    line: usize,
    record: &'a StringRecord,
}

impl<'a> Row<'a> {
    /// The line on which the row begins.
    pub(in crate::centre) fn line(&self) -> usize {
        self.line
    }

    /// Reports a fault of the whole row.
    pub(in crate::centre) fn error(&self, message: impl Into<String>) {
        self.file.error(self.line, message);
    }

    /// Reports something worth a look.
    pub(in crate::centre) fn warning(&self, message: impl Into<String>) {
        self.file.warning(self.line, message);
    }

    /// The cell of a column; empty where the column or the cell is missing.
    pub(in crate::centre) fn cell(&self, column: &'a str) -> Cell<'a> {
        let place = self.header.iter().position(|name| name == column);
        let raw = place
            .and_then(|place| self.record.get(place))
            .unwrap_or_default();
        Cell::new(self.file, self.line, column, raw)
    }

    /// `valid_from` and `valid_until`, both optional.
    pub(in crate::centre) fn validity(&self) -> Validity {
        let date = |column| self.cell(column).read_optional(value::date);
        let validity = Validity {
            from: date("valid_from"),
            until: date("valid_until"),
        };
        if value::is_reversed(validity) {
            self.error(value::REVERSED);
        }
        validity
    }
}

/// The line on which a record begins: its byte may still point at blank lines before it.
fn first_line(text: &str, byte: u64) -> usize {
    let start = usize::try_from(byte).unwrap_or(usize::MAX).min(text.len());
    let blank = text.as_bytes()[start..]
        .iter()
        .take_while(|b| matches!(b, b'\n' | b'\r'))
        .count();
    1 + text.as_bytes()[..start + blank]
        .iter()
        .filter(|&&b| b == b'\n')
        .count()
}
