//! A display without a screen: Xvfb, a small window manager, fingers, and a look at the pixels.

use crate::programs::Guard;
use anyhow::{Context as _, Result, bail, ensure};
use std::fs::File;
use std::io::{BufRead as _, BufReader, BufWriter};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// One picture of a screen: RGB, row by row from the top.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Three bytes a pixel.
    pub rgb: Vec<u8>,
}

impl Picture {
    /// The colour at (`x`, `y`).
    #[must_use]
    pub fn at(&self, x: usize, y: usize) -> [u8; 3] {
        let i = (y * self.width + x) * 3;
        [self.rgb[i], self.rgb[i + 1], self.rgb[i + 2]]
    }

    /// How many colours there are; a window that has not drawn yet has one or two.
    #[must_use]
    pub fn colours(&self) -> usize {
        self.rgb
            .as_chunks::<3>()
            .0
            .iter()
            .collect::<std::collections::HashSet<_>>()
            .len()
    }

    /// Writes the picture as a PNG.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn save(&self, path: &Path) -> Result<()> {
        let file = BufWriter::new(File::create(path)?);
        let mut encoder = png::Encoder::new(
            file,
            u32::try_from(self.width)?,
            u32::try_from(self.height)?,
        );
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.write_header()?.write_image_data(&self.rgb)?;
        Ok(())
    }
}

/// Every window fills its screen, without a frame.
const OPENBOX: &str = r#"<openbox_config xmlns="http://openbox.org/3.4/rc"><applications>
<application class="*"><decor>no</decor><maximized>true</maximized></application>
</applications></openbox_config>"#;

/// A running Xvfb with a window manager in it.
pub struct Screen {
    display: String,
    framebuffer: PathBuf,
    _window_manager: Guard,
    _xvfb: Guard,
    _folder: tempfile::TempDir,
}

impl Screen {
    /// Starts a screen of `width` × `height` pixels.
    ///
    /// # Errors
    /// Xvfb or openbox is not installed (`scripts/setup` does that) or does not start.
    pub fn start(width: u32, height: u32) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let mut xvfb = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"])
            .arg(format!("{width}x{height}x24"))
            .arg("-fbdir")
            .arg(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start Xvfb: run scripts/setup")?;
        let mut number = String::new();
        let said = xvfb.stdout.take().context("Xvfb has no output")?;
        let xvfb = Guard::new(xvfb);
        BufReader::new(said).read_line(&mut number)?;
        ensure!(!number.trim().is_empty(), "Xvfb gave no display number");
        let display = format!(":{}", number.trim());
        let config = folder.path().join("openbox.xml");
        std::fs::write(&config, OPENBOX)?;
        let window_manager = Command::new("openbox")
            .arg("--config-file")
            .arg(&config)
            .env("DISPLAY", &display)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start openbox: run scripts/setup")?;
        Ok(Self {
            display,
            framebuffer: folder.path().join("Xvfb_screen0"),
            _window_manager: Guard::new(window_manager),
            _xvfb: xvfb,
            _folder: folder,
        })
    }

    /// The value of `DISPLAY` for programs that shall appear here.
    #[must_use]
    pub fn display(&self) -> &str {
        &self.display
    }

    /// What the screen shows now.
    ///
    /// # Errors
    /// The framebuffer cannot be read.
    pub fn look(&self) -> Result<Picture> {
        read_xwd(&std::fs::read(&self.framebuffer)?)
    }

    /// Touches the screen at (`x`, `y`).
    ///
    /// # Errors
    /// xdotool fails.
    pub fn touch(&self, x: u32, y: u32) -> Result<()> {
        self.xdotool(&["mousemove", &x.to_string(), &y.to_string(), "click", "1"])
    }

    /// Presses keys in the active window, such as `F2` or `Return`.
    ///
    /// # Errors
    /// xdotool fails.
    pub fn press(&self, keys: &[&str]) -> Result<()> {
        let mut words = vec!["key", "--clearmodifiers"];
        words.extend(keys);
        self.xdotool(&words)
    }

    /// Types a text into the active window.
    ///
    /// # Errors
    /// xdotool fails.
    pub fn type_text(&self, text: &str) -> Result<()> {
        self.xdotool(&["type", "--delay", "20", text])
    }

    /// Waits until a window of this program is there, and gives it the keyboard.
    ///
    /// # Errors
    /// It does not appear.
    pub fn focus_window(&self, program: &str) -> Result<()> {
        self.xdotool(&[
            "search",
            "--sync",
            "--onlyvisible",
            "--class",
            program,
            "windowfocus",
            "--sync",
        ])
    }

    fn xdotool(&self, words: &[&str]) -> Result<()> {
        let done = Command::new("timeout")
            .args(["20", "xdotool"])
            .args(words)
            .env("DISPLAY", &self.display)
            .output()
            .context("cannot run xdotool: run scripts/setup")?;
        ensure!(
            done.status.success(),
            "xdotool {words:?}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
        Ok(())
    }
}

/// Reads the X window dump that Xvfb keeps in its framebuffer file (XWDFile.h, version 7).
fn read_xwd(bytes: &[u8]) -> Result<Picture> {
    let word = |i: usize| -> Result<usize> {
        let four = bytes.get(i * 4..i * 4 + 4).context("a short window dump")?;
        Ok(u32::from_be_bytes(four.try_into()?) as usize)
    };
    let (header, version, width, height) = (word(0)?, word(1)?, word(4)?, word(5)?);
    let (bits, line, colours) = (word(11)?, word(12)?, word(19)?);
    if version != 7 || bits != 32 {
        bail!("an unknown window dump: version {version}, {bits} bits a pixel");
    }
    let start = header + colours * 12;
    let mut rgb = Vec::with_capacity(width * height * 3);
    for y in 0..height {
        let row = bytes
            .get(start + y * line..)
            .and_then(|rest| rest.get(..width * 4));
        for pixel in row.context("a short window dump")?.as_chunks::<4>().0 {
            rgb.extend([pixel[2], pixel[1], pixel[0]]);
        }
    }
    Ok(Picture { width, height, rgb })
}
