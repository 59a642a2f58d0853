//! Compares what is drawn with the pictures beside this file.
//!
//! `UPDATE_PICTURES=1 cargo test -p ui-kit` draws them anew, for eyes to judge.

use std::{
    env,
    error::Error,
    fs::File,
    io::{BufReader, BufWriter},
    path::Path,
};

use slint::{ComponentHandle, Rgba8Pixel, SharedPixelBuffer, platform::Key};

use crate::{gallery, press_key, ui};

type Picture = SharedPixelBuffer<Rgba8Pixel>;

/// A pixel differs when one channel is off by more than this; rounding differs between processors.
const CHANNEL_TOLERANCE: u8 = 24;
/// One pixel in this many may differ.
const DIFFERING_ONE_IN: usize = 2_000;

fn save(picture: &Picture, path: &Path) -> Result<(), Box<dyn Error>> {
    let file = BufWriter::new(File::create(path)?);
    let mut encoder = png::Encoder::new(file, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_compression(png::Compression::High);
    encoder
        .write_header()?
        .write_image_data(picture.as_bytes())?;
    Ok(())
}

fn load(path: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut reader = png::Decoder::new(BufReader::new(File::open(path)?)).read_info()?;
    let mut bytes = vec![0; reader.output_buffer_size().ok_or("picture too large")?];
    reader.next_frame(&mut bytes)?;
    Ok(bytes)
}

fn differing_pixels(left: &[u8], right: &[u8]) -> usize {
    left.chunks_exact(4)
        .zip(right.chunks_exact(4))
        .filter(|(a, b)| {
            a.iter()
                .zip(*b)
                .any(|(x, y)| x.abs_diff(*y) > CHANNEL_TOLERANCE)
        })
        .count()
}

fn compare(picture: &Picture, name: &str) -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery");
    let expected = folder.join(format!("{name}.png"));
    if env::var_os("UPDATE_PICTURES").is_some() {
        return save(picture, &expected);
    }
    let reference = load(&expected)?;
    let pixels = picture.as_slice().len();
    let differing = differing_pixels(&reference, picture.as_bytes());
    if reference.len() == picture.as_bytes().len() && differing * DIFFERING_ONE_IN <= pixels {
        return Ok(());
    }
    save(picture, &folder.join(format!("{name}.actual.png")))?;
    Err(format!("{name}: {differing} of {pixels} pixels differ; see {name}.actual.png").into())
}

/// The focus ring stands on the first button of the desk.
#[test]
fn the_kit_looks_as_agreed_in_every_theme() -> Result<(), Box<dyn Error>> {
    let gallery = gallery()?;
    let theme = gallery.global::<ui::Theme<'_>>();
    press_key(&gallery, Key::Tab);
    for (mode, name) in [
        (ui::ThemeMode::Light, "light"),
        (ui::ThemeMode::Dark, "dark"),
        (ui::ThemeMode::HighContrast, "high-contrast"),
    ] {
        theme.set_mode(mode);
        compare(&gallery.window().take_snapshot()?, name)?;
    }
    Ok(())
}
