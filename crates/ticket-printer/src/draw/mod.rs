//! The layout of a slip. Each section is a file; together they are read from top to bottom.
//!
//! Only one thing is huge, the number; only fields that must be found at once are black: the
//! priority mark and the plates of the counters. All else is text and 3-dot rules.

mod foot;
mod head;
mod measures;
mod number;
mod page;
mod papers;
mod place;
mod qr;
mod shapes;
mod style;
mod typesetter;
mod waiting;

use crate::bitmap::Bitmap;
use crate::settings::PaperWidth;
use crate::slip::Slip;
use crate::wording::Wording;
use measures::Measures;
use page::Page;
use typesetter::TypeSetter;

/// Draws slips. Holds the fonts and the glyphs already drawn, so keep one and use it again.
#[derive(Default)]
pub struct SlipDrawer {
    typesetter: TypeSetter,
}

impl SlipDrawer {
    /// A drawer with the two embedded fonts and no others.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The slip as it will stand on paper `width` wide; its height follows from what it says.
    /// Long names wrap and are never cut. A QR code that cannot fit the paper is left out.
    pub fn draw(&mut self, slip: &Slip, width: PaperWidth) -> Bitmap {
        let words = Wording::of(slip.language);
        let mut page = Page::new(&mut self.typesetter, Measures::of(width));
        head::draw(&mut page, slip, words);
        number::draw(&mut page, slip, words);
        place::draw(&mut page, slip, words);
        waiting::draw(&mut page, slip, words);
        papers::draw(&mut page, slip, words);
        foot::draw(&mut page, slip, words);
        page.into_bitmap()
    }
}
