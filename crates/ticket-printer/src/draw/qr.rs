//! The QR code that leads to the ticket's own page.

use super::page::Page;
use fast_qr::{ECL, QRBuilder, QRCode};

/// White around the code, in modules (ISO/IEC 18004).
const QUIET: u32 = 4;
/// Dots per module that phones read from thermal paper without fail.
const LEAST_MODULE: u32 = 4;

/// A code with its size on paper.
pub struct Code {
    code: QRCode,
    module: u32,
}

impl Code {
    /// The code for `url` at the page's measure; none, with a warning, if the paper is too narrow.
    pub fn fit(url: &str, page: &Page<'_>) -> Option<Self> {
        let code = QRBuilder::new(url).ecl(ECL::M).build().ok()?;
        let modules = u32::try_from(code.size).ok()?;
        let module = (page.measures.qr / modules).max(LEAST_MODULE);
        let code = Self { code, module };
        let fits = code.outer() <= page.measures.width;
        if !fits {
            tracing::warn!(
                modules,
                "the follow address is too long for a QR code on this paper"
            );
        }
        fits.then_some(code)
    }

    /// Dots across, without the white around.
    pub fn side(&self) -> u32 {
        u32::try_from(self.code.size).unwrap_or(0) * self.module
    }

    /// The white needed on each side.
    pub fn quiet(&self) -> u32 {
        QUIET * self.module
    }

    /// Dots across, with the white around.
    pub fn outer(&self) -> u32 {
        self.side() + 2 * self.quiet()
    }

    /// Draws the code with its upper left corner at (`x`, `y`), without the white around.
    pub fn draw(&self, page: &mut Page<'_>, x: u32, y: u32) {
        page.bitmap.grow_to(y + self.side());
        for (row, top) in (y..)
            .step_by(self.module as usize)
            .take(self.code.size)
            .enumerate()
        {
            let modules = self.code[row].iter().take(self.code.size);
            for (module, left) in modules.zip((x..).step_by(self.module as usize)) {
                page.bitmap
                    .fill(left, top, self.module, self.module, module.value());
            }
        }
    }
}
