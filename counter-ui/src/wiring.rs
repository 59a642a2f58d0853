//! Joins settings, window and network.

use crate::settings::{Settings, ThemeName};
use crate::shell::{
    DaySummary, DeskWindow, Inbox, Look, Network, Remembered, SystemKeys, ThemeMode,
};
use crate::view_model::Desk;
use anyhow::Context as _;
use queue_client::{Client, Token};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
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
    let serve_after = settings
        .serve_after_s
        .map(|s| Duration::from_secs(s.into()));
    let desk = Desk::new(remembered.counter(), settings.screen.language).serving_after(serve_after);
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
    let summaries = DaySummary::into_folder(settings.summaries.clone());
    let clock = Box::new(Instant::now);
    let window = DeskWindow::new(desk, look, summaries, clock, Box::new(send))
        .context("cannot open a window")?;
    window.read(&inbox);
    inbox.on_news(window.notifier());
    let keys = SystemKeys::register(&settings.system_keys, Box::new(window.presser()));
    window.show_system_keys(&keys);
    let _network = network.start().context("cannot start the network thread")?;
    window.run().context("the window ended")
}
