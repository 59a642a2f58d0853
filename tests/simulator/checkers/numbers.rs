//! Never two tickets with one number a day, and no number left out.

use anyhow::{Result, ensure};
use queue_core::{Event, Letter, Number};
use std::collections::{BTreeMap, BTreeSet};

/// The numbers of the day.
#[derive(Default)]
pub struct Numbers {
    given: BTreeSet<Number>,
    last: BTreeMap<Letter, u16>,
}

impl Numbers {
    pub fn see(&mut self, event: &Event) -> Result<()> {
        match event {
            Event::DayOpened { .. } => *self = Self::default(),
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
