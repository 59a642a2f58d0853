//! The officer's seat: the counter's program in its window, what the window shows, what is true.

use crate::hand::{Act, Hand};
use crate::line::Line;
use anyhow::{Context as _, Result};
use queue_client::Client;
use queue_protocol::CounterView;
use std::time::{Duration, Instant};
use system_tests::apps::App;
use system_tests::hall::{Device, Hall, PIN};
use system_tests::programs::{Guard, wait_for};
use system_tests::screen::{Finger, Region, Screen};
use system_tests::stage::{COUNTER, OFFICER, Stage};
use tokio::runtime::Runtime;

/// Nothing was shown for so long: a person presses again.
const AGAIN: Duration = Duration::from_secs(5);
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The field of the visitor's number is yellow while the visitor is on the way.
const BAND: Region = Region {
    x: 560,
    y: 80,
    width: 1,
    height: 1,
};
const SPOT: [u8; 3] = [0xff, 0xc9, 0x4a];
/// The header turns to the colour of warnings when the connection is lost.
const HEADER: (usize, usize) = (330, 4);
const WARN: [u8; 3] = [0x8f, 0x2d, 0x00];
/// The large button is red while it can act.
const MAIN: (usize, usize) = (45, 560);
const BRAND: [u8; 3] = [0xa3, 0x16, 0x1d];

/// The visitor's card.
const CARD: Region = Region {
    x: 12,
    y: 68,
    width: 888,
    height: 584,
};

/// What the window says.
#[derive(Debug, PartialEq, Eq)]
pub struct Shown {
    /// A visitor is on the way.
    pub called: bool,
    /// The connection is lost.
    pub lost: bool,
    /// The large button can act.
    pub ready: bool,
}

/// The seat.
pub struct Seat {
    pub hand: Hand,
    pub screen: Screen,
    finger: Finger,
    pub line: Line,
    app: Option<Guard>,
    device: Device,
    client: Client,
    runtime: Runtime,
}

impl Seat {
    /// Opens the window and signs in.
    pub fn take(stage: &Stage, hand: Hand) -> Result<Self> {
        let line = Line::to(&stage.service.address)?;
        let screen = Screen::start(1366, 768)?;
        let mut seat = Self {
            hand,
            finger: Finger::above(&screen)?,
            screen,
            line,
            app: None,
            device: stage.counter.clone(),
            client: stage.client(&stage.counter)?,
            runtime: Runtime::new()?,
        };
        seat.start_app(&stage.hall)?;
        seat.screen.settle()?;
        hand.sign_in(&seat.screen, OFFICER, PIN)?;
        seat.wait("the counter to open", |view| view.yours.then_some(()))?;
        Ok(seat)
    }

    /// Starts the program, and gives its window the keyboard.
    pub fn start_app(&mut self, hall: &Hall) -> Result<()> {
        let app = App::counter(COUNTER);
        self.app = Some(app.open(hall, &self.line.address, &[], Some(&self.screen))?);
        self.screen.focus_window("xinmoi-counter")
    }

    /// Ends the program as a power cut would.
    pub fn kill_app(&mut self) -> Result<()> {
        self.app.take().context("no program runs")?.kill()
    }

    /// The program's process.
    pub fn process(&self) -> Option<u32> {
        self.app.as_ref().map(Guard::id)
    }

    /// Asks the service at `address` from now on.
    pub fn ask(&mut self, address: &str) -> Result<()> {
        let token = queue_client::Token::read(&self.device.token_file)?;
        self.client = Client::new(address, token)?;
        Ok(())
    }

    /// The counter as the service knows it.
    pub fn view(&self) -> Result<CounterView> {
        let name = format!("counters/{COUNTER}");
        let frame = self.client.view::<CounterView>(&name);
        Ok(self.runtime.block_on(frame)?.view)
    }

    /// Waits until the service knows it so, and the window stands still.
    pub fn wait<T>(&self, what: &str, seen: impl Fn(&CounterView) -> Option<T>) -> Result<T> {
        let found = wait_for(PATIENCE, what, || Ok(seen(&self.view()?)))?;
        still(&self.screen)?;
        Ok(found)
    }

    /// Does something and waits until it is true.
    pub fn act<T>(&self, act: Act, seen: impl Fn(&CounterView) -> Option<T>) -> Result<T> {
        self.press(act)?;
        let found = self.wait(&format!("{act:?} to be done"), seen);
        if found.is_err() {
            let path = std::env::temp_dir().join("officer-morning.png");
            self.screen.look()?.save(&path)?;
            return found.with_context(|| format!("the screen is in {}", path.display()));
        }
        found
    }

    /// Does something; from then until the field of the number looks different. `None` if it does not:
    /// another counter may have called the only one who waited.
    pub fn answered(&self, act: Act) -> Result<Option<Duration>> {
        let before = self.shows_call()?;
        let start = self.press(act)?;
        loop {
            if self.shows_call()? != before {
                return Ok(Some(start.elapsed()));
            }
            if start.elapsed() > AGAIN {
                return Ok(None);
            }
        }
    }

    /// What the window says now.
    pub fn shown(&self) -> Result<Shown> {
        let picture = self.screen.look()?;
        Ok(Shown {
            called: self.shows_call()?,
            lost: picture.at(HEADER.0, HEADER.1) == WARN,
            ready: picture.at(MAIN.0, MAIN.1) == BRAND,
        })
    }

    fn shows_call(&self) -> Result<bool> {
        Ok(self.screen.look_at(BAND)?.at(0, 0) == SPOT)
    }

    fn press(&self, act: Act) -> Result<Instant> {
        self.hand.act(&self.screen, &self.finger, act)
    }
}

/// Waits until the visitor's card, or a question over it, stands still: the lists and the hall beside it
/// go on changing all morning.
pub fn still(screen: &Screen) -> Result<()> {
    let (mut last, mut same) = (screen.look_at(CARD)?, 0);
    wait_for(PATIENCE, "the visitor's card to stand still", || {
        let now = screen.look_at(CARD)?;
        same = if now == last { same + 1 } else { 0 };
        last = now;
        Ok((same >= 3).then_some(()))
    })
}
