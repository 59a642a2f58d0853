//! The side of the writer that everyone else holds.

use super::{AdminAnswer, AdminOrder, Order, Reply, Shared, WriteError};
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, TrySendError};
use tokio::sync::oneshot;

/// Commands that may wait for the writer; more are refused at once.
pub(super) const WAITING_LIMIT: usize = 1024;

/// Where an answer goes.
pub(super) type Answer<T> = oneshot::Sender<Result<T, WriteError>>;

/// One thing for the writer to do.
pub(super) enum Job {
    Order(Order, Answer<Reply>),
    Admin(AdminOrder, Answer<AdminAnswer>),
    Stop,
}

/// Hands commands to the writer's thread. Cheap to clone.
#[derive(Clone)]
pub struct Writer {
    pub(super) jobs: SyncSender<Job>,
    pub(super) shared: Arc<Shared>,
}

impl Writer {
    /// The committed state.
    #[must_use]
    pub fn shared(&self) -> &Arc<Shared> {
        &self.shared
    }

    /// Decides and stores one command; the answer comes after the commit. A repeated command gets
    /// the answer it got before.
    ///
    /// # Errors
    /// [`WriteError`]: in every case but [`WriteError::Unknown`] nothing changed.
    pub async fn submit(&self, order: Order) -> Result<Reply, WriteError> {
        self.ask(|answer| Job::Order(order, answer)).await
    }

    /// Carries out an administrator's order; the answer comes after the commit.
    ///
    /// # Errors
    /// As [`Writer::submit`].
    pub async fn admin(&self, order: AdminOrder) -> Result<AdminAnswer, WriteError> {
        self.ask(|answer| Job::Admin(order, answer)).await
    }

    async fn ask<T>(&self, job: impl FnOnce(Answer<T>) -> Job) -> Result<T, WriteError> {
        let (answer, answered) = oneshot::channel();
        self.jobs.try_send(job(answer)).map_err(|error| match error {
            TrySendError::Full(_) => WriteError::NotStored,
            TrySendError::Disconnected(_) => WriteError::Stopping,
        })?;
        answered.await.unwrap_or(Err(WriteError::Unknown))
    }
}
