//! Pictures of the playlist and the emblem: one at a time is decoded, at the size of its place, beside everything else.

use super::Inbox;
use super::generated::{AppWindow, Stage};
use crate::view_model::News;
use image::{DynamicImage, ImageReader, Limits};
use resvg::{tiny_skia, usvg};
use slint::{ComponentHandle as _, Rgba8Pixel, SharedPixelBuffer};
use std::io::Cursor;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, LazyLock};
use std::time::Instant;

/// A decoded picture.
pub type Pixels = SharedPixelBuffer<Rgba8Pixel>;

/// Larger ones are no pictures of a centre: 9 million pixels take 36 MB.
const MOST_BYTES: u64 = 80 << 20;
/// Letters of drawings are those of the screens.
static FONTS: LazyLock<Arc<usvg::fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = usvg::fontdb::Database::new();
    fonts.load_font_data(include_bytes!("../../../assets/fonts/NotoSans-Regular.ttf").into());
    fonts.load_font_data(include_bytes!("../../../assets/fonts/NotoSans-Bold.ttf").into());
    fonts.set_sans_serif_family("Noto Sans");
    Arc::new(fonts)
});

/// Where a picture goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Goal {
    /// The playlist's panel.
    Playlist,
    /// The header.
    Emblem,
}

/// A picture's digest and content.
pub type File = (String, Arc<[u8]>);

/// What is asked for: a picture, and the pixels it may take.
type Wish = (Goal, Option<File>, (u32, u32));

/// The thread that decodes. It ends with the program.
pub struct Pictures {
    wishes: Option<Sender<Wish>>,
}

impl Pictures {
    /// Starts it for `window`. Moments in the inbox, which hears of pictures that cannot be shown, count from `start`.
    pub fn start(window: slint::Weak<AppWindow>, inbox: Inbox, start: Instant) -> Self {
        let (wishes, waiting) = channel();
        let thread = std::thread::Builder::new().name("pictures".to_owned());
        let lose = move |digest| inbox.put(News::LostPicture(digest), start.elapsed());
        let started = thread.spawn(move || decode_all(&waiting, &window, lose));
        if let Err(error) = &started {
            tracing::error!(%error, "this board shows no pictures");
        }
        Self {
            wishes: started.ok().map(|_| wishes),
        }
    }

    /// Shows this picture, or none, by and by; the caller does not wait.
    pub fn show(&self, goal: Goal, file: Option<File>, size: (u32, u32)) {
        if let Some(wishes) = &self.wishes
            && wishes.send((goal, file, size)).is_err()
        {
            tracing::error!("the pictures' thread has ended");
        }
    }
}

fn decode_all(waiting: &Receiver<Wish>, window: &slint::Weak<AppWindow>, lose: impl Fn(String)) {
    while let Ok((goal, file, size)) = waiting.recv() {
        let pixels = file.and_then(|(digest, file)| {
            let decoded = std::panic::catch_unwind(|| decode(&file, size));
            let decoded = decoded.unwrap_or_else(|_| Err("the decoder broke off".to_owned()));
            decoded
                .inspect_err(|error| {
                    tracing::warn!(error, digest, "a picture cannot be shown");
                    lose(digest);
                })
                .ok()
        });
        // Fails only when the window has gone, and nobody is left to see.
        _ = window.upgrade_in_event_loop(move |window| put(&window, goal, pixels));
    }
}

/// Puts a decoded picture into the window.
pub fn put(window: &AppWindow, goal: Goal, pixels: Option<Pixels>) {
    let stage = window.global::<Stage<'_>>();
    let image = pixels.map(slint::Image::from_rgba8).unwrap_or_default();
    match goal {
        Goal::Playlist => stage.set_picture(image),
        Goal::Emblem => stage.set_emblem(image),
    }
}

/// The picture as large as it can be within `size`, never larger than it is.
///
/// # Errors
/// It is no PNG, JPEG or SVG, or too large.
pub fn decode(file: &[u8], size: (u32, u32)) -> Result<Pixels, String> {
    if size.0 == 0 || size.1 == 0 {
        return Err("there is no place for it".to_owned());
    }
    let start = file.get(..file.len().min(512)).unwrap_or_default();
    if start.windows(4).any(|word| word == b"<svg") || start.starts_with(b"<?xml") {
        return drawing(file, size);
    }
    let mut reader = ImageReader::new(Cursor::new(file))
        .with_guessed_format()
        .map_err(|error| error.to_string())?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_BYTES);
    reader.limits(limits);
    let picture = reader.decode().map_err(|error| error.to_string())?;
    let picture = if picture.width() > size.0 || picture.height() > size.1 {
        picture.thumbnail(size.0, size.1)
    } else {
        picture
    };
    Ok(pixels(&picture))
}

fn pixels(picture: &DynamicImage) -> Pixels {
    let rgba = picture.to_rgba8();
    SharedPixelBuffer::clone_from_slice(rgba.as_raw(), rgba.width(), rgba.height())
}

fn drawing(file: &[u8], size: (u32, u32)) -> Result<Pixels, String> {
    let mut options = usvg::Options {
        fontdb: Arc::clone(&FONTS),
        font_family: "Noto Sans".to_owned(),
        ..usvg::Options::default()
    };
    // A drawing is a drawing by itself: it names no other file.
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    options.image_href_resolver.resolve_data = Box::new(|_, _, _| None);
    let tree = usvg::Tree::from_data(file, &options).map_err(|error| error.to_string())?;
    let own = tree.size();
    #[expect(clippy::cast_precision_loss, reason = "pixels of a screen")]
    let scale = (size.0 as f32 / own.width()).min(size.1 as f32 / own.height());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within the pixels of a screen"
    )]
    let (width, height) = ((own.width() * scale) as u32, (own.height() * scale) as u32);
    let mut canvas = tiny_skia::Pixmap::new(width.max(1), height.max(1))
        .ok_or_else(|| "there is no room for it".to_owned())?;
    let fit = tiny_skia::Transform::from_scale(scale, scale);
    resvg::render(&tree, fit, &mut canvas.as_mut());
    let rgba: Vec<u8> = canvas.take_demultiplied();
    Ok(SharedPixelBuffer::clone_from_slice(
        &rgba,
        width.max(1),
        height.max(1),
    ))
}
