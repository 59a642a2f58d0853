//! What everyone may read: the committed state, never a speculation.

use crate::centre::Document;
use crate::clock::{Clock, ClockHealth};
use crate::journal::Registry;
use queue_core::{Centre, Moment, Seq};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use tokio::sync::watch;

/// The newest committed event. Sent after each commit, and once a minute with a later `at`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Its place in the journal; 0 before the first event.
    pub seq: Seq,
    /// The instant of the commit, or of the minute that began.
    pub at: Moment,
}

/// What the service itself worries about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Health {
    /// Whether the newest batch was stored.
    pub storing: bool,
    /// What is thought of the wall clock.
    pub clock: ClockHealth,
}

impl Health {
    /// The worries as the codes that `HallView` lists.
    pub fn warnings(&self) -> impl Iterator<Item = &'static str> {
        let clock = match self.clock {
            ClockHealth::Agrees => None,
            ClockHealth::Parted { .. } => Some("clock_parted"),
            ClockHealth::BeforeLast { .. } | ClockHealth::FarAhead { .. } => Some("clock_in_doubt"),
        };
        clock
            .into_iter()
            .chain((!self.storing).then_some("not_stored"))
    }
}

/// The committed state of one service. A reader that holds [`Shared::centre`] sees the state of
/// exactly the head that [`Shared::head`] gives meanwhile.
pub struct Shared {
    pub(super) centre: RwLock<Centre>,
    pub(super) registry: RwLock<Registry>,
    pub(super) document: RwLock<Arc<Document>>,
    pub(super) health: RwLock<Health>,
    pub(super) head: watch::Sender<Head>,
    /// The time of the service.
    pub clock: Clock,
    /// A random id, new after init and restore.
    pub journal_id: String,
    /// Whether the data folder was made for demos and tests.
    pub demo: bool,
    /// The data folder's secret, from which ticket tokens are made.
    pub secret: [u8; 32],
}

impl Shared {
    /// Today's state. Hold it briefly: the writer waits for it after each commit.
    pub fn centre(&self) -> RwLockReadGuard<'_, Centre> {
        read(&self.centre)
    }

    /// Devices, officers and PIN locks.
    pub fn registry(&self) -> RwLockReadGuard<'_, Registry> {
        read(&self.registry)
    }

    /// The adopted centre.
    pub fn document(&self) -> Arc<Document> {
        Arc::clone(&read(&self.document))
    }

    /// What the service worries about, the clock read anew.
    pub fn health(&self) -> Health {
        Health {
            clock: self.clock.now().1,
            ..*read(&self.health)
        }
    }

    /// The newest head.
    pub fn head(&self) -> Head {
        *self.head.borrow()
    }

    /// A receiver of every new head; views are rebuilt on it.
    pub fn watch_head(&self) -> watch::Receiver<Head> {
        self.head.subscribe()
    }
}

/// A poisoned lock is read all the same: what it guards is only ever replaced whole or evolved by
/// total functions.
fn read<T>(lock: &RwLock<T>) -> RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}

pub(super) fn write<T>(lock: &RwLock<T>) -> RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}
