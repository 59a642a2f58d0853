//! `counters.toml`: the zones of the hall, and the counters that stand in them.

use crate::centre::source::{Placed, Table, Text, value};
use queue_protocol::Text as Names;

/// The file's name.
pub(in crate::centre) const FILE: &str = "counters.toml";

/// Stands for every agency in a counter's list.
pub(in crate::centre) const EVERY_AGENCY: &str = "*";

/// A part of the hall.
#[derive(Debug)]
pub(in crate::centre) struct Zone {
    pub(in crate::centre) code: Placed<String>,
    pub(in crate::centre) name: Names,
}

/// A counter.
#[derive(Debug)]
pub(in crate::centre) struct Counter {
    pub(in crate::centre) number: u16,
    pub(in crate::centre) zone: Placed<String>,
    pub(in crate::centre) name: Names,
    pub(in crate::centre) serves: Vec<Placed<String>>,
    pub(in crate::centre) helps: Vec<Help>,
    /// Agency codes, or [`EVERY_AGENCY`].
    pub(in crate::centre) agencies: Vec<Placed<String>>,
    pub(in crate::centre) line: usize,
}

/// A queue that a counter only helps.
#[derive(Debug)]
pub(in crate::centre) struct Help {
    pub(in crate::centre) service: Placed<String>,
    pub(in crate::centre) handicap_minutes: u32,
}

/// Reads the file.
pub(in crate::centre) fn read(top: &mut Table<'_>) -> (Vec<Zone>, Vec<Counter>) {
    let zones = top.tables("zones").into_iter().map(zone).collect();
    let counters = top.tables("counters").into_iter().map(counter).collect();
    (zones, counters)
}

fn zone(mut table: Table<'_>) -> Zone {
    let zone = Zone {
        code: table.cell("code").placed(value::code),
        name: table.names("name", Text::LABEL),
    };
    table.done();
    zone
}

fn counter(mut table: Table<'_>) -> Counter {
    let counter = Counter {
        number: table.small("number", 1..=999),
        zone: table.cell("zone").placed(value::code),
        name: table.names("name", Text::LABEL),
        serves: codes(table.list("serves")),
        helps: table
            .optional_tables("helps")
            .into_iter()
            .map(help)
            .collect(),
        agencies: table
            .optional_list("agencies")
            .iter()
            .map(|cell| cell.placed(agency))
            .collect(),
        line: table.line(),
    };
    table.done();
    counter
}

fn codes(cells: Vec<crate::centre::source::Cell<'_>>) -> Vec<Placed<String>> {
    cells
        .into_iter()
        .map(|cell| cell.placed(value::code))
        .collect()
}

fn help(mut table: Table<'_>) -> Help {
    let help = Help {
        service: table.cell("service").placed(value::code),
        handicap_minutes: table.number("handicap_minutes", 0..=600),
    };
    table.done();
    help
}

fn agency(text: &str) -> Result<String, String> {
    if text == EVERY_AGENCY {
        Ok(text.to_owned())
    } else {
        value::code(text)
    }
}
