//! A data folder with its writer, and the faults that can befall the two.

use anyhow::{Context as _, Result, ensure};
use futures::future::join_all;
use queue_core::{Actor, Centre, Command, DeviceId};
use queue_service::writer::{AdminOrder, Key, Reply, WriteError, Writer, WriterThread};
use std::io::{Error, ErrorKind};
use std::path::Path;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;
use system_tests::folder::{Folder, order};
use system_tests::stopped_time::StoppedTime;

/// What the disk does at the next commits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disk {
    Works,
    IsFull,
    Breaks,
}

/// One command under its key.
#[derive(Clone)]
pub struct Asked {
    pub key: u64,
    pub actor: Actor,
    pub command: Command,
}

pub struct Hall {
    pub folder: Folder,
    disk: Arc<AtomicU8>,
    running: Option<Running>,
}

struct Running {
    writer: Writer,
    thread: WriterThread,
    ended: mpsc::Receiver<()>,
}

impl Hall {
    pub fn open(data: &Path, time: StoppedTime) -> Result<Self> {
        let folder = Folder::make(data, "khanh-hoa", time)?;
        let mut hall = Self {
            folder,
            disk: Arc::default(),
            running: None,
        };
        hall.start()?;
        Ok(hall)
    }

    /// The committed state.
    pub fn centre(&self) -> Result<Centre> {
        Ok(self.writer()?.shared().centre().clone())
    }

    pub fn disk(&self, disk: Disk) {
        self.disk.store(disk as u8, Ordering::SeqCst);
    }

    /// Hands in commands at once and waits for every answer.
    pub async fn ask(&self, asked: &[Asked]) -> Result<Vec<Result<Reply, WriteError>>> {
        let writer = self.writer()?;
        Ok(join_all(asked.iter().map(|asked| writer.submit(keyed(asked)))).await)
    }

    /// Hands in commands at once and is gone before any answer.
    pub fn ask_and_vanish(&self, asked: &[Asked]) -> Result<()> {
        let writer = self.writer()?;
        let mut asking = Box::pin(join_all(
            asked.iter().map(|asked| writer.submit(keyed(asked))),
        ));
        let mut nobody = std::task::Context::from_waker(std::task::Waker::noop());
        // One poll hands every command in; whether it is stored by then is left to chance.
        let _ = std::future::Future::poll(asking.as_mut(), &mut nobody);
        Ok(())
    }

    pub async fn accept_clock(&self) -> Result<()> {
        self.writer()?.admin(AdminOrder::AcceptClock).await?;
        Ok(())
    }

    /// Stores what was handed in, and starts anew.
    pub fn restart(&mut self) -> Result<()> {
        let running = self.running.take().context("not running")?;
        drop(running.writer);
        running.thread.stop();
        self.start()
    }

    /// A commit fails so that nobody knows what was stored: the process would end here. Starts anew.
    pub async fn break_down(&mut self, asked: &[Asked]) -> Result<()> {
        self.disk(Disk::Breaks);
        for answer in self.ask(asked).await? {
            let unknown = matches!(answer, Err(WriteError::Unknown | WriteError::Stopping));
            ensure!(unknown, "answered {answer:?} without a commit");
        }
        let running = self.running.take().context("not running")?;
        running
            .ended
            .recv_timeout(Duration::from_secs(60))
            .context("the process goes on")?;
        drop(running.writer);
        running.thread.stop();
        self.disk(Disk::Works);
        self.start()
    }

    fn writer(&self) -> Result<&Writer> {
        Ok(&self.running.as_ref().context("not running")?.writer)
    }

    fn start(&mut self) -> Result<()> {
        let mut scribe = self.folder.scribe()?;
        let disk = Arc::clone(&self.disk);
        scribe.set_before_commit(Box::new(move || match disk.load(Ordering::SeqCst) {
            full if full == Disk::IsFull as u8 => Err(Error::from(ErrorKind::StorageFull)),
            breaks if breaks == Disk::Breaks as u8 => Err(Error::other("the disk broke")),
            _ => Ok(()),
        }));
        let (end, ended) = mpsc::channel();
        // A test that has ended listens no more.
        let (writer, thread) = scribe.start(move || {
            let _ = end.send(());
        })?;
        self.running = Some(Running {
            writer,
            thread,
            ended,
        });
        Ok(())
    }
}

fn keyed(asked: &Asked) -> queue_service::writer::Order {
    let mut fingerprint = [0; 32];
    fingerprint[..8].copy_from_slice(&asked.key.to_be_bytes());
    let device = match asked.actor {
        Actor::Kiosk(device) | Actor::Counter(device) | Actor::Manager(device) => device,
        Actor::House => DeviceId(0),
    };
    let key = Key {
        device,
        key: asked.key.to_string(),
        fingerprint,
    };
    order(asked.actor, Some(key), asked.command.clone())
}
