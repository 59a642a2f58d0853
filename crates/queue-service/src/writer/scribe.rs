//! A batch: decided, written, committed; or given up as a whole.

use super::admin_order::{AdminAnswer, AdminOrder};
use super::draft::{Changes, Draft};
use super::order::{Order, Reply, WriteError};
use crate::clock::Clock;
use crate::journal::{BeforeCommit, DataFolder, Journal, Loaded, Meta, OpenError, StoreError};
use chrono::{DateTime, FixedOffset};

/// The one who may write to a data folder: owns its journal and the state of the day.
pub struct Scribe {
    pub(super) journal: Journal,
    pub(super) draft: Draft,
    pub(super) meta: Meta,
}

/// What to do.
pub(super) enum Work {
    Order(Order),
    Admin(AdminOrder),
}

/// What came of it.
pub(super) enum Done {
    Reply(Reply),
    Admin(AdminAnswer),
}

/// What came of each piece of work, in order, and what changed.
pub(super) type Batched = (Vec<Result<Done, WriteError>>, Changes);

impl Scribe {
    /// Opens a data folder for a service, with the machine's clock, or with a demo clock that
    /// starts at an instant and runs at a pace.
    ///
    /// # Errors
    /// [`OpenError`]; [`OpenError::NotDemo`] for a demo clock on a folder that is in earnest.
    pub fn open(
        folder: &DataFolder,
        demo_clock: Option<(DateTime<FixedOffset>, f64)>,
    ) -> Result<Self, OpenError> {
        let (journal, loaded) = Journal::open(folder)?;
        let clock = match demo_clock {
            None => Clock::system(),
            Some((start, speed)) if loaded.meta.demo => Clock::demo(start, speed),
            Some(_) => return Err(OpenError::NotDemo(folder.path().to_owned())),
        };
        Ok(Self::new(journal, loaded, clock, true))
    }

    /// Opens a data folder for an administrator's order without a service: no day is opened. In a
    /// demo folder it is still the time of the last event, so that a demo can begin on any day.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open_idle(folder: &DataFolder) -> Result<Self, OpenError> {
        let (journal, loaded) = Journal::open(folder)?;
        let clock = if loaded.meta.demo {
            Clock::demo(DateTime::UNIX_EPOCH.fixed_offset(), 1.0)
        } else {
            Clock::system()
        };
        Ok(Self::new(journal, loaded, clock, false))
    }

    /// As [`Scribe::open`], with any clock.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open_with(folder: &DataFolder, clock: Clock) -> Result<Self, OpenError> {
        let (journal, loaded) = Journal::open(folder)?;
        Ok(Self::new(journal, loaded, clock, true))
    }

    fn new(journal: Journal, loaded: Loaded, clock: Clock, opens_days: bool) -> Self {
        // A folder may rest as long as it likes between being set up and its first day.
        let first_day_ahead = loaded.centre.day.is_none() && clock.now().0 >= loaded.head.at;
        if !first_day_ahead {
            clock.resume_after(loaded.head.at);
        }
        let meta = loaded.meta.clone();
        Self {
            journal,
            draft: Draft::new(loaded, clock, opens_days),
            meta,
        }
    }

    /// Sets what runs before each COMMIT.
    pub fn set_before_commit(&mut self, hook: BeforeCommit) {
        self.journal.set_before_commit(hook);
    }

    /// The journal, to look at.
    #[must_use]
    pub const fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Carries out one administrator's order without a service.
    ///
    /// # Errors
    /// [`WriteError`].
    pub fn administer(&mut self, order: AdminOrder) -> Result<AdminAnswer, WriteError> {
        let (mut done, _) = self
            .batch(vec![Work::Admin(order)])
            .map_err(WriteError::from)?;
        match done.pop() {
            Some(Ok(Done::Admin(answer))) => Ok(answer),
            Some(Err(error)) => Err(error),
            Some(Ok(Done::Reply(_))) | None => Err(WriteError::Unknown),
        }
    }

    /// Whether a new day is to be opened.
    pub(super) fn day_is_due(&self) -> bool {
        self.draft.day_due().is_some()
    }

    /// Turns the day if it is due, then decides and stores all of `work`, or none of it. After
    /// [`Failed::NotStored`] the draft is what the journal says again.
    pub(super) fn batch(&mut self, work: Vec<Work>) -> Result<Batched, Failed> {
        let Self { journal, draft, .. } = self;
        let stored = journal.batch(|batch| {
            if let Some(today) = draft.day_due() {
                batch.savepoint(|entry| draft.turn_day(entry, today))?;
            }
            work.into_iter()
                .map(|work| {
                    batch.savepoint(|entry| match work {
                        Work::Order(order) => Ok(draft.order(entry, order)?.map(Done::Reply)),
                        Work::Admin(order) => {
                            let done = draft.administer(entry, order)?;
                            Ok(done.map(Done::Admin).map_err(WriteError::from))
                        }
                    })
                })
                .collect::<Result<Vec<_>, StoreError>>()
        });
        match stored {
            Ok(done) => Ok((done, draft.take_changes())),
            Err(error) => Err(self.give_up(&error)),
        }
    }

    fn give_up(&mut self, error: &StoreError) -> Failed {
        tracing::error!(%error, "a batch was given up");
        let StoreError::NotStored(_) = error else {
            return Failed::Unknown;
        };
        let loaded = match self.journal.reload() {
            Ok(loaded) => loaded,
            Err(error) => {
                tracing::error!(%error, "the journal cannot be read again");
                return Failed::Unknown;
            }
        };
        let clock = self.draft.clock.clone();
        if self.draft.changes.clock_accepted {
            clock.resume_after(loaded.head.at);
        }
        self.draft = Draft::new(loaded, clock, self.draft.opens_days);
        Failed::NotStored
    }
}

/// Why a whole batch brought no answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failed {
    /// Nothing changed.
    NotStored,
    /// Nobody knows; the process is to end.
    Unknown,
}

impl From<Failed> for WriteError {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::NotStored => Self::NotStored,
            Failed::Unknown => Self::Unknown,
        }
    }
}
