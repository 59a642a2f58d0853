use queue_protocol::layout::Area;

/// How something was drawn: its steps across and down, apart from what is around the rows.
#[derive(Clone, Copy)]
pub(super) struct Drawn {
    /// Around the columns, and of each column.
    width: (f32, f32),
    /// Around the rows, and of each row.
    height: (f32, f32),
    /// The font that must be read.
    font: f32,
}

const fn drawn(width: (f32, f32), height: (f32, f32), font: f32) -> Drawn {
    Drawn {
        width,
        height,
        font,
    }
}

impl Drawn {
    /// Capitals of Noto Sans are this much of the font size.
    pub const CAPITAL: f32 = 0.714;

    pub const HEADER: Self = drawn((0.0, 1200.0), (0.0, 96.0), 40.0);
    pub const TALL_HEADER: Self = drawn((0.0, 1080.0), (0.0, 168.0), 40.0);
    pub const CARD: Self = drawn((0.0, 936.0), (0.0, 524.0), 168.0);
    pub const LIST: Self = drawn((0.0, 936.0), (36.0, 142.0), 168.0);
    pub const GRID: Self = drawn((-24.0, 458.0), (36.0, 71.0), 57.0);
    pub const CALLS: Self = drawn((0.0, 700.0), (56.0, 120.0), 96.0);
    pub const WAITING: Self = drawn((24.0, 456.0), (62.0, 47.0), 35.0);
    pub const PAUSES: Self = drawn((0.0, 496.0), (62.0, 47.0), 31.0);
    pub const MISSED: Self = drawn((28.0, 156.0), (62.0, 60.0), 44.0);
    pub const NOTICES: Self = drawn((0.0, 900.0), (19.0, 45.0), 33.0);
    pub const CLOCK: Self = drawn((0.0, 440.0), (0.0, 160.0), 100.0);
    pub const SIGN: Self = drawn((0.0, 1024.0), (0.0, 600.0), 290.0);

    /// How much larger it can be in `area` than it was drawn.
    pub fn scale(self, area: Area, columns: u8, rows: u8) -> f32 {
        self.across(area, columns).min(self.down(area, rows))
    }

    fn across(self, area: Area, columns: u8) -> f32 {
        f32::from(area.width) / (self.width.0 + self.width.1 * f32::from(columns))
    }

    fn down(self, area: Area, rows: u8) -> f32 {
        f32::from(area.height) / (self.height.0 + self.height.1 * f32::from(rows))
    }
}

/// Scale, columns and rows in `area`: as many rows, then as many columns, as leave the font at `least`.
pub(super) fn fit(
    drawn: Drawn,
    (mut columns, mut rows): (u8, u8),
    area: Area,
    least: f32,
) -> (f32, usize, usize) {
    let small = |columns, rows| drawn.font * drawn.scale(area, columns, rows) < least;
    while small(columns, rows) {
        if rows > 1 && drawn.down(area, rows) <= drawn.across(area, columns) {
            rows -= 1;
        } else if columns > 1 {
            columns -= 1;
        } else {
            break;
        }
    }
    let scale = drawn.scale(area, columns, rows);
    (scale, columns.into(), rows.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Area = Area {
        x: 0,
        y: 0,
        width: 892,
        height: 888,
    };

    #[test]
    fn rows_that_would_be_too_small_go_to_further_pages() {
        assert_eq!(fit(Drawn::GRID, (2, 12), AREA, 56.0), (1.0, 2, 12));
        let (scale, columns, rows) = fit(Drawn::GRID, (2, 12), AREA, 57.5);
        assert!(
            columns == 1 && rows < 12 && scale > 1.0,
            "{scale} {columns} {rows}"
        );
        let (_, columns, rows) = fit(Drawn::GRID, (2, 12), AREA, 1000.0);
        assert_eq!((columns, rows > 0), (1, true), "something is always shown");
    }
}
