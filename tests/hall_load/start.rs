//! From the start of the built service to its readiness: with ten years in the journal, and empty.

use crate::figures::{Sample, ms};
use crate::setup::{CENTRE, MORNING};
use crate::table::Line;
use anyhow::{Context as _, Result, ensure};
use chrono::{DateTime, FixedOffset};
use queue_service::journal::{DataFolder, Journal};
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use system_tests::folder::{Folder, instant};
use system_tests::programs::{Guard, assets, program};
use system_tests::stopped_time::StoppedTime;
use system_tests::ten_years;

const STARTS: usize = 15;
const PATIENCE: Duration = Duration::from_secs(60);
const BUDGET: Duration = Duration::from_millis(500);
const RATIO: f64 = 2.0;

/// Starts both journals in turn, the first time unmeasured: it opens a day.
pub fn lines(folder: &Path) -> Result<Vec<Line>> {
    let empty = folder.join("empty");
    Folder::make(&empty, CENTRE, StoppedTime::at(instant(MORNING)?))?;
    let full = ten_years::folder(ten_years::EVENTS)?;
    let (empty, full) = (
        Started::new(&DataFolder::new(&empty))?,
        Started::new(&full)?,
    );
    let (mut of_empty, mut of_full) = (Sample::default(), Sample::default());
    for turn in 0..=STARTS {
        let took = (empty.once(folder)?, full.once(folder)?);
        if turn > 0 {
            of_empty.add(took.0);
            of_full.add(took.1);
        }
    }
    let (peer, measured) = (of_empty.median(), of_full.median());
    let ratio = measured.as_secs_f64() / peer.as_secs_f64();
    let events = full.events;
    Ok(vec![Line {
        what: format!("process start → ready with {events} events, {STARTS} starts"),
        measured: format!(
            "median {} ({ratio:.2} ×), max {}",
            ms(measured),
            ms(of_full.max())
        ),
        budget: format!("≤ {RATIO} × an empty journal, and ≤ {}", ms(BUDGET)),
        limit: format!("empty: median {}, max {}", ms(peer), ms(of_empty.max())),
        verdict: (ratio <= RATIO && measured <= BUDGET).into(),
    }])
}

/// A data folder to start a service on, at the time of its last event.
struct Started {
    data: DataFolder,
    time: DateTime<FixedOffset>,
    events: u64,
}

impl Started {
    fn new(data: &DataFolder) -> Result<Self> {
        let head = Journal::open(data)?.0.head();
        let last = DateTime::from_timestamp_millis(head.at.0).context("no such time")?;
        Ok(Self {
            data: data.clone(),
            time: last.with_timezone(MORNING.parse::<DateTime<FixedOffset>>()?.offset()),
            events: head.seq.0,
        })
    }

    /// How long one start took until `/health/ready` said so.
    fn once(&self, logs: &Path) -> Result<Duration> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut command = Command::new(program("xinmoi")?);
        command
            .arg("--data")
            .arg(self.data.path())
            .args(["serve", "--listen", &address.to_string(), "--demo-clock"])
            .arg(self.time.to_rfc3339())
            .env("XINMOI_ASSETS", assets());
        let log = logs.join("start.log");
        let start = Instant::now();
        let mut service = Guard::start(&mut command, &log)?;
        while !ready(address) {
            ensure!(
                service.ended()?.is_none() && start.elapsed() < PATIENCE,
                "the service is not ready: {}",
                std::fs::read_to_string(&log)?
            );
            std::thread::sleep(Duration::from_millis(1));
        }
        let took = start.elapsed();
        service.stop(PATIENCE)?;
        Ok(took)
    }
}

fn ready(address: SocketAddr) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect(address)?;
        stream
            .write_all(b"GET /health/ready HTTP/1.1\r\nHost: hall\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer.starts_with("HTTP/1.1 200"))
    };
    ask().unwrap_or(false)
}
