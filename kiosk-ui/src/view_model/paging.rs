//! How much of a list fits a page. Only the screen knows how high a row gets, so it is asked.

use super::page::{GroupRow, ProcedureRow, ServiceRow};

/// The place for a list, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ListRoom {
    /// Beside each other.
    pub columns: usize,
    /// Height of each column.
    pub height: f32,
    /// Between two rows.
    pub gap: f32,
    /// The row that leads to the rest.
    pub tail: f32,
}

/// What the screen knows about sizes.
pub trait Measure {
    /// The place for services.
    fn services(&self) -> ListRoom;
    /// The place for procedures that were found.
    fn procedures(&self) -> ListRoom;
    /// The place for agencies, fields and their procedures.
    fn browse(&self) -> ListRoom;
    /// How high this row is, its name wrapped and not cut.
    fn service(&self, row: &ServiceRow) -> f32;
    /// How high this row is, its name wrapped and not cut.
    fn procedure(&self, row: &ProcedureRow) -> f32;
    /// How high this row is, its name wrapped and not cut.
    fn group(&self, row: &GroupRow) -> f32;
}

/// How many rows stand on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fit {
    /// All of them.
    pub rows: usize,
    /// Those in the first column.
    pub left: usize,
}

/// A page holds at most so many choices.
pub(super) const MOST: usize = 8;

/// The rows, of these heights, that fit. If not all do, or `has_tail` says so anyway, there is room left for the row
/// that leads on. At least one row is shown, whatever its height.
pub(super) fn fit(heights: &[f32], room: &ListRoom, has_tail: bool) -> Fit {
    if !has_tail {
        let all = fill(heights, room, 0.0);
        if all.rows == heights.len() && all.rows <= MOST {
            return all;
        }
    }
    let mut some = fill(heights, room, room.tail + room.gap);
    some.rows = some.rows.clamp(1, MOST - 1).min(heights.len());
    some.left = some.left.min(some.rows);
    some
}

fn fill(heights: &[f32], room: &ListRoom, kept_at_the_end: f32) -> Fit {
    let mut fit = Fit { rows: 0, left: 0 };
    for column in 1..=room.columns {
        let kept = if column == room.columns {
            kept_at_the_end
        } else {
            0.0
        };
        let mut free = room.height - kept;
        while let Some(height) = heights.get(fit.rows).filter(|height| **height <= free) {
            free -= height + room.gap;
            fit.rows += 1;
        }
        if column == 1 {
            fit.left = fit.rows;
        }
    }
    fit
}
