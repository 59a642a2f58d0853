//! The paper while it is being drawn: a picture that grows downwards.

use super::measures::{LINE, Measures};
use super::style::Style;
use super::typesetter::{Block, Ink, Line, TypeSetter};
use crate::bitmap::Bitmap;

/// How a block stands between two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left side.
    Left,
    /// In the middle.
    Centre,
}

/// The paper, and how far down it has been drawn.
pub struct Page<'a> {
    /// Sets the text.
    pub typesetter: &'a mut TypeSetter,
    /// The sizes in use.
    pub measures: Measures,
    /// What has been drawn.
    pub bitmap: Bitmap,
    /// The first row not used yet.
    pub y: u32,
}

impl<'a> Page<'a> {
    /// White paper of the measures' width.
    pub fn new(typesetter: &'a mut TypeSetter, measures: Measures) -> Self {
        Self {
            typesetter,
            measures,
            bitmap: Bitmap::new(measures.width, 0),
            y: measures.gap / 2,
        }
    }

    /// The picture, as high as what was drawn.
    pub fn into_bitmap(mut self) -> Bitmap {
        self.bitmap.grow_to(self.y);
        self.bitmap
    }

    /// Leaves `rows` white.
    pub fn skip(&mut self, rows: u32) {
        self.y += rows;
    }

    /// Makes `rows` more rows to draw on, below those used.
    pub fn reserve(&mut self, rows: u32) {
        self.bitmap.grow_to(self.y + rows);
    }

    /// A rule from margin to margin, with a section's gap above and below.
    pub fn rule(&mut self) {
        self.skip(self.measures.gap);
        self.reserve(LINE);
        self.bitmap.fill(
            self.measures.margin,
            self.y,
            self.measures.content(),
            LINE,
            true,
        );
        self.skip(LINE + self.measures.gap / 2);
    }

    /// Text in the middle, wrapped into lines of about equal length.
    pub fn centred(&mut self, text: &str, style: Style) {
        let block = self
            .typesetter
            .set_balanced(text, style, self.measures.content());
        self.place(
            &block,
            self.measures.margin,
            self.measures.content(),
            Align::Centre,
        );
    }

    /// Text from the left margin on, wrapped likewise.
    pub fn paragraph(&mut self, text: &str, style: Style) {
        let block = self
            .typesetter
            .set_balanced(text, style, self.measures.content());
        self.place(
            &block,
            self.measures.margin,
            self.measures.content(),
            Align::Left,
        );
    }

    /// A block in the column `left`, `width`; goes on below it.
    pub fn place(&mut self, block: &Block, left: u32, width: u32, align: Align) {
        for line in &block.lines {
            let x = match align {
                Align::Left => left,
                Align::Centre => left + width.saturating_sub(line.width) / 2,
            };
            self.write(line, x, self.y + line.baseline);
            self.y += block.line_height;
        }
    }

    /// One line in black, from `x` on, standing on `baseline`.
    pub fn write(&mut self, line: &Line, x: u32, baseline: u32) {
        self.paint(line, x, baseline, Ink::Black);
    }

    /// One line in white on what is black already.
    pub fn write_white(&mut self, line: &Line, x: u32, baseline: u32) {
        self.paint(line, x, baseline, Ink::White);
    }

    fn paint(&mut self, line: &Line, x: u32, baseline: u32, ink: Ink) {
        // Below the baseline hangs at most a third of the em; its line box has half as much again.
        self.bitmap.grow_to(baseline + line.baseline / 2);
        self.typesetter
            .paint(line, x.cast_signed(), baseline, ink, &mut self.bitmap);
    }
}
