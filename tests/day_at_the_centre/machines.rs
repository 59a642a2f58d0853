//! The machines of the hall, as far as this story needs them.

use crate::PATIENCE;
use anyhow::{Context as _, Result};
use queue_client::{Client, LiveView, Token};
use queue_protocol::views::BoardView;
use system_tests::hall::{Device, Hall, Service};

/// The tokens of the hall's machines.
pub struct Devices {
    pub kiosk: Device,
    pub justice: Device,
    pub transport: Device,
    pub board: Device,
}

impl Devices {
    pub fn register(hall: &Hall) -> Result<Self> {
        hall.officer(101)?;
        hall.officer(104)?;
        Ok(Self {
            kiosk: hall.device("kiosk", "kiosk", None)?,
            justice: hall.device("counter-1", "counter", Some(1))?,
            transport: hall.device("counter-4", "counter", Some(4))?,
            board: hall.device("board", "board", None)?,
        })
    }
}

/// A lobby screen, which follows its stream.
pub struct Board(LiveView<BoardView>);

impl Board {
    pub fn of(client: Client) -> Self {
        Self(LiveView::follow(client, "board"))
    }

    /// Waits until the picture is as wanted.
    pub async fn shows(&mut self, wanted: impl Fn(&BoardView) -> bool) -> Result<()> {
        let mut view = self.0.watch();
        let seen = view.wait_for(|view| view.frame().is_some_and(|frame| wanted(&frame.view)));
        tokio::time::timeout(PATIENCE, seen)
            .await
            .context("the board never showed it")??;
        Ok(())
    }
}

/// Whether the newest call of a number goes to this counter, for so many times.
pub fn calls(board: &BoardView, number: &str, counter: u16, attempt: u8) -> bool {
    let newest = board.calls.iter().rfind(|call| call.number == number);
    newest.is_some_and(|call| call.counter == counter && call.attempt == attempt && call.called)
}

/// A machine's connection to the service.
pub fn client(service: &Service, device: &Device) -> Result<Client> {
    Ok(Client::new(
        &service.address,
        Token::read(&device.token_file)?,
    )?)
}
