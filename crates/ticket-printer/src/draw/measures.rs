//! The sizes of type and space for each paper width, in dots.

use super::style::Style;
use crate::settings::PaperWidth;

/// The thickness of rules and outlines.
pub const LINE: u32 = 3;

/// What one paper width uses.
#[derive(Debug, Clone, Copy)]
pub struct Measures {
    /// The whole picture.
    pub width: u32,
    /// White left and right.
    pub margin: u32,
    /// The number's capitals at most: 22 mm, and less when the number is wide.
    pub number_capitals: u32,
    /// Plain text.
    pub body: Style,
    /// What a section is about: centre, procedure.
    pub title: Style,
    /// "SỐ THỨ TỰ".
    pub label: Style,
    /// The words around the counters' plates.
    pub place: Style,
    /// People ahead and the wait.
    pub value: Style,
    /// "ƯU TIÊN".
    pub priority: Style,
    /// Space between sections; half of it inside them.
    pub gap: u32,
    /// The width that a QR code may take.
    pub qr: u32,
}

impl Measures {
    /// The sizes for paper `width` wide.
    pub fn of(width: PaperWidth) -> Self {
        // 180 dots per inch on 512-dot heads, 203 on the others: 7 or 8 dots per millimetre.
        let [
            margin,
            capitals,
            body,
            title,
            label,
            place,
            value,
            priority,
            gap,
            qr,
        ] = match width {
            PaperWidth::Dots384 => [8, 176, 23, 26, 26, 32, 34, 40, 10, 132],
            PaperWidth::Dots512 => [12, 156, 23, 28, 27, 33, 38, 46, 12, 140],
            PaperWidth::Dots576 => [12, 176, 26, 32, 31, 38, 42, 52, 13, 150],
            PaperWidth::Dots640 => [16, 176, 28, 35, 33, 41, 46, 57, 15, 165],
        };
        Self {
            width: width.dots(),
            margin,
            number_capitals: capitals,
            body: Style::regular(body),
            title: Style::bold(title),
            label: Style::bold(label),
            place: Style::bold(place),
            value: Style::bold(value),
            priority: Style::bold(priority),
            gap,
            qr,
        }
    }

    /// The width between the margins.
    pub fn content(&self) -> u32 {
        self.width - 2 * self.margin
    }
}
