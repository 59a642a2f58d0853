//! Never two tickets with one number a day, and no number left out.

use anyhow::{Result, ensure};
use chrono::NaiveDate;
use queue_core::{Event, Letter, Number};
use std::collections::{BTreeMap, BTreeSet};

/// The numbers of the day.
#[derive(Default)]
pub struct Numbers {
    day: Option<NaiveDate>,
    given: BTreeSet<Number>,
    last: BTreeMap<Letter, u16>,
}

impl Numbers {
    pub fn see(&mut self, event: &Event) -> Result<()> {
        match event {
            Event::DayOpened { date } => {
                *self = Self {
                    day: Some(*date),
                    ..Self::default()
                };
            }
            // A kiosk gave it; another day's is none of this day's.
            Event::TicketHandedIn { number, date, .. } => {
                let is_new = Some(*date) != self.day || self.given.insert(*number);
                ensure!(is_new, "{number} was given already today");
            }
            Event::TicketIssued { number, .. } => {
                ensure!(
                    self.given.insert(*number),
                    "{number} was given already today"
                );
                let last = self.last.entry(number.letter).or_default();
                ensure!(number.count == *last + 1, "{number} follows {last}");
                *last = number.count;
            }
            _ => {}
        }
        Ok(())
    }
}
