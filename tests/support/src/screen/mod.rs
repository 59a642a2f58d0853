//! A display without a screen: Xvfb, a small window manager, fingers, and a look at the pixels.

mod finger;
mod framebuffer;
mod picture;

pub use finger::Finger;
pub use framebuffer::Region;
pub use picture::Picture;

use crate::programs::{Guard, wait_for};
use anyhow::{Context as _, Result, ensure};
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(30);

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
        let ready = folder.path().join("openbox.ready");
        let window_manager = Command::new("openbox")
            .arg("--config-file")
            .arg(&config)
            .arg("--startup")
            .arg(format!("touch '{}'", ready.display()))
            .env("DISPLAY", &display)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start openbox: run scripts/setup")?;
        let window_manager = Guard::new(window_manager);
        // A window that asks to be shown while openbox is still starting stays hidden for ever.
        wait_for(PATIENCE, "openbox to be ready", || {
            Ok(ready.exists().then_some(()))
        })?;
        Ok(Self {
            display,
            framebuffer: folder.path().join("Xvfb_screen0"),
            _window_manager: window_manager,
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
        framebuffer::read(&self.framebuffer, None)
    }

    /// What a part of the screen shows now.
    ///
    /// # Errors
    /// The framebuffer cannot be read, or the part is not on the screen.
    pub fn look_at(&self, part: Region) -> Result<Picture> {
        framebuffer::read(&self.framebuffer, Some(part))
    }

    /// The picture once a window has drawn and stands still.
    ///
    /// # Errors
    /// It keeps moving.
    pub fn settle(&self) -> Result<Picture> {
        let mut last = self.look()?;
        let mut same = 0;
        wait_for(PATIENCE, "the window to draw and stand still", || {
            let now = self.look()?;
            same = if now == last { same + 1 } else { 0 };
            last = now;
            Ok((same >= 5 && last.colours() > 20).then_some(()))
        })
        .with_context(|| format!("{same} same looks, {} colours", last.colours()))?;
        Ok(last)
    }

    /// Touches the screen at (`x`, `y`).
    ///
    /// # Errors
    /// xdotool fails.
    pub fn touch(&self, x: u32, y: u32) -> Result<()> {
        self.xdotool(&["mousemove", &x.to_string(), &y.to_string(), "click", "1"])
    }

    /// What the screen shows once it stands still and the pointer is out of the way.
    ///
    /// # Errors
    /// As [`Self::settle`].
    pub fn photograph(&self) -> Result<Picture> {
        let now = self.look()?;
        self.xdotool(&["mousemove", &now.width.to_string(), &now.height.to_string()])?;
        self.settle()
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

    /// Waits until a window of this program is there and has the keyboard.
    ///
    /// # Errors
    /// It does not appear, or somebody else keeps the keyboard.
    pub fn focus_window(&self, program: &str) -> Result<()> {
        wait_for(PATIENCE, program, || {
            let search = ["search", "--onlyvisible", "--class", program];
            let found = self.ask_xdotool(&search).unwrap_or_default();
            let Some(window) = found.lines().next() else {
                return Ok(None);
            };
            let focused = self.ask_xdotool(&["getwindowfocus"]).unwrap_or_default();
            if focused.trim() == window {
                return Ok(Some(()));
            }
            // The window manager may still be busy with it: it is looked at once more.
            self.ask_xdotool(&["windowfocus", window]).ok();
            Ok(None)
        })
    }

    fn xdotool(&self, words: &[&str]) -> Result<()> {
        self.ask_xdotool(words).map(drop)
    }

    fn ask_xdotool(&self, words: &[&str]) -> Result<String> {
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
        Ok(String::from_utf8(done.stdout)?)
    }
}
