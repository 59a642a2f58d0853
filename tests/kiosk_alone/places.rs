//! Where the kiosk's buttons are on its screen of 1080 × 1920.

use system_tests::kiosk::{FIRST_PURPOSE, Place};

/// The switch to English in the header.
pub const ENGLISH: Place = (988, 96);
pub use system_tests::kiosk::ORDINARY;

/// An aid, and where the way to a number leads with it.
pub struct Aid {
    pub name: &'static str,
    pub switch: Option<Place>,
    pub submit: Place,
    pub find: Place,
    pub first_row: Place,
}

const PLAIN: Aid = Aid {
    name: "plain",
    switch: None,
    submit: FIRST_PURPOSE,
    find: (540, 424),
    first_row: (540, 532),
};

/// Plain, and each aid alone.
pub const AIDS: [Aid; 4] = [
    PLAIN,
    Aid {
        name: "large text",
        switch: Some((149, 1741)),
        find: (540, 516),
        first_row: (540, 580),
        ..PLAIN
    },
    Aid {
        name: "high contrast",
        switch: Some((410, 1741)),
        ..PLAIN
    },
    Aid {
        name: "low buttons",
        switch: Some((670, 1741)),
        submit: (540, 958),
        find: (400, 824),
        first_row: (540, 946),
    },
];

const ROWS: [(&str, u32, u32); 3] = [
    ("qwertyuiop", 63, 1261),
    ("asdfghjkl", 116, 1374),
    ("zxcvbnm", 222, 1487),
];
const BESIDE: u32 = 106;

/// The key with this letter on the keyboard of plain letters.
pub fn key(letter: char) -> Option<Place> {
    if letter == ' ' {
        return Some((480, 1600));
    }
    ROWS.iter().find_map(|(row, first, y)| {
        let at = u32::try_from(row.find(letter)?).ok()?;
        Some((first + at * BESIDE, *y))
    })
}
