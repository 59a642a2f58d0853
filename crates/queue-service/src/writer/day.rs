//! The turn of the day, and the adopted centres: what the service itself makes true.

use super::admin_order::{AdminAnswer, AdminRefusal};
use super::draft::Draft;
use crate::centre::{Document, losses};
use crate::journal::{Entry, NextCentre, StoreError};
use chrono::NaiveDate;
use queue_core::{Actor, Command, Event, decide};
use std::sync::Arc;

impl Draft {
    /// The date to turn to, if days are opened here.
    pub fn day_due(&self) -> Option<NaiveDate> {
        self.other_day().filter(|_| self.opens_days)
    }

    /// Today's date, if it is not the open day and the clock is believed.
    fn other_day(&self) -> Option<NaiveDate> {
        self.document.as_ref()?;
        let (now, health) = self.clock.now();
        let today = now.local(self.centre.catalogue.settings.offset).date();
        (health.agrees() && self.centre.day != Some(today)).then_some(today)
    }

    /// Ends the open day and begins `date`. A date that was open before is not opened again, as its
    /// numbers are given: after a clock that was wrong for days, and accepted, the day that is open
    /// goes on until a date comes that was never used.
    pub fn turn_day(&mut self, entry: &mut Entry<'_>, date: NaiveDate) -> Result<(), StoreError> {
        if entry.day_was_opened(date)? {
            return Ok(());
        }
        let at = self.stamp();
        if let Some(open) = self.centre.day.filter(|open| *open > date) {
            self.record(entry, (at, None), Event::DayEnded { date: open }, None)?;
        }
        let turn = decide(&self.centre, at, Actor::House, &Command::TurnDay { date });
        let turn = turn.map_err(|refusal| StoreError::NotStored(refusal.into()))?;
        for event in turn.events {
            self.record(entry, (at, None), event, None)?;
        }
        entry.forget_answers(date)?;
        entry.forget_old_pin_locks(at)?;
        self.registry.locks.retain(|_, lock| lock.counts_at(at));
        self.changes.registry = true;
        match self.next.take_if(|next| next.from <= date) {
            Some(next) => self.adopt(entry, next.document),
            None => Ok(()),
        }
    }

    /// Adopts a centre at once, or from tomorrow on.
    pub fn adopt_centre(
        &mut self,
        entry: &mut Entry<'_>,
        document: &str,
        from_tomorrow: bool,
    ) -> Result<Result<AdminAnswer, AdminRefusal>, StoreError> {
        let document = match Document::from_stored(document) {
            Ok(document) => Arc::new(document),
            Err(errors) => {
                let cause = errors.first().map(ToString::to_string).unwrap_or_default();
                return Ok(Err(AdminRefusal::BadCentre { cause }));
            }
        };
        let digest = document.digest().to_owned();
        // A service may have been down at midnight; what yesterday left open does not count.
        if self.centre.day.is_some()
            && let Some(today) = self.other_day()
        {
            self.turn_day(entry, today)?;
        }
        let from = match (from_tomorrow, self.centre.day) {
            (false, None) => None,
            (false, Some(today)) => {
                let lost = losses(&self.centre, &document.rules(), today);
                if !lost.is_empty() {
                    let conflicts = lost.iter().map(ToString::to_string).collect();
                    return Ok(Err(AdminRefusal::InUse { conflicts }));
                }
                None
            }
            (true, None) => return Ok(Err(AdminRefusal::NoDayYet)),
            (true, Some(today)) => today.succ_opt(),
        };
        match from {
            None => self.adopt(entry, document)?,
            Some(from) => {
                entry.store_document(&document, self.stamp())?;
                let next = NextCentre { from, document };
                entry.set_next_centre(Some(&next))?;
                self.next = Some(next);
            }
        }
        Ok(Ok(AdminAnswer::Adopted { digest, from }))
    }

    fn adopt(&mut self, entry: &mut Entry<'_>, document: Arc<Document>) -> Result<(), StoreError> {
        let at = self.stamp();
        entry.store_document(&document, at)?;
        entry.set_next_centre(None)?;
        self.next = None;
        let adopted = Event::CentreAdopted {
            digest: document.digest().into(),
        };
        self.record(entry, (at, None), adopted, Some(Arc::clone(&document)))?;
        self.document = Some(document);
        Ok(())
    }
}
