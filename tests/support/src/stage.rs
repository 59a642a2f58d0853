//! The hall before anybody comes: data folder, devices, officers, service, printer.

use crate::crowd::{Officer, Pace, visitors};
use crate::fake_printer::FakePrinter;
use crate::hall::{Device, Hall, PIN, Service};
use crate::tally::Tally;
use anyhow::{Context as _, Result};
use queue_client::{Client, CounterApi, KioskApi, LiveView, Token};
use queue_protocol::KioskView;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio_util::sync::CancellationToken;

/// A working day, just after the doors have opened.
const MORNING: &str = "2026-11-25T08:05:00+07:00";
/// The counter whose window is shown, and the officer who sits there.
pub const COUNTER: u16 = 1;
/// The officer at counter n has the number 100 + n.
pub const OFFICER: u32 = 100 + COUNTER as u32;
const COUNTERS: u16 = 24;
const PAPER_DOTS: u32 = 576;

/// Everything but people and windows.
pub struct Stage {
    /// The data folder and its devices.
    pub hall: Hall,
    /// The running service.
    pub service: Service,
    /// The kiosk's printer.
    pub printer: FakePrinter,
    /// The shown counter's computer.
    pub counter: Device,
    crowd_kiosk: Device,
    crowd_counters: Vec<(u16, Device)>,
}

impl Stage {
    /// Makes the hall in `folder` and starts its service, `speed` times as fast as a clock.
    ///
    /// # Errors
    /// A command of `xinmoi` fails, or there is no port.
    pub fn set(folder: &Path, speed: f64) -> Result<Self> {
        let hall = Hall::make(folder, "khanh-hoa", |centre| {
            // With a public URL the slips carry a QR code.
            let file = centre.join("centre.toml");
            let text = std::fs::read_to_string(&file)?;
            let url = "utc_offset = \"+07:00\"\npublic_url = \"https://hanhchinhcong.example.vn\"";
            std::fs::write(&file, text.replacen("utc_offset = \"+07:00\"", url, 1))?;
            Ok(())
        })?;
        let others = (1..=COUNTERS).filter(|number| *number != COUNTER);
        let crowd_counters = others
            .map(|number| {
                hall.officer(100 + u32::from(number))?;
                Ok((
                    number,
                    hall.device(&format!("quay-{number}"), "counter", Some(number))?,
                ))
            })
            .collect::<Result<_>>()?;
        hall.officer(OFFICER)?;
        // The shown kiosk and board find their tokens by these names.
        hall.device("kiosk", "kiosk", None)?;
        hall.device("board", "board", None)?;
        Ok(Self {
            counter: hall.device("counter", "counter", Some(COUNTER))?,
            crowd_kiosk: hall.device("crowd-kiosk", "kiosk", None)?,
            crowd_counters,
            service: hall.serve(MORNING, speed)?,
            printer: FakePrinter::start(PAPER_DOTS).context("no port for the printer")?,
            hall,
        })
    }

    /// The calls of `device`.
    ///
    /// # Errors
    /// Its token cannot be read.
    pub fn client(&self, device: &Device) -> Result<Client> {
        Ok(Client::new(
            &self.service.address,
            Token::read(&device.token_file)?,
        )?)
    }

    /// A kiosk's calls.
    ///
    /// # Errors
    /// Its token cannot be read.
    pub fn kiosk(&self) -> Result<KioskApi> {
        Ok(KioskApi(self.client(&self.crowd_kiosk)?))
    }

    /// Lets simulated visitors come, and officers open all counters but the shown one.
    ///
    /// # Errors
    /// The service does not answer.
    pub fn let_people_in(&self, pace: Pace, seed: u64) -> Result<Crowd> {
        let runtime = Runtime::new()?;
        let (tally, stop) = (Arc::new(Tally::default()), CancellationToken::new());
        let kiosk = self.client(&self.crowd_kiosk)?;
        let catalogue = Arc::new(runtime.block_on(kiosk.catalogue())?);
        let mut random = fastrand::Rng::with_seed(seed);
        let _inside = runtime.enter();
        // A kiosk that follows no view counts as away.
        let followed = LiveView::follow(kiosk.clone(), "kiosk");
        runtime.spawn(visitors(
            KioskApi(kiosk),
            Arc::clone(&catalogue),
            pace,
            random.fork(),
            Arc::clone(&tally),
            stop.clone(),
        ));
        let mut officers = tokio::task::JoinSet::new();
        for (number, device) in &self.crowd_counters {
            let client = self.client(device)?;
            let officer = Officer {
                api: CounterApi::new(client.clone(), *number),
                view: LiveView::follow(client, &format!("counters/{number}")),
                number: 100 + u32::from(*number),
                pin: PIN.to_owned(),
            };
            let (catalogue, tally) = (Arc::clone(&catalogue), Arc::clone(&tally));
            officers.spawn(officer.work(catalogue, pace, random.fork(), tally, stop.clone()));
        }
        drop(_inside);
        Ok(Crowd {
            runtime,
            officers,
            tally,
            stop,
            _followed: followed,
        })
    }
}

/// The simulated people in the hall.
pub struct Crowd {
    runtime: Runtime,
    officers: tokio::task::JoinSet<()>,
    tally: Arc<Tally>,
    stop: CancellationToken,
    _followed: LiveView<KioskView>,
}

impl Crowd {
    /// Nobody comes any more; officers finish the visit at hand and close their counters.
    ///
    /// # Errors
    /// Somebody does not go home.
    pub fn leave(mut self) -> Result<Arc<Tally>> {
        self.stop.cancel();
        let done = async {
            while let Some(officer) = self.officers.join_next().await {
                officer?;
            }
            Ok::<_, tokio::task::JoinError>(())
        };
        self.runtime
            .block_on(async { tokio::time::timeout(Duration::from_secs(120), done).await })
            .context("an officer did not go home")??;
        Ok(self.tally)
    }
}
