//! The one way to write: many commands in one transaction, each in a savepoint of its own.

use super::{ChainHead, Journal, Link, StoreError, apply, project, row};
use crate::centre::Document;
use queue_core::{Centre, DeviceId, Event, Moment, Seq};
use rusqlite::{Savepoint, Transaction, TransactionBehavior};
use std::io;
use std::sync::Arc;

/// Runs just before each COMMIT; an error counts as the COMMIT's own. For tests and benches: a slow
/// disk, a full one (`StorageFull`), a failing one.
pub type BeforeCommit = Box<dyn FnMut() -> io::Result<()> + Send>;

/// A transaction under way.
pub struct Batch<'j> {
    transaction: Transaction<'j>,
    head: ChainHead,
}

/// One command's savepoint.
pub struct Entry<'b> {
    pub(super) db: Savepoint<'b>,
    head: &'b mut ChainHead,
}

impl Journal {
    /// Sets what runs before each COMMIT.
    pub fn set_before_commit(&mut self, hook: BeforeCommit) {
        self.before_commit = Some(hook);
    }

    /// Stores everything that `work` writes, or nothing of it.
    ///
    /// # Errors
    /// [`StoreError::NotStored`]: nothing changed. [`StoreError::Unknown`]: the process must end,
    /// and a new one read what is there.
    pub fn batch<T>(
        &mut self,
        work: impl FnOnce(&mut Batch<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let transaction = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut batch = Batch {
            transaction,
            head: self.head,
        };
        let done = work(&mut batch)?;
        if let Some(hook) = &mut self.before_commit {
            hook().map_err(StoreError::of_hook)?;
        }
        let Batch { transaction, head } = batch;
        transaction.commit().map_err(StoreError::of_commit)?;
        self.head = head;
        Ok(done)
    }
}

impl Batch<'_> {
    /// The newest row written so far.
    #[must_use]
    pub const fn head(&self) -> ChainHead {
        self.head
    }

    /// Runs one command in a savepoint of its own.
    ///
    /// # Errors
    /// [`StoreError`]: the whole batch is then to be given up.
    pub fn savepoint<T>(
        &mut self,
        work: impl FnOnce(&mut Entry<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut entry = Entry {
            db: self.transaction.savepoint()?,
            head: &mut self.head,
        };
        let done = work(&mut entry)?;
        entry.db.commit()?;
        Ok(done)
    }
}

impl Entry<'_> {
    /// The newest row written so far.
    #[must_use]
    pub const fn head(&self) -> ChainHead {
        *self.head
    }

    /// Appends an event, makes it true of `centre`, and keeps the projections in step.
    /// `adopted` is the document of a [`Event::CentreAdopted`], which must be stored already.
    ///
    /// # Errors
    /// [`StoreError::NotStored`]; `centre` may have changed by then and is to be thrown away.
    pub fn record(
        &mut self,
        centre: &mut Centre,
        (at, device): (Moment, Option<DeviceId>),
        event: &Event,
        adopted: Option<&Arc<Document>>,
    ) -> Result<Seq, StoreError> {
        let seq = self.head.next_seq();
        let stored = row::write(event)?;
        let (kind, body) = (stored.kind(), stored.body());
        let device = device.map(|device| device.0);
        let link = Link {
            seq,
            at,
            kind,
            version: row::VERSION,
            device,
            body,
        };
        let head = self.head.after(&link);
        let mut insert = self.db.prepare_cached(
            "INSERT INTO event (seq, at, kind, version, device, body, hash) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        insert.execute((seq.0, at.0, kind, row::VERSION, device, body, head.hash))?;
        *self.head = head;
        apply(centre, (seq, at), event, adopted);
        project::project(&self.db, centre, (seq, at), event)?;
        Ok(seq)
    }
}
