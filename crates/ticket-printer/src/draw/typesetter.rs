//! Text into dots: shaping and wrapping by cosmic-text, outlines by swash, a 50 % threshold.

use super::style::Style;
use crate::bitmap::Bitmap;
use cosmic_text::{
    Attrs, Buffer, CacheKey, Family, FontSystem, LayoutRun, Metrics, Shaping, SwashCache,
    SwashContent, Weight, Wrap, fontdb,
};
use std::sync::Arc;

const REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../../assets/fonts/NotoSans-Bold.ttf");

/// Black on white, or white on a black field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Sets dots.
    Black,
    /// Clears dots.
    White,
}

/// One line of text, ready to be painted.
pub struct Line {
    glyphs: Vec<(CacheKey, i32, i32)>,
    /// From the line's start to the end of its last letter.
    pub width: u32,
    /// From the top of the line's box down to its baseline.
    pub baseline: u32,
}

/// Wrapped text.
pub struct Block {
    /// At least one line.
    pub lines: Vec<Line>,
    /// The height of each line's box.
    pub line_height: u32,
}

impl Block {
    /// The widest line.
    pub fn width(&self) -> u32 {
        self.lines.iter().map(|line| line.width).max().unwrap_or(0)
    }

    /// All lines' boxes.
    pub fn height(&self) -> u32 {
        self.lines.iter().map(|_| self.line_height).sum()
    }
}

/// Where a line's ink lies, relative to its start and baseline (down is positive).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InkBox {
    /// The leftmost dot.
    pub left: i32,
    /// Dots across.
    pub width: u32,
    /// From the highest dot to the baseline.
    pub above: u32,
    /// From the baseline to below the lowest dot.
    pub below: u32,
}

/// Holds fonts, drawn glyphs and one paragraph's buffers between slips.
pub struct TypeSetter {
    fonts: FontSystem,
    drawn: SwashCache,
    paragraph: Buffer,
}

impl Default for TypeSetter {
    fn default() -> Self {
        let mut fonts = fontdb::Database::new();
        for file in [REGULAR, BOLD] {
            fonts.load_font_source(fontdb::Source::Binary(Arc::new(file)));
        }
        // No system fonts: a slip looks alike on every machine.
        let fonts = FontSystem::new_with_locale_and_db("vi".into(), fonts);
        let mut paragraph = Buffer::new_empty(Metrics::new(1.0, 1.0));
        paragraph.set_wrap(Wrap::WordOrGlyph);
        Self {
            fonts,
            drawn: SwashCache::new(),
            paragraph,
        }
    }
}

impl TypeSetter {
    /// Wraps `text` to `width`; a word wider than that is broken, never cut.
    pub fn set(&mut self, text: &str, style: Style, width: u32) -> Block {
        let metrics = Metrics::new(style.size as f32, style.line_height() as f32);
        let weight = if style.bold {
            Weight::BOLD
        } else {
            Weight::NORMAL
        };
        let attrs = Attrs::new()
            .family(Family::Name("Noto Sans"))
            .weight(weight);
        self.paragraph
            .set_metrics_and_size(metrics, Some(width as f32), None);
        self.paragraph
            .set_text(text, &attrs, Shaping::Advanced, None);
        self.lay_out(style)
    }

    /// Like [`set`](Self::set), with lines of about equal length.
    pub fn set_balanced(&mut self, text: &str, style: Style, width: u32) -> Block {
        let mut best = self.set(text, style, width);
        let (mut too_narrow, mut enough) = (0, best.width());
        while best.lines.len() > 1 && enough - too_narrow > 4 {
            let tried = u32::midpoint(too_narrow, enough);
            self.paragraph.set_size(Some(tried as f32), None);
            let block = self.lay_out(style);
            if block.lines.len() > best.lines.len() || block.width() > tried {
                too_narrow = tried;
            } else {
                (best, enough) = (block, tried);
            }
        }
        best
    }

    /// One line, however wide.
    pub fn set_line(&mut self, text: &str, style: Style) -> Line {
        let mut block = self.set(text, style, u32::from(u16::MAX));
        block.lines.swap_remove(0)
    }

    /// Where the ink of `line` will be.
    pub fn ink(&mut self, line: &Line) -> InkBox {
        let (mut left, mut right, mut top, mut bottom) = (i32::MAX, 0, 0, 0);
        for &(key, x, y) in &line.glyphs {
            if let Some(image) = self.drawn.get_image(&mut self.fonts, key) {
                let place = image.placement;
                let (x, y) = (x + place.left, y - place.top);
                left = left.min(x);
                right = right.max(x.saturating_add_unsigned(place.width));
                top = top.min(y);
                bottom = bottom.max(y.saturating_add_unsigned(place.height));
            }
        }
        let left = left.min(right);
        InkBox {
            left,
            width: right.abs_diff(left),
            above: top.unsigned_abs(),
            below: bottom.unsigned_abs(),
        }
    }

    /// Paints `line` with its start at `x` and its baseline at `baseline`.
    pub fn paint(&mut self, line: &Line, x: i32, baseline: u32, ink: Ink, on: &mut Bitmap) {
        for &(key, dx, dy) in &line.glyphs {
            let Some(image) = self.drawn.get_image(&mut self.fonts, key) else {
                continue;
            };
            let place = image.placement;
            if image.content != SwashContent::Mask || place.width == 0 {
                continue;
            }
            let left = x + dx + place.left;
            let top = dy.saturating_add_unsigned(baseline) - place.top;
            for (coverage, row) in image.data.chunks_exact(place.width as usize).zip(top..) {
                for (_, column) in coverage
                    .iter()
                    .zip(left..)
                    .filter(|(part, _)| **part >= 128)
                {
                    if let (Ok(column), Ok(row)) = (u32::try_from(column), u32::try_from(row)) {
                        on.set(column, row, ink == Ink::Black);
                    }
                }
            }
        }
    }

    fn lay_out(&mut self, style: Style) -> Block {
        self.paragraph.shape_until_scroll(&mut self.fonts, false);
        let lines = self
            .paragraph
            .layout_runs()
            .map(|run| line(&run, style))
            .collect();
        Block {
            lines,
            line_height: style.line_height(),
        }
    }
}

fn line(run: &LayoutRun<'_>, style: Style) -> Line {
    let end = run
        .glyphs
        .iter()
        .filter(|glyph| !run.text[glyph.start..glyph.end].trim().is_empty());
    let width = end.map(|glyph| glyph.x + glyph.w).fold(0.0, f32::max);
    let glyphs = run.glyphs.iter().map(|glyph| {
        let placed = glyph.physical((0.0, 0.0), 1.0);
        (placed.cache_key, placed.x, placed.y)
    });
    Line {
        glyphs: glyphs.collect(),
        width: dots(width.ceil()),
        baseline: style.baseline(),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rounded, small, ≥ 0"
)]
fn dots(length: f32) -> u32 {
    length as u32
}

#[cfg(test)]
mod tests;
