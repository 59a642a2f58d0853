//! `services.toml`: the queues, most used first.

use super::hours::{Week, week};
use crate::centre::source::{Placed, Table, Text, value};
use queue_core::{Letter, Validity};
use queue_protocol::{Purpose, Text as Names};

/// The file's name.
pub(in crate::centre) const FILE: &str = "services.toml";

/// One queue.
#[derive(Debug)]
pub(in crate::centre) struct Service {
    pub(in crate::centre) code: Placed<String>,
    /// `None` only where reading failed.
    pub(in crate::centre) letter: Placed<Option<Letter>>,
    pub(in crate::centre) name: Names,
    pub(in crate::centre) board: Names,
    pub(in crate::centre) purposes: Vec<Purpose>,
    pub(in crate::centre) daily_cap: Option<u32>,
    pub(in crate::centre) typical_minutes: u32,
    /// How far the work may pass closing time before no more numbers are given.
    pub(in crate::centre) overrun_minutes: Option<u32>,
    pub(in crate::centre) week: Option<Week>,
    pub(in crate::centre) valid: Validity,
    pub(in crate::centre) line: usize,
}

/// Where dossier codes of one beginning lead.
#[derive(Debug)]
pub(in crate::centre) struct Route {
    pub(in crate::centre) prefix: Placed<String>,
    pub(in crate::centre) service: Placed<String>,
    /// `None` only where reading failed.
    pub(in crate::centre) purpose: Option<Purpose>,
}

/// Reads the file: the services, and where scanned dossier codes lead.
pub(in crate::centre) fn read(top: &mut Table<'_>) -> (Vec<Service>, Vec<Route>) {
    let services = top.tables("services").into_iter().map(service).collect();
    let routes = top.optional_tables("dossiers").into_iter().map(route);
    (services, routes.collect())
}

fn route(mut table: Table<'_>) -> Route {
    let route = Route {
        prefix: table.cell("prefix").placed(value::dossier_prefix),
        service: table.cell("service").placed(value::code),
        purpose: table.cell("purpose").read(purpose),
    };
    table.done();
    route
}

fn service(mut table: Table<'_>) -> Service {
    let own_hours = table.optional_tables("hours");
    let service = Service {
        code: table.cell("code").placed(value::code),
        letter: table
            .cell("letter")
            .placed(|text| value::letter(text).map(Some)),
        name: table.names("name", Text::LABEL),
        board: table.names("board", Text::BOARD),
        purposes: purposes(&mut table),
        daily_cap: table.optional_number("daily_cap", 1..=9999),
        typical_minutes: table.number("typical_minutes", 1..=240),
        overrun_minutes: table.optional_number("overrun_minutes", 0..=600),
        week: if own_hours.is_empty() {
            None
        } else {
            Some(week(own_hours))
        },
        valid: table.validity(),
        line: table.line(),
    };
    table.done();
    service
}

/// In the order in which a kiosk shows them.
fn purposes(table: &mut Table<'_>) -> Vec<Purpose> {
    let cells = table.list("purposes");
    let mut purposes: Vec<Purpose> = cells.iter().filter_map(|cell| cell.read(purpose)).collect();
    purposes.sort_unstable();
    purposes
}

fn purpose(text: &str) -> Result<Purpose, String> {
    Purpose::from_word(text).ok_or_else(|| "submit, collect, supplement or guidance".into())
}
