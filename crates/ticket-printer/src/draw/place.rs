//! Where to go: the counters in plates, as on every screen; the zone; the service.

use super::page::Page;
use super::shapes::{Rect, fill_round};
use super::typesetter::Line;
use crate::slip::Slip;
use crate::wording::Wording;

/// A part of the line that names the counters and the zone.
enum Piece {
    Word(Line),
    Plate(Line),
    /// Between counters and zone, left out where a row begins.
    Dot(Line),
}

pub fn draw(page: &mut Page<'_>, slip: &Slip, words: &Wording) {
    let units = units(page, slip, words);
    for row in rows(page, units) {
        draw_row(page, &row);
    }
    page.centred(&slip.service, page.measures.body);
    page.rule();
}

/// What is not parted: "Quầy 1", "2", "hoặc 3", "· Khu A".
fn units(page: &mut Page<'_>, slip: &Slip, words: &Wording) -> Vec<Vec<Piece>> {
    let style = page.measures.place;
    let mut set = |text: &str| page.typesetter.set_line(text, style);
    let mut units: Vec<Vec<Piece>> = slip
        .counters
        .iter()
        .map(|counter| vec![Piece::Plate(set(&counter.to_string()))])
        .collect();
    if let [_, .., last] = &mut units[..] {
        last.insert(0, Piece::Word(set(&words.or)));
    }
    if let Some(first) = units.first_mut() {
        first.insert(0, Piece::Word(set(&words.counter)));
    }
    units.extend(
        slip.zone
            .iter()
            .map(|zone| vec![Piece::Dot(set("·")), Piece::Word(set(zone))]),
    );
    units
}

/// As many units in a row as fit.
fn rows(page: &Page<'_>, units: Vec<Vec<Piece>>) -> Vec<Vec<Piece>> {
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    for mut unit in units {
        let needed = space(page) + row_width(page, &unit);
        match rows.last_mut() {
            Some(row) if row_width(page, row) + needed <= page.measures.content() => {
                row.append(&mut unit);
            }
            _ => rows.push(unit),
        }
    }
    for row in &mut rows {
        if matches!(row.first(), Some(Piece::Dot(_))) {
            row.remove(0);
        }
    }
    rows
}

fn draw_row(page: &mut Page<'_>, row: &[Piece]) {
    let style = page.measures.place;
    let height = style.line_height();
    let baseline = page.y + (height + style.capitals()) / 2;
    page.reserve(height);
    let mut x = (page.measures.width.saturating_sub(row_width(page, row))) / 2;
    for piece in row {
        let width = width(page, piece);
        match piece {
            Piece::Word(line) | Piece::Dot(line) => page.write(line, x, baseline),
            Piece::Plate(line) => {
                fill_round(
                    &mut page.bitmap,
                    Rect {
                        x,
                        y: page.y,
                        width,
                        height,
                    },
                    10,
                    true,
                );
                page.write_white(line, x + (width - line.width) / 2, baseline);
            }
        }
        x += width + space(page);
    }
    page.skip(height + page.measures.gap / 2);
}

fn space(page: &Page<'_>) -> u32 {
    page.measures.place.size * 3 / 10
}

fn width(page: &Page<'_>, piece: &Piece) -> u32 {
    match piece {
        Piece::Word(line) | Piece::Dot(line) => line.width,
        // A plate is never narrower than it is high.
        Piece::Plate(line) => {
            (line.width + page.measures.place.size / 2).max(page.measures.place.line_height())
        }
    }
}

fn row_width(page: &Page<'_>, row: &[Piece]) -> u32 {
    let pieces: u32 = row
        .iter()
        .map(|piece| width(page, piece) + space(page))
        .sum();
    pieces.saturating_sub(space(page))
}
