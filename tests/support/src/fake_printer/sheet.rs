//! A piece of printed paper.

use std::fmt;

/// Rows of dots from one cut to the next; leftmost dot in the highest bit, 1 = black.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The rows, each as wide as the print head.
    pub rows: Vec<Vec<u8>>,
}

impl Sheet {
    /// Whether nothing is printed on it.
    #[must_use]
    pub fn is_white(&self) -> bool {
        self.rows.iter().flatten().all(|byte| *byte == 0)
    }

    /// The sheet as a 1-bit greyscale PNG file.
    ///
    /// # Errors
    /// If the sheet has no rows, or too many for the format.
    pub fn to_png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let bytes_across = self.rows.first().map_or(0, Vec::len);
        let size = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let mut file = Vec::new();
        let mut encoder =
            png::Encoder::new(&mut file, size(bytes_across * 8), size(self.rows.len()));
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        let mut writer = encoder.write_header()?;
        let whites: Vec<u8> = self.rows.iter().flatten().map(|byte| !byte).collect();
        writer.write_image_data(&whites)?;
        writer.finish()?;
        Ok(file)
    }
}

impl fmt::Debug for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.is_white() { "white" } else { "printed" };
        write!(f, "Sheet({} rows, {kind})", self.rows.len())
    }
}
