//! What a screen showed at one moment.

use anyhow::Result;
use std::collections::HashSet;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

/// One picture of a screen or a part of it: RGB, row by row from the top.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Three bytes a pixel.
    pub rgb: Vec<u8>,
}

impl Picture {
    /// The colour at (`x`, `y`).
    #[must_use]
    pub fn at(&self, x: usize, y: usize) -> [u8; 3] {
        let i = (y * self.width + x) * 3;
        [self.rgb[i], self.rgb[i + 1], self.rgb[i + 2]]
    }

    /// How many colours there are; a window that has not drawn yet has one or two.
    #[must_use]
    pub fn colours(&self) -> usize {
        self.pixels().iter().collect::<HashSet<_>>().len()
    }

    /// The share of pixels that differ from another picture of the same size.
    #[must_use]
    pub fn differs(&self, other: &Self) -> f64 {
        let pairs = self.pixels().iter().zip(other.pixels());
        let different = pairs.filter(|(one, other)| one != other).count();
        different as f64 / (self.width * self.height) as f64
    }

    /// Writes the picture as a PNG.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn save(&self, path: &Path) -> Result<()> {
        let file = BufWriter::new(File::create(path)?);
        let mut encoder = png::Encoder::new(
            file,
            u32::try_from(self.width)?,
            u32::try_from(self.height)?,
        );
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.write_header()?.write_image_data(&self.rgb)?;
        Ok(())
    }

    fn pixels(&self) -> &[[u8; 3]] {
        self.rgb.as_chunks().0
    }
}
