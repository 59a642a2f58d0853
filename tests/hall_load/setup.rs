//! A hall of the built service, with open counters, a kiosk and boards.

use crate::crowd::{Crowd, Desk};
use anyhow::{Context as _, Result};
use queue_client::{Client, CounterApi, KioskApi, Token};
use queue_protocol::{OpenRequest, Pin};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use system_tests::hall::{Hall, PIN, Service};

/// A working morning, from which the demo clock runs at the machine's pace: long enough before noon
/// for every part of the run.
pub const MORNING: &str = "2026-11-25T07:35:00+07:00";
/// Khánh Hòa's centre.
pub const CENTRE: &str = "khanh-hoa";
/// All counters of the centre.
pub const ALL: RangeInclusive<u16> = 1..=24;

/// A running hall.
pub struct Open {
    pub hall: Hall,
    pub service: Service,
    pub crowd: Arc<Crowd>,
    pub board: Client,
}

impl Open {
    /// Makes a data folder in `folder`, starts the service on it and opens these counters.
    pub async fn hall(folder: &Path, opened: RangeInclusive<u16>) -> Result<Self> {
        let hall = Hall::make(folder, CENTRE, |_| Ok(()))?;
        let kiosk = hall.device("kiosk", "kiosk", None)?;
        let board = hall.device("board", "board", None)?;
        let mut devices = Vec::new();
        for number in opened {
            let officer = 100 + u32::from(number);
            hall.officer(officer)?;
            let name = format!("counter-{number}");
            devices.push((
                number,
                officer,
                hall.device(&name, "counter", Some(number))?,
            ));
        }
        let service = hall.serve(MORNING, 1.0)?;
        let client = |token_file: &Path| -> Result<_> {
            Ok(Client::new(&service.address, Token::read(token_file)?)?)
        };
        let kiosk = client(&kiosk.token_file)?;
        let catalogue = kiosk.catalogue().await?;
        let mut desks = Vec::new();
        for (number, officer, device) in devices {
            let api = CounterApi::new(client(&device.token_file)?, number);
            let request = OpenRequest {
                officer,
                pin: Pin(PIN.to_owned()),
                take_over: false,
            };
            api.open(&request)
                .await
                .context("a counter does not open")?;
            desks.push(Desk { number, api });
        }
        let kiosk = KioskApi(kiosk);
        Ok(Self {
            board: client(&board.token_file)?,
            crowd: Arc::new(Crowd {
                kiosk,
                desks,
                catalogue,
                waiting: AtomicUsize::new(0),
            }),
            hall,
            service,
        })
    }

    /// The write-ahead log of the journal.
    pub fn log(&self) -> PathBuf {
        self.hall.data().join("journal.db-wal")
    }
}
