//! The side of the writer that everyone else holds.

use super::scribe::{Done, Work};
use super::{AdminAnswer, AdminOrder, Order, Reply, Shared, WriteError};
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, TrySendError};
use tokio::sync::oneshot;

/// Commands that may wait for the writer; more are refused at once.
pub(super) const WAITING_LIMIT: usize = 1024;

/// Where an answer goes.
pub(super) type Answer = oneshot::Sender<Result<Done, WriteError>>;

/// One thing for the writer to do.
pub(super) struct Job {
    pub work: Work,
    pub answer: Answer,
}

/// What the writer's thread is told.
pub(super) enum Message {
    Job(Box<Job>),
    Stop,
}

/// Hands commands to the writer's thread. Cheap to clone.
#[derive(Clone)]
pub struct Writer {
    pub(super) jobs: SyncSender<Message>,
    pub(super) shared: Arc<Shared>,
}

impl Writer {
    /// The committed state.
    #[must_use]
    pub const fn shared(&self) -> &Arc<Shared> {
        &self.shared
    }

    /// Decides and stores one command; the answer comes after the commit. A repeated command gets
    /// the answer it got before.
    ///
    /// # Errors
    /// [`WriteError`]: in every case but [`WriteError::Unknown`] nothing changed.
    pub async fn submit(&self, order: Order) -> Result<Reply, WriteError> {
        match self.ask(Work::Order(order)).await? {
            Done::Reply(reply) => Ok(reply),
            Done::Admin(_) => Err(WriteError::Unknown),
        }
    }

    /// Carries out an administrator's order; the answer comes after the commit.
    ///
    /// # Errors
    /// As [`Writer::submit`].
    pub async fn admin(&self, order: AdminOrder) -> Result<AdminAnswer, WriteError> {
        match self.ask(Work::Admin(order)).await? {
            Done::Admin(answer) => Ok(answer),
            Done::Reply(_) => Err(WriteError::Unknown),
        }
    }

    async fn ask(&self, work: Work) -> Result<Done, WriteError> {
        let (answer, answered) = oneshot::channel();
        let job = Message::Job(Box::new(Job { work, answer }));
        self.jobs.try_send(job).map_err(|error| match error {
            TrySendError::Full(_) => WriteError::NotStored,
            TrySendError::Disconnected(_) => WriteError::Stopping,
        })?;
        answered.await.unwrap_or(Err(WriteError::Unknown))
    }
}
