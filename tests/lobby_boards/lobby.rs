//! A hall with all its counters open, and a board that can be heard by nobody.

use anyhow::{Context as _, Result};
use futures::future::try_join_all;
use queue_client::{Client, CounterApi, KioskApi, LiveView, Token};
use queue_protocol::views::CounterView;
use queue_protocol::{IssueRequest, Language, OpenRequest, Pin};
use std::time::Duration;
use system_tests::apps::App;
use system_tests::hall::{Hall, PIN, Service};
use system_tests::programs::Guard;
use system_tests::screen::Screen;
use tempfile::TempDir;

const MORNING: &str = "2026-11-25T07:35:00+07:00";
const PATIENCE: Duration = Duration::from_secs(120);

/// Everything that runs; it goes with the folder.
pub struct Lobby {
    hall: Hall,
    address: String,
    service: Option<Guard>,
    pub counters: Vec<Counter>,
    screen: Screen,
    folder: TempDir,
}

/// A counter and what its officer sees.
pub struct Counter {
    pub api: CounterApi,
    view: LiveView<CounterView>,
}

impl Lobby {
    /// Opens all counters and takes a number for each.
    pub async fn open() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let hall = Hall::make(&folder.path().join("hall"), "khanh-hoa", |_| Ok(()))?;
        hall.device_with("board", "board", &["--screen", "sanh-lon"])?;
        let kiosk = hall.device("kiosk", "kiosk", None)?;
        let mut devices = Vec::new();
        for number in 1..=24_u16 {
            hall.officer(100 + u32::from(number))?;
            devices.push((
                number,
                hall.device(&format!("counter-{number}"), "counter", Some(number))?,
            ));
        }
        // Sound that goes nowhere.
        let nowhere = "pcm.!default { type null }\nctl.!default { type null }\n";
        std::fs::write(folder.path().join("asound.conf"), nowhere)?;
        let Service { address, guard } = hall.serve(MORNING, 1.0)?;
        let client = |file: &std::path::Path| -> Result<Client> {
            Ok(Client::new(&address, Token::read(file)?)?)
        };
        let kiosk = client(&kiosk.token_file)?;
        let catalogue = kiosk.catalogue().await?;
        let mut counters = Vec::new();
        for (number, device) in devices {
            let client = client(&device.token_file)?;
            let api = CounterApi::new(client.clone(), number);
            let open = OpenRequest {
                officer: 100 + u32::from(number),
                pin: Pin(PIN.to_owned()),
                take_over: false,
            };
            api.open(&open).await.context("a counter does not open")?;
            let served = catalogue
                .counters
                .iter()
                .find(|known| known.number == number);
            let served = served.and_then(|known| known.serves.first());
            let served = catalogue
                .services
                .iter()
                .find(|known| Some(&known.code) == served);
            let service = served.context("a counter serves nothing")?;
            let wish = IssueRequest {
                service: service.code.clone(),
                purpose: *service.purposes.first().context("a service for nothing")?,
                procedure: None,
                priority: None,
                language: Language::Vi,
            };
            // One more than is called: a counter may serve what another serves too.
            for _ in 0..2 {
                KioskApi(kiosk.clone()).issue(&wish, PATIENCE).await?;
            }
            let view = LiveView::follow(client, &format!("counters/{number}"));
            counters.push(Counter { api, view });
        }
        Ok(Self {
            hall,
            address,
            service: Some(guard),
            counters,
            screen: Screen::start(1920, 1080)?,
            folder,
        })
    }

    /// Starts the board.
    pub fn board(&self) -> Result<Guard> {
        let sound = self.folder.path().join("asound.conf");
        let board = App::board(true).with("ALSA_CONFIG_PATH", &sound.to_string_lossy());
        board.open(&self.hall, &self.address, &[], Some(&self.screen))
    }

    /// Kills the service and starts it again at its address.
    pub fn restart_service(&mut self) -> Result<()> {
        if let Some(running) = self.service.take() {
            running.kill()?;
        }
        let listen = self.address.trim_start_matches("http://");
        self.service = Some(self.hall.serve_at(listen, MORNING, 1.0)?.guard);
        Ok(())
    }

    /// Calls a visitor to every counter at once.
    pub async fn burst(&self) -> Result<()> {
        let calls = self.counters.iter().map(|counter| counter.api.call_next());
        let called = try_join_all(calls).await?;
        assert!(
            called.iter().all(Option::is_some),
            "somebody waits for each counter"
        );
        Ok(())
    }

    /// Waits until the boards have shown and spoken the newest call of every counter.
    pub async fn all_heard(&self) -> Result<()> {
        for counter in &self.counters {
            let mut view = counter.view.watch();
            let heard = view.wait_for(|view| {
                view.frame().is_some_and(|frame| {
                    let view = &frame.view;
                    view.visitor.is_some() && view.shown_on >= 1 && view.spoken
                })
            });
            tokio::time::timeout(PATIENCE, heard)
                .await
                .context("a call is not shown and spoken")??;
        }
        Ok(())
    }
}
