//! A hall with open counters, and a board that records what it would say.

use crate::heard::{Ear, Heard, Said};
use crate::told::told;
use anyhow::{Context as _, Result};
use futures::future::try_join_all;
use queue_client::{Client, CounterApi, KioskApi, LiveView, Token};
use queue_protocol::views::{BoardHealth, CounterView};
use queue_protocol::{
    HallView, IssueRequest, Language, OpenRequest, Pin, SoundState, TicketAnswer,
};
use std::path::PathBuf;
use std::time::Duration;
use system_tests::apps::App;
use system_tests::hall::{Hall, PIN, Service};
use system_tests::link::Link;
use system_tests::programs::{Guard, wait_for};
use system_tests::screen::Screen;
use tempfile::TempDir;

const MORNING: &str = "2026-11-25T07:35:00+07:00";
const PATIENCE: Duration = Duration::from_secs(180);

/// Everything that runs; it goes with the folder.
pub struct Lobby {
    hall: Hall,
    speed: f64,
    address: String,
    service: Option<Guard>,
    /// Between the board and the service.
    pub link: Link,
    pub counters: Vec<Counter>,
    newest: LiveView<HallView>,
    screen: Screen,
    ear: Ear,
    _folder: TempDir,
}

/// A counter and what its officer sees.
pub struct Counter {
    pub api: CounterApi,
    view: LiveView<CounterView>,
}

impl Lobby {
    /// Opens counters 1 to `counters` and takes numbers for each, under a clock of this speed.
    pub async fn open(counters: u16, speed: f64) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let hall = Hall::make(&folder.path().join("hall"), "khanh-hoa", |_| Ok(()))?;
        hall.device_with("board", "board", &["--screen", "sanh-lon"])?;
        let kiosk = hall.device("kiosk", "kiosk", None)?;
        let mut devices = Vec::new();
        for number in 1..=counters {
            hall.officer(100 + u32::from(number))?;
            let name = format!("counter-{number}");
            devices.push((number, hall.device(&name, "counter", Some(number))?));
        }
        let recordings = hall.path("recordings");
        std::fs::create_dir(&recordings)?;
        let Service { address, guard } = hall.serve(MORNING, speed)?;
        let link = Link::start()?;
        link.lead_to(Some(address.trim_start_matches("http://").parse()?));
        let client = |file: &std::path::Path| -> Result<Client> {
            Ok(Client::new(&address, Token::read(file)?)?)
        };
        let kiosk = KioskApi(client(&kiosk.token_file)?);
        let mut open = Vec::new();
        for (number, device) in &devices {
            let client = client(&device.token_file)?;
            let counter = Counter::open(client, *number).await?;
            counter.fill(&kiosk, *number).await?;
            open.push(counter);
        }
        let newest = LiveView::follow(client(&devices[0].1.token_file)?, "hall");
        Ok(Self {
            speed,
            service: Some(guard),
            link,
            counters: open,
            newest,
            screen: Screen::start(960, 540)?,
            ear: Ear::at(&recordings)?,
            hall,
            address,
            _folder: folder,
        })
    }

    /// Starts the board, and waits until it can be heard.
    pub async fn board(&self) -> Result<Guard> {
        let board = App::board(true)
            .with_settings("\n[voice]\nrecord_to = \"recordings\"\n")
            .with("XINMOI_LOG", "info,display_board=debug");
        let board = board.open(&self.hall, &self.link.address(), &[], Some(&self.screen))?;
        self.board_until("that it can be heard", |board| {
            board.connected && board.sound == SoundState::Ready
        })
        .await?;
        Ok(board)
    }

    /// Waits until staff are told this of the board.
    pub async fn board_until(&self, what: &str, so: impl Fn(&BoardHealth) -> bool) -> Result<()> {
        told(&self.newest, what, so).await
    }

    /// Kills the service and starts it again at its address.
    pub fn restart_service(&mut self) -> Result<()> {
        if let Some(running) = self.service.take() {
            running.kill()?;
        }
        let listen = self.address.trim_start_matches("http://");
        self.service = Some(self.hall.serve_at(listen, MORNING, self.speed)?.guard);
        Ok(())
    }

    /// The folder with the sound.
    pub fn recordings(&self) -> PathBuf {
        self.hall.path("recordings")
    }

    /// Calls a visitor to each of these counters at once; gives the calls in their order.
    pub async fn call(&self, counters: &[Counter]) -> Result<Vec<Said>> {
        let calls = counters.iter().map(|counter| counter.api.call_next());
        let mut called = Vec::new();
        for answer in try_join_all(calls).await? {
            called.push(answer.context("nobody waits")?);
        }
        called.sort_by_key(|answer| answer.ticket.call);
        called.iter().map(|answer| said(answer, false)).collect()
    }

    /// Calls the visitor of an earlier call again.
    pub async fn recall(&self, call: &Said) -> Result<Said> {
        let counter = &self.counters[usize::from(call.counter) - 1];
        said(&counter.api.recall().await?, true)
    }

    /// Waits until so many sentences were begun.
    pub fn wait_for_sentence(&self, number: usize) -> Result<()> {
        wait_for(PATIENCE, "a sentence", || {
            Ok((self.ear.begun()? >= number).then_some(()))
        })
    }

    /// Waits until the board has shown the newest call of each of these counters.
    pub async fn all_shown(&self, counters: &[Counter]) -> Result<()> {
        for counter in counters {
            counter.until("shown", |view| view.shown_on == 1).await?;
        }
        Ok(())
    }

    /// Waits until the board has spoken the newest call of each of these counters.
    pub async fn all_spoken(&self, counters: &[Counter]) -> Result<()> {
        for counter in counters {
            counter
                .until("spoken", |view| view.spoken_on == ["board"])
                .await?;
        }
        Ok(())
    }

    /// What was heard of these calls.
    pub fn heard(&self, calls: &[Said]) -> Result<Vec<Heard>> {
        self.ear.heard(calls)
    }

    /// The calls that the screen marked as being spoken, since the board was started.
    pub fn marked(&self) -> Result<Vec<(String, u16)>> {
        let log = std::fs::read_to_string(self.hall.path("board.log"))?;
        let lines = log.lines().filter(|line| line.contains("spoken now"));
        let mut marked = Vec::new();
        for line in lines {
            let after = |key| line.split_once(key).map(|(_, rest)| rest);
            let number = after("number=\"").and_then(|rest| rest.split_once('"'));
            let counter = after("counter=").context("a line without counter")?;
            marked.push((
                number.context("a line without number")?.0.to_owned(),
                counter.trim().parse()?,
            ));
        }
        Ok(marked)
    }
}

impl Counter {
    async fn open(client: Client, number: u16) -> Result<Self> {
        let api = CounterApi::new(client.clone(), number);
        let open = OpenRequest {
            officer: 100 + u32::from(number),
            pin: Pin(PIN.to_owned()),
            take_over: false,
        };
        api.open(&open).await.context("a counter does not open")?;
        let view = LiveView::follow(client, &format!("counters/{number}"));
        Ok(Self { api, view })
    }

    /// Takes numbers of what it serves: one more than is called, since another counter may serve that too.
    async fn fill(&self, kiosk: &KioskApi, number: u16) -> Result<()> {
        let catalogue = kiosk.0.catalogue().await?;
        let mut counters = catalogue.counters.iter();
        let served = counters.find(|known| known.number == number);
        let served = served.and_then(|known| known.serves.first());
        let mut services = catalogue.services.iter();
        let service = services.find(|known| Some(&known.code) == served);
        let service = service.context("a counter serves nothing")?;
        let wish = IssueRequest {
            service: service.code.clone(),
            purpose: *service.purposes.first().context("a service for nothing")?,
            procedure: None,
            priority: None,
            language: Language::VI,
        };
        for _ in 0..2 {
            kiosk.issue(&wish, PATIENCE).await?;
        }
        Ok(())
    }

    async fn until(&self, what: &str, so: impl Fn(&CounterView) -> bool) -> Result<()> {
        let mut view = self.view.watch();
        let done = view.wait_for(|view| {
            let view = view.frame().map(|frame| &frame.view);
            view.is_some_and(|view| view.visitor.is_some() && so(view))
        });
        let done = tokio::time::timeout(PATIENCE, done).await;
        done.with_context(|| format!("a call is not {what}"))??;
        Ok(())
    }
}

fn said(answer: &TicketAnswer, recall: bool) -> Result<Said> {
    Ok(Said {
        number: answer.ticket.number.clone(),
        counter: answer.ticket.counter.context("called to no counter")?,
        recall,
    })
}
