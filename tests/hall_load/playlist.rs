//! What a board takes whose playlist has twenty pictures: only the one that is shown is decoded.

use crate::idle::memory_mb;
use crate::setup::{CENTRE, MORNING};
use crate::table::Line;
use anyhow::{Context as _, Result};
use std::fs::File;
use std::path::Path;
use std::time::Duration;
use system_tests::apps::App;
use system_tests::hall::Hall;
use system_tests::screen::Screen;

const PICTURES: usize = 20;
/// So many of them are seen.
const LASTING: Duration = Duration::from_secs(40);

/// Shows the playlist on two sizes of screen and looks at the memory.
pub async fn lines(folder: &Path) -> Result<Vec<Line>> {
    let hall = Hall::make(folder, CENTRE, add_pictures)?;
    hall.device_with("board", "board", &["--screen", "cap-xa"])?;
    let service = hall.serve(MORNING, 1.0)?;
    let mut lines = Vec::new();
    for (width, height, most) in [(1920, 1080, 120.0), (3840, 2160, 220.0)] {
        let screen = Screen::start(width, height)?;
        let board = App::board(true).open(&hall, &service.address, &[], Some(&screen))?;
        tokio::time::sleep(LASTING).await;
        let resident = memory_mb(board.id(), "status", "VmRSS:")?;
        let highest = memory_mb(board.id(), "status", "VmHWM:")?;
        lines.push(Line {
            what: format!("board {width}×{height} with a playlist of {PICTURES} pictures"),
            measured: format!("{resident:.1} MB resident, {highest:.1} MB at most"),
            budget: format!("≤ {most} MB"),
            limit: String::new(),
            verdict: (resident <= most).into(),
        });
    }
    Ok(lines)
}

/// Twenty pictures of 1920 × 1080, each for five seconds.
fn add_pictures(centre: &Path) -> Result<()> {
    let names: Vec<_> = (1..=PICTURES)
        .map(|number| format!("pictures/{number}.png"))
        .collect();
    for (seed, name) in names.iter().enumerate() {
        draw(&centre.join(name), seed)?;
    }
    let screen = centre.join("screens/cap-xa.toml");
    let text = std::fs::read_to_string(&screen)?;
    let (before, rest) = text.split_once("pictures = [").context("no playlist")?;
    let (_, after) = rest.split_once("seconds = 20").context("no seconds")?;
    let list = names.join("\", \"");
    let text = format!("{before}pictures = [\"{list}\"]\nseconds = 5{after}");
    std::fs::write(screen, text)?;
    Ok(())
}

fn draw(path: &Path, seed: usize) -> Result<()> {
    let mut encoder = png::Encoder::new(File::create(path)?, 1920, 1080);
    encoder.set_color(png::ColorType::Rgb);
    let mut pixels = Vec::with_capacity(1920 * 1080 * 3);
    for row in 0..1080_usize {
        for column in 0..1920_usize {
            let shade = |by: usize| u8::try_from((row / 9 + column / 16 + seed * by) % 256);
            pixels.extend([shade(7)?, shade(11)?, shade(13)?]);
        }
    }
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(())
}
