//! A finger whose moments are known: one lasting xdotool, so that nothing has to start between the
//! wish and the touch.

use super::Screen;
use anyhow::{Context as _, Result};
use std::io::Write as _;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::Instant;

/// A finger on one screen.
pub struct Finger {
    xdotool: Child,
    words: Option<ChildStdin>,
}

impl Finger {
    /// A finger above `screen`.
    ///
    /// # Errors
    /// xdotool is not installed (`scripts/setup` does that) or does not start.
    pub fn above(screen: &Screen) -> Result<Self> {
        let mut xdotool = Command::new("xdotool")
            .arg("-")
            .env("DISPLAY", screen.display())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot run xdotool: run scripts/setup")?;
        let words = xdotool.stdin.take();
        Ok(Self { xdotool, words })
    }

    /// Puts the finger on the glass at (`x`, `y`).
    ///
    /// # Errors
    /// xdotool has ended.
    pub fn down(&mut self, (x, y): (u32, u32)) -> Result<()> {
        self.say(&format!("mousemove {x} {y} mousedown 1\n"))
    }

    /// Lifts it, and gives the moment.
    ///
    /// # Errors
    /// xdotool has ended.
    pub fn up(&mut self) -> Result<Instant> {
        let lifted = Instant::now();
        self.say("mouseup 1\n")?;
        Ok(lifted)
    }

    /// Presses a key of the keyboard, such as `F2` or `shift+F5`, and gives the moment.
    ///
    /// # Errors
    /// xdotool has ended.
    pub fn key(&mut self, key: &str) -> Result<Instant> {
        let pressed = Instant::now();
        self.say(&format!("key --delay 0 {key}\n"))?;
        Ok(pressed)
    }

    /// Clicks at (`x`, `y`), and gives the moment.
    ///
    /// # Errors
    /// xdotool has ended.
    pub fn click(&mut self, (x, y): (u32, u32)) -> Result<Instant> {
        let pressed = Instant::now();
        self.say(&format!("mousemove {x} {y} click --delay 0 1\n"))?;
        Ok(pressed)
    }

    fn say(&mut self, words: &str) -> Result<()> {
        let xdotool = self.words.as_mut().context("xdotool has no input")?;
        xdotool
            .write_all(words.as_bytes())
            .context("xdotool has ended")
    }
}

impl Drop for Finger {
    fn drop(&mut self) {
        // The end of its input ends it.
        drop(self.words.take());
        let _ = self.xdotool.wait();
    }
}
