//! Pictures of half the size and few colours, small on the disk, compared with patience.

use slint::{Rgba8Pixel, SharedPixelBuffer};
use std::collections::HashMap;
use std::error::Error;
use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::Path;

type Colour = [u8; 3];

/// A pixel differs when one channel is off by more than this; rounding differs between processors, and a stored
/// picture keeps only its commonest colours.
const CHANNEL_TOLERANCE: u8 = 40;
/// One pixel in so many may differ.
const DIFFERING_ONE_IN: usize = 2_000;

/// A picture, two by two pixels made one.
struct Halved {
    width: usize,
    colours: Vec<Colour>,
}

impl Halved {
    fn of(picture: &SharedPixelBuffer<Rgba8Pixel>) -> Self {
        let full_width = picture.width() as usize;
        let pixels = picture.as_slice();
        let mean = |corner: usize, channel: fn(&Rgba8Pixel) -> u8| {
            let four = [
                corner,
                corner + 1,
                corner + full_width,
                corner + full_width + 1,
            ];
            let sum: u16 = four.iter().map(|at| u16::from(channel(&pixels[*at]))).sum();
            u8::try_from(sum / 4).unwrap_or(u8::MAX)
        };
        let (width, height) = (full_width / 2, picture.height() as usize / 2);
        let corners =
            (0..height).flat_map(|y| (0..width).map(move |x| (2 * y * full_width) + 2 * x));
        let colours = corners.map(|at| [mean(at, |p| p.r), mean(at, |p| p.g), mean(at, |p| p.b)]);
        Self {
            width,
            colours: colours.collect(),
        }
    }

    /// The 64 commonest colours.
    fn palette(&self) -> Vec<Colour> {
        let mut count: HashMap<Colour, usize> = HashMap::new();
        for colour in &self.colours {
            *count.entry(*colour).or_default() += 1;
        }
        let mut colours: Vec<Colour> = count.keys().copied().collect();
        colours.sort_by_key(|colour| (std::cmp::Reverse(count[colour]), *colour));
        colours.truncate(64);
        colours
    }

    /// Each pixel as its nearest colour of `palette`, by its place there.
    fn nearest(&self, palette: &[Colour]) -> Vec<u8> {
        let mut known: HashMap<Colour, u8> = HashMap::new();
        let mut place = |colour: &Colour| {
            *known.entry(*colour).or_insert_with(|| {
                let best = (0..)
                    .zip(palette)
                    .min_by_key(|(_, other)| distance(colour, other));
                best.map_or(0, |(index, _)| index)
            })
        };
        self.colours.iter().map(&mut place).collect()
    }

    fn save(&self, path: &Path) -> Result<(), Box<dyn Error>> {
        let palette = self.palette();
        let pixels = self.nearest(&palette);
        let file = BufWriter::new(File::create(path)?);
        let height = self.colours.len() / self.width;
        let mut encoder =
            png::Encoder::new(file, u32::try_from(self.width)?, u32::try_from(height)?);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_palette(palette.concat());
        encoder.set_filter(png::Filter::NoFilter);
        encoder.set_compression(png::Compression::High);
        encoder.write_header()?.write_image_data(&pixels)?;
        Ok(())
    }

    fn load(path: &Path) -> Result<Self, Box<dyn Error>> {
        let mut decoder = png::Decoder::new(BufReader::new(File::open(path)?));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info()?;
        let mut bytes = vec![0; reader.output_buffer_size().ok_or("picture too large")?];
        reader.next_frame(&mut bytes)?;
        let width = reader.info().width as usize;
        Ok(Self {
            width,
            colours: bytes.as_chunks::<3>().0.to_vec(),
        })
    }

    fn differing(&self, other: &Self) -> usize {
        let pairs = self.colours.iter().zip(&other.colours);
        pairs
            .filter(|(a, b)| {
                a.iter()
                    .zip(*b)
                    .any(|(x, y)| x.abs_diff(*y) > CHANNEL_TOLERANCE)
            })
            .count()
    }
}

fn distance(a: &Colour, b: &Colour) -> u32 {
    a.iter()
        .zip(b)
        .map(|(x, y)| u32::from(x.abs_diff(*y)).pow(2))
        .sum()
}

/// Compares `picture` with the reference `name`. With `XINMOI_BLESS` set it becomes the reference, and the run fails
/// all the same, so that somebody looks at it.
pub fn compare(picture: &SharedPixelBuffer<Rgba8Pixel>, name: &str) -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens");
    let reference = folder.join(format!("{name}.png"));
    let drawn = Halved::of(picture);
    if std::env::var_os("XINMOI_BLESS").is_some() {
        drawn.save(&reference)?;
        return Err(format!("{name}: blessed, look at it").into());
    }
    let known = Halved::load(&reference)?;
    // In the colours of the reference: the rare ones that it left out would differ from themselves.
    let palette = known.palette();
    let places = drawn.nearest(&palette).into_iter();
    let reduced = Halved {
        width: drawn.width,
        colours: places.map(|place| palette[usize::from(place)]).collect(),
    };
    let differing = reduced.differing(&known);
    if known.width == drawn.width
        && known.colours.len() == drawn.colours.len()
        && differing * DIFFERING_ONE_IN <= drawn.colours.len()
    {
        return Ok(());
    }
    drawn.save(&folder.join(format!("{name}.actual.png")))?;
    Err(format!("{name}: {differing} pixels differ; see {name}.actual.png").into())
}
