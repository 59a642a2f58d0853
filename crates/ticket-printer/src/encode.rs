//! A picture as ESC/POS bytes.
//!
//! Only commands that every printer of the family has: `ESC @`, `GS P`, `GS v 0`, `ESC J`, `GS V`
//! and `GS r` (Epson ESC/POS command reference). The escpos crate orders and flattens them; its
//! own image, cut and status commands are not used: images need its `graphics` feature and decode
//! files, its partial cut sends the code of a full one, its status request sends a byte too many.

use crate::bitmap::Bitmap;
use crate::settings::PaperWidth;
use escpos::driver::Driver;
use escpos::errors::PrinterError;
use escpos::printer::Printer;
use escpos::utils::Protocol;
use std::cell::RefCell;
use thiserror::Error;

/// Rows in one `GS v 0`: 9 kB at 576 dots, which small receive buffers take.
pub const BAND_ROWS: usize = 128;
/// Fewer white rows than this are sent as dots: a stop and a feed would cost more.
const LEAST_SKIP: usize = 16;
/// White between the last row and the cut: 2 mm at 203 dots per inch.
const FEED_BEFORE_CUT: u8 = 16;
/// `GS V 66 n`: feeds to the cutter and n more, then cuts but for one point.
const CUT: [u8; 4] = [0x1d, b'V', 66, FEED_BEFORE_CUT];
/// `GS r 1`: asks for the paper sensor. It is answered in turn, hence only when all before it has
/// been printed and cut. The last bytes of every job.
pub(crate) const CONFIRM: [u8; 3] = [0x1d, b'r', 1];

/// A picture cannot be sent to this printer.
#[derive(Debug, Error)]
pub enum EncodeError {
    /// The picture was drawn for other paper.
    #[error("the picture is {drawn} dots wide, the paper {paper}")]
    WrongWidth {
        /// The picture's width.
        drawn: u32,
        /// The paper's width.
        paper: u32,
    },
    /// The escpos crate refused a command.
    #[error("the commands could not be put together: {0}")]
    Commands(String),
}

impl From<PrinterError> for EncodeError {
    fn from(error: PrinterError) -> Self {
        Self::Commands(error.to_string())
    }
}

/// The bytes that print `picture`, cut the paper, and ask for a confirmation.
///
/// # Errors
/// If the picture was drawn for another width.
pub fn slip(picture: &Bitmap, width: PaperWidth) -> Result<Vec<u8>, EncodeError> {
    if picture.width() != width.dots() {
        return Err(EncodeError::WrongWidth {
            drawn: picture.width(),
            paper: width.dots(),
        });
    }
    let mut commands = Printer::new(Paper::default(), Protocol::default(), None);
    // One unit of `ESC J` and `GS V` is then one dot, whatever the printer's own default.
    commands
        .init()?
        .motion_units(width.dots_per_inch(), width.dots_per_inch())?;
    for part in parts(picture) {
        match part {
            Part::White(rows) => commands.custom(&[0x1b, b'J', rows])?,
            Part::Dots { from, to } => commands.custom(&raster(picture, from, to))?,
        };
    }
    commands.custom(&CUT)?.custom(&CONFIRM)?.print()?;
    Ok(commands.driver().sent.into_inner())
}

/// What to send first when the printer may still wait for the rest of an earlier picture: a band
/// of zeros, which completes that picture and otherwise means nothing, then `ESC @`. With `cut`,
/// what was printed of the earlier slip is cut off, so that nobody gets it with his own.
#[must_use]
pub fn recovery(width: PaperWidth, cut: bool) -> Vec<u8> {
    let band = width.dots() as usize / 8 * BAND_ROWS;
    let mut bytes = vec![0; band];
    bytes.extend([0x1b, b'@']);
    if cut {
        bytes.extend(CUT);
    }
    bytes
}

/// A stretch of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// So many white rows, at most 255.
    White(u8),
    /// Rows to be sent as they are, at most [`BAND_ROWS`].
    Dots { from: usize, to: usize },
}

fn parts(picture: &Bitmap) -> Vec<Part> {
    let white: Vec<bool> = picture
        .rows()
        .map(|row| row.iter().all(|byte| *byte == 0))
        .collect();
    let mut parts = Vec::new();
    let mut from = 0;
    for run in white.chunk_by(|a, b| a == b) {
        let end = from + run.len();
        if run[0] && run.len() >= LEAST_SKIP {
            parts.extend(skips(run.len()));
        } else {
            extend_dots(&mut parts, from, end);
        }
        from = end;
    }
    parts
}

fn skips(rows: usize) -> impl Iterator<Item = Part> {
    let most = usize::from(u8::MAX);
    (0..rows.div_ceil(most))
        .map(move |done| Part::White(u8::try_from(rows - done * most).unwrap_or(u8::MAX)))
}

/// Adds the rows `from..end`, filling up the last band first.
fn extend_dots(parts: &mut Vec<Part>, from: usize, end: usize) {
    let mut next = from;
    if let Some(Part::Dots { from, to }) = parts.last_mut() {
        *to = end.min(*from + BAND_ROWS);
        next = *to;
    }
    while next < end {
        let to = end.min(next + BAND_ROWS);
        parts.push(Part::Dots { from: next, to });
        next = to;
    }
}

/// `GS v 0` in normal size: bytes across and rows as 16-bit numbers, low byte first.
fn raster(picture: &Bitmap, from: usize, to: usize) -> Vec<u8> {
    let sixteen = |number: usize| u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes();
    let mut bytes = vec![0x1d, b'v', b'0', 0];
    bytes.extend(sixteen(picture.stride()));
    bytes.extend(sixteen(to - from));
    bytes.extend(picture.bytes_of_rows(from, to));
    bytes
}

/// Stands in for a printer: keeps what the crate would have sent.
#[derive(Default)]
struct Paper {
    sent: RefCell<Vec<u8>>,
}

impl Driver for Paper {
    fn name(&self) -> String {
        "memory".into()
    }

    fn write(&self, data: &[u8]) -> escpos::errors::Result<()> {
        self.sent.borrow_mut().extend_from_slice(data);
        Ok(())
    }

    fn read(&self, _: &mut [u8]) -> escpos::errors::Result<usize> {
        Ok(0)
    }

    fn flush(&self) -> escpos::errors::Result<()> {
        Ok(())
    }
}
