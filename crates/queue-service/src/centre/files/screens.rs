//! `screens/NAME.toml`: the layouts of boards, one each.

use super::pictures::Picture;
use crate::centre::source::{Findings, Folder, Placed, Table, Text, value};
use queue_core::Minute;
use queue_protocol::layout::{
    Area, CALLS_AT_ONCE, Content, Panel, Picture as Shown, ScheduledNotice, TimeOfDay,
};
use queue_protocol::{Layout, Weekday};

/// A layout, and where in its file things stand.
#[derive(Debug)]
pub(in crate::centre) struct Screen {
    /// Its file, such as `screens/lobby.toml`.
    pub(in crate::centre) file: String,
    pub(in crate::centre) layout: Layout,
    /// The line of each panel.
    pub(in crate::centre) lines: Vec<usize>,
    /// Every zone that it names.
    pub(in crate::centre) zones: Vec<Placed<String>>,
}

/// Reads every screen.
pub(in crate::centre) fn read_all(
    folder: &Folder,
    findings: &Findings,
    pictures: &[Picture],
) -> Vec<Screen> {
    let screens = folder.screens();
    let screens = screens.filter_map(|(file, text)| {
        let name = file.split('/').next_back()?.strip_suffix(".toml")?;
        let in_file = findings.in_file(file);
        if let Err(expected) = value::code(name) {
            in_file.error(0, format!("expected a name that is {expected}"));
        }
        let mut reading = Reading {
            pictures,
            lines: Vec::new(),
            zones: Vec::new(),
        };
        let layout = Table::parse(in_file, text, |top| Some(reading.layout(name, top)))?;
        Some(Screen {
            file: file.to_owned(),
            layout,
            lines: reading.lines,
            zones: reading.zones,
        })
    });
    screens.collect()
}

struct Reading<'p> {
    pictures: &'p [Picture],
    lines: Vec<usize>,
    zones: Vec<Placed<String>>,
}

impl Reading<'_> {
    fn layout(&mut self, name: &str, top: &mut Table<'_>) -> Layout {
        let panels = top.tables("panels").into_iter();
        let notices = top.optional_tables("notices").into_iter();
        Layout {
            screen: name.to_owned(),
            width: top.small("width", 320..=16_384),
            height: top.small("height", 320..=16_384),
            zones: self.zones(top),
            panels: panels.filter_map(|table| self.panel(table)).collect(),
            notices: notices.map(notice).collect(),
        }
    }

    /// A panel that shows nothing known is told of and left out.
    fn panel(&mut self, mut table: Table<'_>) -> Option<Panel> {
        let line = table.line();
        let side = |table: &mut Table<'_>, key| table.small(key, 0..=16_384);
        let area = Area {
            x: side(&mut table, "x"),
            y: side(&mut table, "y"),
            width: side(&mut table, "width"),
            height: side(&mut table, "height"),
        };
        let word = table.cell("shows").read(known)?;
        let content = self.content(word, area, &mut table);
        let panel = Panel {
            area,
            capitals_mm: table.small_or("capitals_mm", 0..=500, usual_mm(&content)),
            content,
        };
        table.done();
        self.lines.push(line);
        Some(panel)
    }

    fn content(&mut self, word: &str, area: Area, table: &mut Table<'_>) -> Content {
        let rows = |table: &mut Table<'_>| table.small("rows", 1..=24);
        match word {
            "header" => Content::Header {
                lines: table.small_or("lines", 1..=2, 1),
                emblem: self.picture(table),
            },
            "spotlight" => Content::Spotlight {
                card: table.small_or("card", 140..=16_384, area.height),
                calls: table.small_or("calls", 1..=CALLS_AT_ONCE.into(), CALLS_AT_ONCE),
            },
            "counters" => Content::Counters {
                zones: self.zones(table),
                columns: table.small_or("columns", 1..=4, 1),
                rows: rows(table),
            },
            "calls" => Content::Calls { rows: rows(table) },
            "waiting" => Content::Waiting {
                columns: table.small_or("columns", 1..=4, 1),
                rows: rows(table),
            },
            "pauses" => Content::Pauses { rows: rows(table) },
            "missed" => Content::Missed {
                columns: table.small("columns", 1..=12),
                rows: rows(table),
            },
            "notices" => Content::Notices {
                lines: table.small_or("lines", 1..=4, 1),
            },
            "pictures" => Content::Pictures {
                pictures: self.pictures(table),
                seconds: table.small_or("seconds", 5..=3600, 15),
            },
            "clock" => Content::Clock,
            _ => Content::Sign,
        }
    }

    fn zones(&mut self, table: &mut Table<'_>) -> Vec<String> {
        let cells = table.optional_list("zones");
        let zones: Vec<_> = cells.iter().map(|cell| cell.placed(value::code)).collect();
        self.zones.extend(zones.iter().cloned());
        zones.into_iter().map(|zone| zone.value).collect()
    }

    fn picture(&self, table: &mut Table<'_>) -> Option<Shown> {
        table.optional_cell("emblem")?.read(|file| self.shown(file))
    }

    fn pictures(&self, table: &mut Table<'_>) -> Vec<Shown> {
        let cells = table.list("pictures").into_iter();
        cells
            .filter_map(|cell| cell.read(|file| self.shown(file)))
            .collect()
    }

    /// Only what is in the centre's own folder can be named.
    fn shown(&self, file: &str) -> Result<Shown, String> {
        let known = self.pictures.iter().find(|picture| picture.file == file);
        let known = known.ok_or("a picture of this centre, such as pictures/tet.png")?;
        Ok(Shown {
            file: known.file.clone(),
            digest: known.digest.clone(),
        })
    }
}

const CONTENTS: [&str; 11] = [
    "header",
    "spotlight",
    "counters",
    "calls",
    "waiting",
    "pauses",
    "missed",
    "notices",
    "pictures",
    "clock",
    "sign",
];

fn known(text: &str) -> Result<&'static str, String> {
    let mut words = CONTENTS.into_iter();
    words
        .find(|word| *word == text)
        .ok_or_else(|| CONTENTS.join(", "))
}

/// Calls are read from 15 m, counters from 5 m; the rest is read from nearby.
const fn usual_mm(content: &Content) -> u16 {
    match content {
        Content::Spotlight { .. } => 75,
        Content::Calls { .. } => 40,
        Content::Counters { .. } => 25,
        _ => 0,
    }
}

fn notice(mut table: Table<'_>) -> ScheduledNotice {
    let days = table.optional_list("days");
    let validity = table.validity();
    let notice = ScheduledNotice {
        text: table.names("text", Text::LINE),
        days: days
            .iter()
            .filter_map(|day| day.read(value::weekday))
            .map(Weekday::from)
            .collect(),
        hours: table
            .optional_cell("hours")
            .and_then(|hours| hours.read(value::span))
            .map(|(from, to)| span(from, to)),
        from: validity.from,
        until: validity.until,
    };
    table.done();
    notice
}

const fn span(from: Minute, to: Minute) -> TimeOfDay {
    TimeOfDay {
        from_min: from.get(),
        to_min: to.get(),
    }
}
