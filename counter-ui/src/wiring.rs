//! Joins settings, window and network.

use crate::settings::{Settings, ThemeName};
use crate::shell::{DeskWindow, Inbox, Look, Network, Remembered, ThemeMode};
use crate::view_model::Desk;
use anyhow::Context as _;
use queue_client::{Client, Token};
use std::path::Path;
use std::sync::Arc;
use tokio::time::Instant;

/// The connection that the settings describe; nothing is sent yet.
///
/// # Errors
/// The token file or the address is not as it must be.
pub fn client(settings: &Settings) -> anyhow::Result<Client> {
    let token = Token::read(&settings.token_file)?;
    Ok(Client::new(&settings.service, token)?)
}

/// Shows the desk until its window is closed.
///
/// # Errors
/// There is no display, or no thread for the network.
pub fn run(
    settings: &Settings,
    client: Client,
    config: &Path,
    size: Option<(u32, u32)>,
) -> anyhow::Result<()> {
    let remembered = Remembered::beside(config, settings.counter);
    let desk = Desk::new(remembered.counter(), settings.screen.language);
    let look = Look {
        theme: match settings.screen.theme {
            ThemeName::Light => ThemeMode::Light,
            ThemeName::Dark => ThemeMode::Dark,
            ThemeName::HighContrast => ThemeMode::HighContrast,
        },
        scale: settings.screen.scale,
        size,
    };
    let inbox = Arc::new(Inbox::default());
    let (network, errands) = Network::new(client, remembered, Arc::clone(&inbox));
    let send = move |errand| {
        // The receiver lives as long as the network, which outlives the window.
        let _ = errands.send(errand);
    };
    let window = DeskWindow::new(desk, look, Box::new(Instant::now), Box::new(send))
        .context("cannot open a window")?;
    window.read(&inbox);
    inbox.on_news(window.notifier());
    let _network = network.start().context("cannot start the network thread")?;
    window.run().context("the window ended")
}
