//! A hall to write about: Khánh Hòa's centre in a fresh data folder, under a clock that only moves
//! when it is told to.

use chrono::{DateTime, NaiveDate};
use queue_core::{
    Actor, Command, CounterNo, DeviceId, Event, Language, Moment, OfficerNo, Outcome, Purpose, Seq,
    ServiceCode, TicketId,
};
use queue_service::centre::Document;
use queue_service::clock::{Clock, TimeSource};
use queue_service::journal::{BeforeCommit, DataFolder, Journal};
use queue_service::writer::{
    AdminAnswer, AdminOrder, Key, Order, Reply, Scribe, WriteError, Writer, WriterThread,
};
use sha2::{Digest as _, Sha256};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;
use tempfile::TempDir;

/// A Wednesday on which every service of the centre is open.
pub const DAY: &str = "2026-11-25";
pub const KIOSK: DeviceId = DeviceId(1);
pub const DESK: DeviceId = DeviceId(7);
pub const OFFICER: OfficerNo = OfficerNo(12);

/// Longer than anything here takes on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

pub fn instant(text: &str) -> Moment {
    Moment(
        DateTime::parse_from_rfc3339(text)
            .unwrap()
            .timestamp_millis(),
    )
}

/// `HH:MM` of [`DAY`], at the centre.
pub fn at(time: &str) -> Moment {
    instant(&format!("{DAY}T{time}:00+07:00"))
}

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Clocks that stand still until they are moved.
#[derive(Clone)]
pub struct StoppedTime(Arc<Readings>);

struct Readings {
    wall: AtomicI64,
    elapsed_ms: AtomicU64,
}

impl StoppedTime {
    pub fn at(moment: Moment) -> Self {
        Self(Arc::new(Readings {
            wall: moment.0.into(),
            elapsed_ms: 0.into(),
        }))
    }

    /// Time goes on, for both clocks alike.
    pub fn pass(&self, seconds: u32) {
        self.0
            .wall
            .fetch_add(i64::from(seconds) * 1000, Ordering::SeqCst);
        self.0
            .elapsed_ms
            .fetch_add(u64::from(seconds) * 1000, Ordering::SeqCst);
    }

    /// Somebody sets the wall clock.
    pub fn set(&self, moment: Moment) {
        self.0.wall.store(moment.0, Ordering::SeqCst);
    }

    pub fn clock(&self) -> Clock {
        Clock::new(Arc::new(self.clone()))
    }
}

impl TimeSource for StoppedTime {
    fn wall(&self) -> Moment {
        Moment(self.0.wall.load(Ordering::SeqCst))
    }

    fn elapsed(&self) -> Duration {
        Duration::from_millis(self.0.elapsed_ms.load(Ordering::SeqCst))
    }
}

/// A data folder with the adopted centre.
pub struct Hall {
    pub time: StoppedTime,
    pub folder: DataFolder,
    pub service: ServiceCode,
    pub counter: CounterNo,
    pub dir: TempDir,
}

pub fn assets(centre: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../assets/centres")
        .join(centre)
}

pub fn document(centre: &str) -> Document {
    Document::read_dir(&assets(centre)).unwrap()
}

impl Hall {
    /// Opens at 08:00.
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let folder = DataFolder::new(&dir.path().join("data"));
        Journal::create(&folder, true).unwrap();
        let document = document("khanh-hoa");
        let rules = document.rules();
        let counter = rules.counters.values().next().unwrap();
        let (service, counter) = (counter.serves[0].clone(), counter.number);
        let hall = Self {
            time: StoppedTime::at(at("08:00")),
            folder,
            service,
            counter,
            dir,
        };
        let stored = document.stored().to_owned();
        let adopt = AdminOrder::AdoptCentre {
            document: stored,
            from_tomorrow: false,
        };
        hall.scribe().administer(adopt).unwrap();
        hall
    }

    pub fn scribe(&self) -> Scribe {
        Scribe::open_with(&self.folder, self.time.clock()).unwrap()
    }

    pub fn start(&self) -> Running {
        Running::of(self.scribe())
    }

    pub fn issue(&self) -> Command {
        Command::Issue {
            service: self.service.clone(),
            purpose: Purpose::Submit,
            procedure: None,
            classes: Vec::new(),
            language: Language::VI,
        }
    }

    pub fn open(&self) -> Command {
        Command::Open {
            counter: self.counter,
            officer: OFFICER,
            take_over: false,
        }
    }

    pub fn finish(&self) -> Command {
        let (ticket, outcome) = (None, Outcome::Received);
        Command::Finish {
            counter: self.counter,
            ticket,
            outcome,
            dossiers: 1,
        }
    }

    /// The journal, read behind the writer's back.
    pub fn sql(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.folder.journal()).unwrap()
    }
}

/// A started writer.
pub struct Running {
    pub writer: Writer,
    pub thread: WriterThread,
    /// Told when the process would end.
    pub ended: mpsc::Receiver<()>,
}

impl Running {
    pub fn of(scribe: Scribe) -> Self {
        let (end, ended) = mpsc::channel();
        let (writer, thread) = scribe.start(move || end.send(()).unwrap()).unwrap();
        Self {
            writer,
            thread,
            ended,
        }
    }

    /// As [`Running::of`], with something to run before each COMMIT.
    pub fn with_commit(mut scribe: Scribe, before_commit: BeforeCommit) -> Self {
        scribe.set_before_commit(before_commit);
        Self::of(scribe)
    }

    pub async fn kiosk(&self, command: Command) -> Result<Reply, WriteError> {
        self.writer
            .submit(order(Actor::Kiosk(KIOSK), None, command))
            .await
    }

    pub async fn desk(&self, command: Command) -> Result<Reply, WriteError> {
        self.writer
            .submit(order(Actor::Counter(DESK), None, command))
            .await
    }

    pub async fn admin(&self, order: AdminOrder) -> Result<AdminAnswer, WriteError> {
        self.writer.admin(order).await
    }

    /// Issues a number; gives its ticket.
    pub async fn ticket(&self, hall: &Hall) -> TicketId {
        TicketId(
            self.kiosk(hall.issue())
                .await
                .unwrap()
                .body
                .parse()
                .unwrap(),
        )
    }

    pub fn stop(self) {
        self.thread.stop();
    }
}

/// An order whose answer is the `seq` of its first event.
pub fn order(actor: Actor, key: Option<Key>, command: Command) -> Order {
    Order {
        actor,
        key,
        command,
        replaces: None,
        reply: Box::new(|_, _, events| reply(events)),
    }
}

fn reply(events: &[(Seq, Event)]) -> Reply {
    let body = events
        .first()
        .map_or(String::new(), |(seq, _)| seq.0.to_string());
    Reply {
        status: if events.is_empty() { 204 } else { 200 },
        body,
    }
}

/// A key of the kiosk, for a command of this content.
pub fn key(key: &str, content: &str) -> Option<Key> {
    let fingerprint = Sha256::digest(content).into();
    Some(Key {
        device: KIOSK,
        key: key.to_owned(),
        fingerprint,
    })
}
