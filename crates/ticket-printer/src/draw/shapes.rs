//! Shapes that the font lacks or text cannot be.

use crate::bitmap::Bitmap;

/// A rectangle in dots.
#[derive(Debug, Clone, Copy)]
pub struct Rect {
    /// Left side.
    pub x: u32,
    /// Upper side.
    pub y: u32,
    /// Dots across.
    pub width: u32,
    /// Dots down.
    pub height: u32,
}

impl Rect {
    /// The rectangle `by` dots smaller on every side.
    pub fn inset(self, by: u32) -> Self {
        Self {
            x: self.x + by,
            y: self.y + by,
            width: self.width.saturating_sub(2 * by),
            height: self.height.saturating_sub(2 * by),
        }
    }
}

/// Fills a rectangle with round corners.
pub fn fill_round(on: &mut Bitmap, rect: Rect, radius: u32, black: bool) {
    for row in 0..rect.height {
        let from_edge = row.min(rect.height - 1 - row);
        let cut = corner_cut(radius, from_edge);
        let width = rect.width.saturating_sub(2 * cut);
        on.fill(rect.x + cut, rect.y + row, width, 1, black);
    }
}

/// Draws the outline of a rectangle with round corners, `line` dots thick, white inside.
pub fn outline_round(on: &mut Bitmap, rect: Rect, radius: u32, line: u32) {
    fill_round(on, rect, radius, true);
    fill_round(on, rect.inset(line), radius.saturating_sub(line), false);
}

/// How many dots a round corner takes from a row, `row` rows from the edge.
fn corner_cut(radius: u32, row: u32) -> u32 {
    let up = radius.saturating_sub(row);
    (0..=radius)
        .find(|cut| (radius - cut).pow(2) + up.pow(2) <= radius.pow(2))
        .unwrap_or(0)
}

/// Fills a five-pointed star, standing upright in the square at (`x`, `y`), in white.
pub fn star_white(on: &mut Bitmap, x: u32, y: u32, size: u32) {
    let half = f64::from(size) / 2.0;
    // Ten corners, outer and inner in turn; the inner radius of a regular pentagram.
    let corners: Vec<(f64, f64)> = (0..10)
        .map(|corner| {
            let radius = if corner % 2 == 0 { 1.0 } else { 0.382 };
            let angle = f64::from(corner) * std::f64::consts::PI / 5.0;
            // The star's box is higher above its centre than below: 1 against cos 36°.
            (
                half * (1.0 + radius * angle.sin()),
                half * (1.05 - radius * angle.cos()),
            )
        })
        .collect();
    for row in 0..size {
        for column in 0..size {
            if contains(&corners, f64::from(column) + 0.5, f64::from(row) + 0.5) {
                on.set(x + column, y + row, false);
            }
        }
    }
}

/// Even-odd rule.
fn contains(corners: &[(f64, f64)], x: f64, y: f64) -> bool {
    let edges = corners.iter().zip(corners.iter().cycle().skip(1));
    edges.fold(false, |inside, (a, b)| {
        let crosses = (a.1 > y) != (b.1 > y) && x < (b.0 - a.0) * (y - a.1) / (b.1 - a.1) + a.0;
        inside != crosses
    })
}

/// A ruler over the full width, a tick every 8 dots: if an end is missing, the width is set wrong.
pub fn ruler(on: &mut Bitmap, y: u32) {
    let width = on.width();
    on.fill(0, y, width, 3, true);
    for tick in (0..width).step_by(8) {
        let height = if tick % 80 == 0 {
            RULER_HEIGHT
        } else {
            RULER_HEIGHT / 2
        };
        on.fill(tick, y, 2, height, true);
    }
    on.fill(width - 2, y, 2, RULER_HEIGHT, true);
}

/// The rows that a ruler takes.
pub const RULER_HEIGHT: u32 = 16;
