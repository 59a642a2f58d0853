//! All of it running: journal, writer, views, and the calls on a socket.

use crate::admin;
use crate::api::{Api, serve};
use crate::journal::{DataFolder, OpenError};
use crate::kiosks::Kiosks;
use crate::metrics::Metrics;
use crate::pins::Pins;
use crate::presence::Presence;
use crate::views::{Views, keep_publishing};
use crate::writer::{self, Scribe, Shared, Writer, WriterThread, end_process};
use chrono::{DateTime, FixedOffset};
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::task::{JoinError, JoinHandle, spawn_blocking};
use tokio_util::sync::{CancellationToken, DropGuard};

/// How a service is started.
#[derive(Debug, Clone)]
pub struct Config {
    /// The data folder.
    pub data: PathBuf,
    /// Where to listen.
    pub listen: SocketAddr,
    /// A clock that starts at some instant and runs so many times as fast; for data folders made
    /// for demos and tests only.
    pub demo_clock: Option<(DateTime<FixedOffset>, f64)>,
}

impl Config {
    /// Where a service listens unless told otherwise: this machine alone.
    pub const LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8642);

    /// A service of the data folder `data` with the machine's clock.
    #[must_use]
    pub fn new(data: impl Into<PathBuf>) -> Self {
        Self {
            data: data.into(),
            listen: Self::LISTEN,
            demo_clock: None,
        }
    }
}

/// Why a service does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data folder cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The writer cannot begin.
    #[error(transparent)]
    Writer(#[from] writer::StartError),
    /// The address is taken, or not this machine's.
    #[error("cannot listen on {listen}: {cause}")]
    Listen {
        /// The address.
        listen: SocketAddr,
        /// Why.
        cause: io::Error,
    },
    /// The socket for administrators cannot be made.
    #[error("cannot make the admin socket in the data folder: {0}")]
    AdminSocket(io::Error),
    /// A task of the start broke off.
    #[error(transparent)]
    Task(#[from] JoinError),
}

/// A running service. It stops when this is dropped; [`Running::stop`] waits for the end.
pub struct Running {
    /// Where it listens.
    pub addr: SocketAddr,
    writer: Writer,
    thread: WriterThread,
    serving: JoinHandle<()>,
    publishing: JoinHandle<()>,
    administering: JoinHandle<()>,
    stop: DropGuard,
}

/// Opens the data folder, replays the day and takes calls.
///
/// # Errors
/// [`StartError`]; nothing was changed, except that a day may have been opened.
pub async fn start(config: Config) -> Result<Running, StartError> {
    let folder = DataFolder::new(&config.data);
    let listen = config.listen;
    let opening = folder.clone();
    let scribe = spawn_blocking(move || Scribe::open(&opening, config.demo_clock)).await??;
    let bound = TcpListener::bind(listen).await;
    let listener = bound.map_err(|cause| StartError::Listen { listen, cause })?;
    let addr = listener
        .local_addr()
        .map_err(|cause| StartError::Listen { listen, cause })?;
    let (writer, thread) = spawn_blocking(move || scribe.start(end_process)).await??;
    if beyond_this_machine(addr) {
        tracing::warn!(%addr, "others on the network can listen in: there is no TLS yet");
    }
    let stop = CancellationToken::new();
    let administering = admin::listen(&folder, writer.clone(), addr, stop.clone())
        .map_err(StartError::AdminSocket)?;
    let presence = Presence::default();
    let kiosks = Kiosks::default();
    let shared = Arc::clone(writer.shared());
    let views = Arc::new(Views::new(shared, presence.clone(), kiosks.clone()));
    let api = Api {
        writer: writer.clone(),
        views: Arc::clone(&views),
        presence,
        kiosks,
        pins: Pins::new(writer.clone()),
        metrics: Metrics::new(),
        wal: folder.journal().with_extension("db-wal"),
        stop: stop.clone(),
    };
    let publishing = tokio::spawn(keep_publishing(views, stop.clone()));
    let serving = tokio::spawn(serve(listener, Arc::new(api)));
    tracing::info!(%addr, data = %config.data.display(), "serving");
    let stop = stop.drop_guard();
    Ok(Running {
        addr,
        writer,
        thread,
        serving,
        publishing,
        administering,
        stop,
    })
}

/// Whether a service on `addr` is reached from other machines.
fn beyond_this_machine(addr: SocketAddr) -> bool {
    !addr.ip().is_loopback()
}

impl Running {
    /// Where commands go.
    #[must_use]
    pub const fn writer(&self) -> &Writer {
        &self.writer
    }

    /// The committed state.
    #[must_use]
    pub fn shared(&self) -> &Arc<Shared> {
        self.writer.shared()
    }

    /// Waits until the service ends by itself, which it does only when something broke.
    pub async fn wait(&mut self) {
        tokio::select! {
            _ = &mut self.serving => tracing::error!("the calls ended"),
            _ = &mut self.publishing => tracing::error!("the views ended"),
            _ = &mut self.administering => tracing::error!("the admin socket ended"),
        }
    }

    /// Ends all streams, lets answers under way finish for a few seconds, closes the journal.
    pub async fn stop(self) {
        let Self {
            thread,
            serving,
            publishing,
            administering,
            stop,
            writer,
            ..
        } = self;
        drop(stop);
        drop(writer);
        for task in [serving, publishing, administering] {
            // What ended before was told by `wait`, and cannot be waited for twice.
            if !task.is_finished()
                && let Err(error) = task.await
            {
                tracing::error!(%error, "a part of the service broke off");
            }
        }
        if spawn_blocking(move || thread.stop()).await.is_err() {
            tracing::error!("the journal could not be closed");
        }
        tracing::info!("stopped");
    }
}
