//! A hall in this process: the service on loopback, 24 open counters, a kiosk, boards.

use crate::visits::Crowd;
use anyhow::{Context as _, Result};
use queue_client::{Client, CounterApi, KioskApi, Token};
use queue_protocol::{OpenRequest, Pin, Role};
use queue_service::admin::send;
use queue_service::centre::Document;
use queue_service::journal::{DataFolder, Journal};
use queue_service::writer::{AdminOrder, NewDevice, NewOfficer};
use queue_service::{Config, Running, pins, start};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use system_tests::programs::assets;

/// A working morning; the demo clock runs at the machine's pace from here.
pub const MORNING: &str = "2026-11-25T07:35:00+07:00";
const COUNTERS: u16 = 24;
const PIN: &str = "246810";

/// A running hall.
pub struct Hall {
    pub running: Running,
    pub crowd: Arc<Crowd>,
    pub board: Client,
}

/// Makes a data folder with Khánh Hòa's centre in `folder`.
pub fn prepare(folder: &Path) -> Result<DataFolder> {
    let data = DataFolder::new(folder);
    Journal::create(&data, true)?;
    let centre = Document::read_dir(&assets().join("centres/khanh-hoa"));
    let centre = centre.map_err(|errors| anyhow::anyhow!("the shipped centre: {errors:?}"))?;
    let adopt = AdminOrder::AdoptCentre {
        document: centre.stored().to_owned(),
        from_tomorrow: false,
    };
    send(&data, adopt)?;
    Ok(data)
}

fn add_device(data: &DataFolder, name: &str, role: Role, counter: Option<u16>) -> Result<Token> {
    let token = format!("load-{name}");
    let new = NewDevice {
        name: name.to_owned(),
        role,
        zone: None,
        counter,
        screen: None,
        token: Sha256::digest(&token).into(),
    };
    send(data, AdminOrder::AddDevice(new))?;
    Ok(Token::new(token))
}

/// Starts the service on the prepared folder and opens every counter.
pub async fn open(data: &DataFolder) -> Result<Hall> {
    let kiosk = add_device(data, "kiosk", Role::Kiosk, None)?;
    let board = add_device(data, "board", Role::Board, None)?;
    let pin_hash = pins::hash(PIN).map_err(|error| anyhow::anyhow!("{error}"))?;
    let mut desks = Vec::new();
    for number in 1..=COUNTERS {
        let officer = 100 + u32::from(number);
        let new = NewOfficer {
            number: officer,
            name: format!("Officer {officer}"),
            pin_hash: pin_hash.clone(),
            may: BTreeSet::new(),
        };
        send(data, AdminOrder::AddOfficer(new))?;
        desks.push((
            number,
            officer,
            add_device(
                data,
                &format!("counter-{number}"),
                Role::Counter,
                Some(number),
            )?,
        ));
    }
    let config = Config {
        listen: SocketAddr::from(([127, 0, 0, 1], 0)),
        demo_clock: Some((MORNING.parse()?, 1.0)),
        ..Config::new(data.path())
    };
    let running = start(config).await?;
    let address = format!("http://{}", running.addr);
    let kiosk = Client::new(&address, kiosk)?;
    let catalogue = kiosk.catalogue().await?;
    let mut counters = Vec::new();
    for (number, officer, token) in desks {
        let api = CounterApi::new(Client::new(&address, token)?, number);
        let request = OpenRequest {
            officer,
            pin: Pin(PIN.to_owned()),
            take_over: false,
        };
        api.open(&request)
            .await
            .context("a counter does not open")?;
        counters.push(api);
    }
    let crowd = Arc::new(Crowd {
        kiosk: KioskApi(kiosk),
        counters,
        catalogue,
    });
    Ok(Hall {
        running,
        crowd,
        board: Client::new(&address, board)?,
    })
}
