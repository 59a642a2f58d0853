//! The pixels of an Xvfb: the X window dump (XWDFile.h, version 7) that it keeps in a file, in
//! which what a program draws is seen at once.

use super::Picture;
use anyhow::{Context as _, Result, ensure};
use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

/// A part of a screen, in pixels from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// The first column.
    pub x: usize,
    /// The first row.
    pub y: usize,
    /// How many columns.
    pub width: usize,
    /// How many rows.
    pub height: usize,
}

const HEADER_WORDS: usize = 25;
const COLOUR_BYTES: usize = 12;
const PIXEL_BYTES: usize = 4;

/// What `region` of the screen shows now, or the whole screen.
pub(super) fn read(path: &Path, region: Option<Region>) -> Result<Picture> {
    let file = File::open(path).with_context(|| path.display().to_string())?;
    let mut header = [0; HEADER_WORDS * 4];
    file.read_exact_at(&mut header, 0)?;
    let word = |i: usize| u32::from_be_bytes(header.as_chunks().0[i]) as usize;
    let (length, version, bits, line) = (word(0), word(1), word(11), word(12));
    ensure!(
        version == 7 && bits == PIXEL_BYTES * 8,
        "an unknown window dump: version {version}, {bits} bits a pixel"
    );
    let (width, height, colours) = (word(4), word(5), word(19));
    let whole = Region {
        x: 0,
        y: 0,
        width,
        height,
    };
    let part = region.unwrap_or(whole);
    ensure!(
        part.x + part.width <= width && part.y + part.height <= height,
        "{part:?} is not on a screen of {width} × {height}"
    );
    let mut rows = vec![0; part.height * line];
    let start = length + colours * COLOUR_BYTES + part.y * line;
    file.read_exact_at(&mut rows, start as u64)?;
    let mut rgb = Vec::with_capacity(part.width * part.height * 3);
    for row in rows.chunks_exact(line) {
        let pixels = &row[part.x * PIXEL_BYTES..(part.x + part.width) * PIXEL_BYTES];
        for [blue, green, red, _] in pixels.as_chunks::<PIXEL_BYTES>().0 {
            rgb.extend([*red, *green, *blue]);
        }
    }
    Ok(Picture {
        width: part.width,
        height: part.height,
        rgb,
    })
}
