//! Compares pictures with those in `tests/screens`. `XINMOI_BLESS=1` draws them anew, and the run still fails,
//! so that somebody looks at them.

use slint::{Rgba8Pixel, SharedPixelBuffer};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::Path;

pub type Picture = SharedPixelBuffer<Rgba8Pixel>;

/// A pixel differs when one channel is off by more than this; rounding differs between processors.
const CHANNEL_TOLERANCE: u8 = 24;
/// One pixel in this many may differ.
const DIFFERING_ONE_IN: usize = 2_000;
/// A colour nearer than this to a more frequent one is kept as that one: edges of letters have thousands.
const SAME_COLOUR: u8 = 16;

/// Fails if `picture` is not as `tests/screens/{name}.png`.
pub fn compare(picture: &Picture, name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens");
    let expected = folder.join(format!("{name}.png"));
    if std::env::var_os("XINMOI_BLESS").is_some() {
        save(picture, &expected);
        panic!("{name}.png is drawn anew: look at it, and run without XINMOI_BLESS");
    }
    let reference = load(&expected);
    let (width, height, reference) = reference.unwrap_or_default();
    let same_size = (width, height) == (picture.width(), picture.height());
    let differing = differing_pixels(&reference, picture.as_slice());
    if !same_size || differing * DIFFERING_ONE_IN > picture.as_slice().len() {
        save(picture, &folder.join(format!("{name}.actual.png")));
        panic!("{name}: {differing} pixels differ; see {name}.actual.png");
    }
}

fn differing_pixels(left: &[[u8; 3]], right: &[Rgba8Pixel]) -> usize {
    let differs = |(a, b): (&[u8; 3], &Rgba8Pixel)| {
        let b = [b.r, b.g, b.b];
        a.iter()
            .zip(b)
            .any(|(x, y)| x.abs_diff(y) > CHANNEL_TOLERANCE)
    };
    left.iter().zip(right).filter(|pair| differs(*pair)).count()
}

fn load(path: &Path) -> Option<(u32, u32, Vec<[u8; 3]>)> {
    let mut decoder = png::Decoder::new(BufReader::new(File::open(path).ok()?));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().ok()?;
    let mut bytes = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut bytes).ok()?;
    Some((info.width, info.height, bytes.as_chunks::<3>().0.to_vec()))
}

fn save(picture: &Picture, path: &Path) {
    let (palette, pixels) = indexed(picture.as_slice());
    let file = BufWriter::new(File::create(path).unwrap());
    let mut encoder = png::Encoder::new(file, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(palette.as_flattened().to_vec());
    encoder.set_compression(png::Compression::High);
    // Palette places are no gradients: what a filter subtracts compresses worse.
    encoder.set_filter(png::Filter::NoFilter);
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&pixels)
        .unwrap();
}

/// A palette of colours that can be told apart, the most frequent ones first, and each pixel's place in it.
fn indexed(pixels: &[Rgba8Pixel]) -> (Vec<[u8; 3]>, Vec<u8>) {
    let mut counts = HashMap::<[u8; 3], usize>::new();
    for pixel in pixels {
        *counts.entry([pixel.r, pixel.g, pixel.b]).or_default() += 1;
    }
    let mut colours: Vec<_> = counts.into_iter().collect();
    colours.sort_unstable_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let mut palette: Vec<[u8; 3]> = Vec::new();
    let mut places = HashMap::new();
    for (colour, _) in colours {
        let same = |known: &[u8; 3]| {
            known
                .iter()
                .zip(colour)
                .all(|(a, b)| a.abs_diff(b) < SAME_COLOUR)
        };
        let place = palette.iter().position(same).unwrap_or_else(|| {
            palette.push(colour);
            palette.len() - 1
        });
        places.insert(
            colour,
            u8::try_from(place).expect("a picture of few colours"),
        );
    }
    let indices = pixels
        .iter()
        .map(|pixel| places[&[pixel.r, pixel.g, pixel.b]])
        .collect();
    (palette, indices)
}
