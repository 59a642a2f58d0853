//! A 1-bit picture as a thermal printer takes it: rows of bytes, leftmost dot in the highest bit,
//! 1 = black.

use thiserror::Error;

/// A picture could not be written as PNG.
#[derive(Debug, Error)]
#[error("the picture could not be written as PNG")]
pub struct PngError(#[from] png::EncodingError);

/// A black-and-white picture; a new one is white.
#[derive(Clone, PartialEq, Eq)]
pub struct Bitmap {
    width: u32,
    stride: usize,
    rows: Vec<u8>,
}

impl Bitmap {
    /// A white picture of `width` × `height` dots. Both may be 0.
    #[must_use]
    pub fn new(width: u32, height: u32) -> Self {
        let stride = width.div_ceil(8) as usize;
        Self {
            width,
            stride,
            rows: vec![0; stride * height as usize],
        }
    }

    /// Dots across.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Dots down.
    #[must_use]
    pub fn height(&self) -> u32 {
        u32::try_from(self.rows.len().checked_div(self.stride).unwrap_or(0)).unwrap_or(u32::MAX)
    }

    /// Bytes of one row: the width in dots, rounded up to whole bytes.
    #[must_use]
    pub fn stride(&self) -> usize {
        self.stride
    }

    /// Whether the dot is black. Outside the picture all is white.
    #[must_use]
    pub fn is_black(&self, x: u32, y: u32) -> bool {
        self.place(x, y)
            .is_some_and(|(byte, bit)| self.rows[byte] & bit != 0)
    }

    /// Makes one dot black or white; a dot outside the picture is left out.
    pub fn set(&mut self, x: u32, y: u32, black: bool) {
        if let Some((byte, bit)) = self.place(x, y) {
            if black {
                self.rows[byte] |= bit;
            } else {
                self.rows[byte] &= !bit;
            }
        }
    }

    /// Fills a rectangle, as far as it lies inside the picture.
    pub fn fill(&mut self, x: u32, y: u32, width: u32, height: u32, black: bool) {
        for row in y..y.saturating_add(height).min(self.height()) {
            for column in x..x.saturating_add(width).min(self.width) {
                self.set(column, row, black);
            }
        }
    }

    /// Adds white rows at the bottom until the picture is at least `height` dots high.
    pub fn grow_to(&mut self, height: u32) {
        let wanted = self.stride * height as usize;
        if wanted > self.rows.len() {
            self.rows.resize(wanted, 0);
        }
    }

    /// The rows from top to bottom, [`stride`](Self::stride) bytes each.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        self.rows.chunks_exact(self.stride.max(1))
    }

    /// The bytes of the rows `from..to`, as they stand one under the other.
    #[must_use]
    pub fn bytes_of_rows(&self, from: usize, to: usize) -> &[u8] {
        let end = (to * self.stride).min(self.rows.len());
        &self.rows[(from * self.stride).min(end)..end]
    }

    /// The picture as a 1-bit greyscale PNG file.
    ///
    /// # Errors
    /// A picture without any dot has no PNG.
    pub fn to_png(&self) -> Result<Vec<u8>, PngError> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width, self.height());
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        let mut writer = encoder.write_header()?;
        // In PNG a set bit is white.
        let inverted: Vec<u8> = self.rows.iter().map(|byte| !byte).collect();
        writer.write_image_data(&inverted)?;
        writer.finish()?;
        Ok(file)
    }

    fn place(&self, x: u32, y: u32) -> Option<(usize, u8)> {
        (x < self.width && y < self.height())
            .then(|| (y as usize * self.stride + x as usize / 8, 0x80 >> (x % 8)))
    }
}

impl std::fmt::Debug for Bitmap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Bitmap({} × {})", self.width, self.height())
    }
}
