//! From how far away a board can be read.

use crate::view_model::Arrangement;

/// Font sizes as drawn: the spotlight's counter and the calls of its list, the number on a sign, a counter's row.
const CALL_PX: f32 = 168.0;
const SIGN_PX: f32 = 290.0;
const ROW_PX: f32 = 57.0;
/// People read capitals from 200 times their height.
const DISTANCE: f32 = 200.0;

/// Metres from which a call, and a counter's row, can be read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReadingDistance {
    /// A call in the list, or on a sign.
    pub call_m: f32,
    /// A row of the smallest grid; that of a call where there is none.
    pub row_m: f32,
}

impl ReadingDistance {
    /// Of a board on its screen.
    #[must_use]
    pub fn of(arrangement: &Arrangement) -> Self {
        let metres = |px, scale| arrangement.capitals_mm(px, scale) * DISTANCE / 1000.0;
        let spotlight = arrangement.spotlight;
        let call_m = if spotlight.place.width > 0.0 {
            metres(CALL_PX, spotlight.place.scale.min(spotlight.card.scale))
        } else {
            metres(SIGN_PX, arrangement.sign.scale)
        };
        let grids = arrangement.grids.iter();
        let rows = grids.map(|grid| metres(ROW_PX, grid.table.place.scale));
        Self {
            call_m,
            row_m: rows.reduce(f32::min).unwrap_or(call_m),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::standard;

    #[test]
    fn a_55_inch_board_is_read_from_15_m_and_5_m() {
        let on = |width_mm| ReadingDistance::of(&Arrangement::new(&standard(), width_mm));
        let distance = on(1218.0);
        assert!(
            distance.call_m >= 15.0 && distance.row_m >= 5.0,
            "{distance:?}"
        );
        let small = on(952.0);
        assert!(
            small.row_m >= 5.0,
            "a 43-inch one with fewer rows: {small:?}"
        );
    }
}
