//! The thread that writes onto the kiosk's disk.

use super::inbox::Inbox;
use crate::ledger::Ledger;
use crate::view_model::{Centre, Effect, Message};
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// The way to the disk. Dropped, its thread writes what it was given and ends.
pub struct Keeping {
    to_keep: Sender<Effect>,
}

impl Keeping {
    /// Starts to write into `ledger`; first the centre of before is read. Answers go to `inbox`.
    ///
    /// # Errors
    /// If the thread cannot be started.
    pub fn start(ledger: Ledger, inbox: Inbox) -> io::Result<Self> {
        let (to_keep, orders) = channel();
        std::thread::Builder::new()
            .name("keeping".into())
            .spawn(move || {
                if let Some(catalogue) = ledger.catalogue() {
                    inbox.put(Message::OldCentre(Arc::new(Centre::new(catalogue))));
                }
                keep_all(ledger, &orders, &inbox);
            })?;
        Ok(Self { to_keep })
    }

    /// Writes down what is to be kept; anything else is not for here.
    pub fn perform(&self, effect: Effect) {
        if self.to_keep.send(effect).is_err() {
            tracing::error!("the disk's thread has ended");
        }
    }
}

fn keep_all(mut ledger: Ledger, orders: &Receiver<Effect>, inbox: &Inbox) {
    while let Ok(effect) = orders.recv() {
        let done = match effect {
            Effect::Keep(ticket) => {
                let done = ledger.keep(&ticket);
                inbox.put(Message::Kept {
                    key: ticket.key,
                    stored: done.is_ok(),
                });
                done
            }
            Effect::KeepGivenUp(ticket) => {
                let done = ledger.keep(&ticket);
                inbox.put(Message::GivenUpKept {
                    key: ticket.key,
                    stored: done.is_ok(),
                });
                done
            }
            Effect::KeepReprint { ticket, ended } => {
                let done = ledger.keep_reprint(&ticket, ended);
                if !ended {
                    inbox.put(Message::ReprintKept(ticket));
                }
                done
            }
            Effect::Remember(frame) => {
                let done = ledger.remember(&frame);
                inbox.put(Message::Remembered(done.is_ok()));
                done
            }
            Effect::KeepCentre(centre) => ledger.keep_catalogue(centre.0.catalogue()),
            other => {
                tracing::error!(?other, "not for the disk");
                Ok(())
            }
        };
        if let Err(error) = done {
            tracing::error!(%error, "the kiosk's disk takes nothing");
        }
    }
}
