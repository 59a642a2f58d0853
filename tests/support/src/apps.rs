//! The three apps as a test hall starts them: settings beside the data folder, the hall's tokens.

use crate::hall::Hall;
use crate::programs::{Guard, assets, program};
use crate::screen::Screen;
use anyhow::Result;
use std::net::SocketAddr;
use std::process::Command;

/// An app and its settings. Its token stands in the hall's `NAME.token`.
pub struct App {
    name: &'static str,
    settings: String,
    environment: Vec<(&'static str, String)>,
}

impl App {
    /// A kiosk that prints at `printer` and keeps its own numbers in the hall's `kiosk`.
    #[must_use]
    pub fn kiosk(printer: SocketAddr, fullscreen: bool) -> Self {
        let settings = format!(
            "folder = \"kiosk\"\n\n[screen]\nwidth_mm = 268.0\nfullscreen = {fullscreen}\n\n\
             [printer]\nconnection = {{ tcp = \"{printer}\" }}\n"
        );
        Self {
            name: "kiosk",
            settings,
            environment: Vec::new(),
        }
    }

    /// The window of a counter.
    #[must_use]
    pub fn counter(number: u16) -> Self {
        Self {
            name: "counter",
            settings: format!("counter = {number}\n"),
            environment: Vec::new(),
        }
    }

    /// A board.
    #[must_use]
    pub fn board(fullscreen: bool) -> Self {
        Self {
            name: "board",
            settings: format!("[screen]\nwidth_mm = 1218.0\nfullscreen = {fullscreen}\n"),
            environment: Vec::new(),
        }
    }

    /// The same app with more sections in its settings.
    #[must_use]
    pub fn with_settings(mut self, sections: &str) -> Self {
        self.settings.push_str(sections);
        self
    }

    /// The same app with one more variable of its environment.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.environment.push((name, value.to_owned()));
        self
    }

    /// Starts the built app against the service at `address`, on `screen` or on this machine's
    /// display.
    ///
    /// # Errors
    /// It is not built, or does not start.
    pub fn open(
        &self,
        hall: &Hall,
        address: &str,
        options: &[&str],
        screen: Option<&Screen>,
    ) -> Result<Guard> {
        let Self {
            name,
            settings,
            environment,
        } = self;
        let file = hall.path(&format!("{name}.toml"));
        let head = format!("service = \"{address}\"\ntoken_file = \"{name}.token\"\n");
        std::fs::write(&file, format!("{head}{settings}"))?;
        let mut command = Command::new(program(&format!("xinmoi-{name}"))?);
        command.arg("--config").arg(&file).args(options);
        command
            .env("XINMOI_ASSETS", assets())
            .env("SLINT_BACKEND", "winit-software")
            .envs(environment.iter().map(|(name, value)| (*name, value)));
        if let Some(screen) = screen {
            command
                .env("DISPLAY", screen.display())
                .env_remove("WAYLAND_DISPLAY");
        }
        Guard::start(&mut command, &hall.path(&format!("{name}.log")))
    }
}
