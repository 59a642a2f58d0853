//! Pictures of few colours, small on the disk, compared with patience.

use slint::{Rgba8Pixel, SharedPixelBuffer};
use std::collections::HashMap;
use std::error::Error;
use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::Path;

type Picture = SharedPixelBuffer<Rgba8Pixel>;

/// A pixel differs when one channel is off by more than this; rounding differs between processors, and stored
/// pictures keep the four highest bits.
const CHANNEL_TOLERANCE: u8 = 32;
/// One pixel in so many may differ.
const DIFFERING_ONE_IN: usize = 2_000;

/// The four highest bits of a channel, spread so that black and white stay what they are.
fn coarse(channel: u8) -> u8 {
    (channel >> 4) * 17
}

fn colours(picture: &Picture) -> impl Iterator<Item = [u8; 3]> + '_ {
    picture
        .as_slice()
        .iter()
        .map(|p| [coarse(p.r), coarse(p.g), coarse(p.b)])
}

fn save(picture: &Picture, path: &Path) -> Result<(), Box<dyn Error>> {
    let mut palette: Vec<u8> = Vec::new();
    let mut known: HashMap<[u8; 3], u8> = HashMap::new();
    let mut pixels = Vec::with_capacity(picture.as_slice().len());
    for colour in colours(picture) {
        let next = u8::try_from(known.len()).map_err(|_| "more than 256 colours")?;
        let index = *known.entry(colour).or_insert_with(|| {
            palette.extend(colour);
            next
        });
        pixels.push(index);
    }
    let file = BufWriter::new(File::create(path)?);
    let mut encoder = png::Encoder::new(file, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(palette);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_compression(png::Compression::High);
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(())
}

fn load(path: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut decoder = png::Decoder::new(BufReader::new(File::open(path)?));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info()?;
    let mut bytes = vec![0; reader.output_buffer_size().ok_or("picture too large")?];
    reader.next_frame(&mut bytes)?;
    Ok(bytes)
}

/// Compares `picture` with the reference `name`. With `XINMOI_BLESS` set it becomes the reference, and the run fails
/// all the same, so that somebody looks at it.
pub fn compare(picture: &Picture, name: &str) -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens");
    let reference = folder.join(format!("{name}.png"));
    if std::env::var_os("XINMOI_BLESS").is_some() {
        save(picture, &reference)?;
        return Err(format!("{name}: blessed, look at it").into());
    }
    let known = load(&reference)?;
    let drawn: Vec<[u8; 3]> = colours(picture).collect();
    let differing = known
        .as_chunks::<3>()
        .0
        .iter()
        .zip(&drawn)
        .filter(|(a, b)| {
            a.iter()
                .zip(*b)
                .any(|(x, y)| x.abs_diff(*y) > CHANNEL_TOLERANCE)
        })
        .count();
    if known.len() == drawn.len() * 3 && differing * DIFFERING_ONE_IN <= drawn.len() {
        return Ok(());
    }
    save(picture, &folder.join(format!("{name}.actual.png")))?;
    Err(format!("{name}: {differing} pixels differ; see {name}.actual.png").into())
}
