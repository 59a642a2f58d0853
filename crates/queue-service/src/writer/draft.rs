//! The writer's own state: what will be true if the batch under way is committed.

use super::order::{Order, Reply, WriteError};
use super::replaced::{self, Replaced};
use super::trace::CommandSpan;
use crate::centre::Document;
use crate::clock::Clock;
use crate::journal::{ChainHead, Entry, Loaded, NextCentre, Registry, Remembered, StoreError};
use chrono::NaiveDate;
use queue_core::{Actor, Centre, Command, DeviceId, Event, Moment, Refusal, Seq, decide};
use std::mem;
use std::sync::Arc;

/// Speculative between the first savepoint of a batch and its COMMIT; made anew from the journal
/// when a batch is not stored.
pub(super) struct Draft {
    pub centre: Centre,
    pub registry: Registry,
    pub document: Option<Arc<Document>>,
    pub next: Option<NextCentre>,
    pub clock: Clock,
    /// No event gets an earlier instant, except where an administrator accepts the clock.
    pub newest: Moment,
    pub changes: Changes,
    /// Whether days are opened here: by a service, not by a command without one.
    pub opens_days: bool,
}

/// What a batch changed, for whoever keeps the committed state.
#[derive(Default)]
pub(super) struct Changes {
    pub events: Vec<Recorded>,
    pub registry: bool,
    pub clock_accepted: bool,
    pub days_ended: Vec<(NaiveDate, ChainHead)>,
}

/// A stored event, and the document if it is an adoption.
pub(super) struct Recorded {
    pub seq: Seq,
    pub at: Moment,
    pub event: Event,
    pub adopted: Option<Arc<Document>>,
}

impl Draft {
    pub fn new(loaded: Loaded, clock: Clock, opens_days: bool) -> Self {
        Self {
            centre: loaded.centre,
            registry: loaded.registry,
            document: loaded.document,
            next: loaded.next,
            clock,
            newest: loaded.head.at,
            changes: Changes::default(),
            opens_days,
        }
    }

    /// Takes what changed since the last time.
    pub fn take_changes(&mut self) -> Changes {
        mem::take(&mut self.changes)
    }

    /// The instant of the command in hand.
    pub fn stamp(&self) -> Moment {
        self.clock.now().0.max(self.newest)
    }

    /// Decides, stores and answers one command. The inner error leaves the savepoint empty; the
    /// outer one ends the batch.
    pub fn order(
        &mut self,
        entry: &mut Entry<'_>,
        order: Order,
    ) -> Result<Result<Reply, WriteError>, StoreError> {
        let span = CommandSpan::enter(&order);
        let answered = self.answer(entry, order, &span);
        span.close();
        answered
    }

    fn answer(
        &mut self,
        entry: &mut Entry<'_>,
        order: Order,
        span: &CommandSpan,
    ) -> Result<Result<Reply, WriteError>, StoreError> {
        if let Some(key) = &order.key
            && let Some(known) = entry.remembered(key.device, &key.key)?
        {
            let same = known.fingerprint == key.fingerprint;
            let reply = Reply {
                status: known.status,
                body: known.body,
            };
            return Ok(if same {
                Ok(reply)
            } else {
                Err(WriteError::KeyReused)
            });
        }
        let in_doubt = self.clock.now().1.in_doubt();
        let gives = matches!(
            order.command,
            Command::Issue { .. } | Command::HandIn { .. }
        );
        if in_doubt && gives {
            return Ok(Err(WriteError::ClockInDoubt));
        }
        let at = self.stamp();
        let device = device_of(order.actor);
        let replaced = Replaced::find(entry, device, order.replaces)?;
        let command = replaced.named_in(order.command);
        let decision = match decide(&self.centre, at, order.actor, &command) {
            Ok(decision) => decision,
            Err(refusal) => return Ok(Err(refusal.into())),
        };
        if let Some(number) = replaced::known_of_another_day(entry, &self.centre, &decision)? {
            return Ok(Err(Refusal::HandedInBefore { number }.into()));
        }
        let mut events = Vec::with_capacity(decision.events.len());
        for event in decision.events {
            events.push((
                self.record(entry, (at, device), event.clone(), None)?,
                event,
            ));
        }
        span.decided(&events);
        let reply = (order.reply)(&self.centre, at, &events);
        let Some(day) = self.centre.day.filter(|_| !events.is_empty()) else {
            return Ok(Ok(reply));
        };
        replaced.never_again(entry, device, day)?;
        for class in &decision.counted {
            entry.count_class(day, class)?;
        }
        if let Some(key) = order.key {
            let Reply { status, body } = reply.clone();
            let answer = Remembered {
                fingerprint: key.fingerprint,
                status,
                body,
            };
            entry.remember((key.device, &key.key), day, &answer)?;
        }
        Ok(Ok(reply))
    }

    /// Stores one event and makes it true of the draft.
    pub fn record(
        &mut self,
        entry: &mut Entry<'_>,
        (at, device): (Moment, Option<DeviceId>),
        event: Event,
        adopted: Option<Arc<Document>>,
    ) -> Result<Seq, StoreError> {
        let seq = entry.record(&mut self.centre, (at, device), &event, adopted.as_ref())?;
        if let Event::DayEnded { date } = event {
            self.changes.days_ended.push((date, entry.head()));
        }
        self.newest = at;
        self.changes.events.push(Recorded {
            seq,
            at,
            event,
            adopted,
        });
        Ok(seq)
    }
}

const fn device_of(actor: Actor) -> Option<DeviceId> {
    match actor {
        Actor::Kiosk(device) | Actor::Counter(device) | Actor::Manager(device) => Some(device),
        Actor::House => None,
    }
}
