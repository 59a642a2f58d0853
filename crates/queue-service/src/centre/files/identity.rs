//! `centre.toml`: what the centre calls itself, where it is, and the numbers it chose.

use crate::centre::source::{Placed, Table, Text, value};
use chrono::FixedOffset;
use queue_core::Letter;
use queue_protocol::{Permission, Text as Names};
use std::collections::BTreeSet;

/// The file's name.
pub(in crate::centre) const FILE: &str = "centre.toml";

/// What the file says.
#[derive(Debug, Default)]
pub(in crate::centre) struct Identity {
    pub(in crate::centre) code: String,
    pub(in crate::centre) name: Names,
    pub(in crate::centre) parent: Names,
    pub(in crate::centre) notice: Names,
    pub(in crate::centre) hotline: Option<String>,
    pub(in crate::centre) public_url: Option<String>,
    /// The letter of numbers that kiosks give while the service is away.
    pub(in crate::centre) offline_letter: Option<Placed<Letter>>,
    /// `None` only where reading failed.
    pub(in crate::centre) offset: Option<FixedOffset>,
    pub(in crate::centre) settings: Settings,
}

/// Own visitors come first unless somebody there has waited this much longer.
const USUAL_HANDICAP_MINUTES: u32 = 10;

/// `[settings]`.
#[derive(Debug, Default)]
pub(in crate::centre) struct Settings {
    pub(in crate::centre) grace_minutes: u32,
    pub(in crate::centre) recall_limit: u8,
    pub(in crate::centre) target_wait_minutes: u32,
    pub(in crate::centre) expected_priority_percent: u8,
    /// Where an officer helps a queue for a while.
    pub(in crate::centre) help_handicap_minutes: u32,
    /// What not every officer may do.
    pub(in crate::centre) needs_permission: BTreeSet<Permission>,
}

/// Reads the file.
pub(in crate::centre) fn read(top: &mut Table<'_>) -> Identity {
    Identity {
        code: top.cell("code").read(value::code).unwrap_or_default(),
        name: top.names("name", Text::LINE),
        parent: top.names("parent", Text::LINE),
        notice: top.names("notice", Text::LINE),
        hotline: top
            .optional_cell("hotline")
            .map(|hotline| hotline.text(Text::LABEL)),
        public_url: top
            .optional_cell("public_url")
            .and_then(|url| url.read(public_url)),
        offline_letter: top.optional_cell("offline_letter").and_then(|cell| {
            let line = cell.line();
            let value = cell.read(value::letter)?;
            Some(Placed { value, line })
        }),
        offset: top.cell("utc_offset").read(value::offset),
        settings: top.table("settings").map(settings).unwrap_or_default(),
    }
}

/// Choosing whom to call and taking a number away, unless the centre says otherwise.
fn needs_permission(table: &mut Table<'_>) -> BTreeSet<Permission> {
    const KEY: &str = "needs_permission";
    if !table.has(KEY) {
        return [Permission::ChosenCall, Permission::Cancel].into();
    }
    let cells = table.optional_list(KEY);
    cells
        .iter()
        .filter_map(|cell| cell.read(permission))
        .collect()
}

fn permission(text: &str) -> Result<Permission, String> {
    Permission::from_word(text).ok_or_else(|| "chosen_call, cancel, priority or restore".to_owned())
}

fn settings(mut table: Table<'_>) -> Settings {
    let settings = Settings {
        grace_minutes: table.number("grace_minutes", 0..=600),
        recall_limit: table.small("recall_limit", 1..=20),
        target_wait_minutes: table.number("target_wait_minutes", 1..=240),
        expected_priority_percent: table.small("expected_priority_percent", 0..=100),
        help_handicap_minutes: table
            .optional_number("help_handicap_minutes", 0..=600)
            .unwrap_or(USUAL_HANDICAP_MINUTES),
        needs_permission: needs_permission(&mut table),
    };
    table.done();
    settings
}

/// An address that a phone can open, without the slash that every use would have to take off again.
fn public_url(text: &str) -> Result<String, String> {
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    match host {
        Some(host)
            if !host.is_empty()
                && !text.ends_with('/')
                && text.is_ascii()
                && text.len() <= 100
                && !text.contains(char::is_whitespace) =>
        {
            Ok(text.to_owned())
        }
        _ => Err("an address such as https://hall.example.vn, without a slash at its end".into()),
    }
}
