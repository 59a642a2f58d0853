//! What the events alone say of each ticket, kept apart from the state that they make.

use super::Attempt;
use queue_core::{Event, Moment, TicketId};
use std::collections::HashMap;

#[derive(Debug, Clone, Copy)]
pub struct Facts {
    pub arrived_at: Moment,
    pub head_start_s: u32,
    pub restores: u8,
    pub ranked_from: Moment,
}

#[derive(Default)]
pub struct Ledger(HashMap<TicketId, Facts>);

impl Ledger {
    pub fn record(&mut self, attempt: &Attempt<'_>) {
        for (seq, event) in (attempt.seq.0..).zip(&attempt.decision.events) {
            match event {
                Event::TicketIssued { head_start_s, .. } => {
                    let facts = Facts {
                        arrived_at: attempt.now,
                        head_start_s: *head_start_s,
                        restores: 0,
                        ranked_from: attempt.now,
                    };
                    self.0.insert(TicketId(seq), facts);
                }
                Event::TicketHandedIn {
                    head_start_s,
                    arrived_at,
                    ..
                } => {
                    let facts = Facts {
                        arrived_at: *arrived_at,
                        head_start_s: *head_start_s,
                        restores: 0,
                        ranked_from: *arrived_at,
                    };
                    self.0.insert(TicketId(seq), facts);
                }
                Event::PriorityChanged {
                    ticket,
                    head_start_s,
                    ..
                } => {
                    self.edit(*ticket, |facts| facts.head_start_s = *head_start_s);
                }
                Event::TicketRestored { ticket, .. } => self.edit(*ticket, |facts| {
                    facts.restores += 1;
                    if facts.restores > 1 {
                        facts.ranked_from = attempt.now;
                    }
                }),
                _ => {}
            }
        }
    }

    fn edit(&mut self, id: TicketId, edit: impl FnOnce(&mut Facts)) {
        edit(self.0.get_mut(&id).expect("issued before"));
    }

    pub fn of(&self, id: TicketId) -> Facts {
        self.0[&id]
    }
}
