//! From how far away a board can be read.

/// Font sizes of the drawing, which is 1920 wide: the spotlight's counter and six calls, the counters' rows.
const CALL_PX: f64 = 168.0;
const ROW_PX: f64 = 57.0;
const DRAWING_PX: f64 = 1920.0;
/// Capitals of Noto Sans are this much of the font size.
const CAPITAL: f64 = 0.714;
/// People read capitals from 200 times their height.
const DISTANCE: f64 = 200.0;

/// Metres from which a call, and a counter's row, can be read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReadingDistance {
    /// A call in the list.
    pub call_m: f64,
    /// A row of the grid.
    pub row_m: f64,
}

impl ReadingDistance {
    /// Of a board on a picture `width_mm` wide. Its type grows with the picture, whatever the pixels.
    #[must_use]
    pub fn on(width_mm: f64) -> Self {
        let metres = |px: f64| px * CAPITAL * width_mm / DRAWING_PX * DISTANCE / 1000.0;
        Self {
            call_m: metres(CALL_PX),
            row_m: metres(ROW_PX),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_55_inch_board_is_read_from_15_m_and_5_m() {
        let distance = ReadingDistance::on(1218.0);
        assert!(
            distance.call_m >= 15.0 && distance.row_m >= 5.0,
            "{distance:?}"
        );
        assert!(
            ReadingDistance::on(952.0).row_m < 5.0,
            "a 43-inch one is not"
        );
    }
}
