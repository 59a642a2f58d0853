//! The lines of the ledger.

use crate::view_model::{Kept, OfflineTicket, TicketKey};
use chrono::{DateTime, Utc};
use queue_protocol::{Frame, KioskView};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::io;

/// One line.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Line {
    /// What the service said, and what this machine's clock said then.
    Heard {
        clock: DateTime<Utc>,
        frame: Box<Frame<KioskView>>,
    },
    /// A number as it stands now.
    Ticket(OfflineTicket),
    /// A reprint began, or its report was answered.
    Reprint { ticket: TicketKey, ended: bool },
    /// So many lines before this one could not be read.
    LeftOut(u16),
}

impl Line {
    /// As it stands in the file, with its end.
    pub fn text(&self) -> io::Result<Vec<u8>> {
        let mut text = serde_json::to_vec(self)?;
        text.push(b'\n');
        Ok(text)
    }
}

/// A whole file, read.
#[derive(Default)]
pub(super) struct Read {
    heard: Option<(DateTime<Utc>, Box<Frame<KioskView>>)>,
    tickets: Vec<OfflineTicket>,
    reprints: HashSet<TicketKey>,
    /// Lines after the last new number that may have been numbers.
    left_out: u16,
    /// Lines that are damaged.
    pub unreadable: Vec<Vec<u8>>,
    /// How many bytes are whole lines.
    pub whole: u64,
}

impl Read {
    /// Takes every whole line of `bytes`. The last one counts; what follows the last end was never finished.
    pub fn of(bytes: &[u8]) -> Self {
        let ends = bytes.iter().rposition(|byte| *byte == b'\n');
        let whole = &bytes[..ends.map_or(0, |end| end + 1)];
        let mut read = Self {
            whole: whole.len() as u64,
            ..Self::default()
        };
        for line in whole.split(|byte| *byte == b'\n') {
            match serde_json::from_slice(line) {
                _ if line.is_empty() => {}
                Ok(Line::Heard { clock, frame }) => read.heard = Some((clock, frame)),
                Ok(Line::Ticket(ticket)) => read.put(ticket),
                Ok(Line::Reprint {
                    ticket,
                    ended: false,
                }) => drop(read.reprints.insert(ticket)),
                Ok(Line::Reprint { ticket, .. }) => drop(read.reprints.remove(&ticket)),
                Ok(Line::LeftOut(lines)) => read.left_out = read.left_out.saturating_add(lines),
                Err(_) => {
                    read.left_out = read.left_out.saturating_add(1);
                    read.unreadable.push(line.to_vec());
                }
            }
        }
        read.drop_settled();
        read
    }

    fn put(&mut self, ticket: OfflineTicket) {
        match self.tickets.iter_mut().find(|own| own.key == ticket.key) {
            Some(own) => *own = ticket,
            None => {
                self.tickets.push(ticket);
                self.left_out = 0;
            }
        }
    }

    /// A number of today is remembered until midnight, so that it is not given again.
    fn drop_settled(&mut self) {
        let heard = self.heard.iter().map(|(_, frame)| frame.at);
        let times = heard.chain(self.tickets.iter().map(OfflineTicket::arrived_at));
        let newest = times.max().map(|time| time.date_naive());
        self.tickets.retain(|ticket| {
            !ticket.is_settled() || Some(ticket.arrived_at().date_naive()) == newest
        });
    }

    /// The lines that say all this.
    pub fn kept(&self) -> io::Result<Vec<u8>> {
        let heard = self.heard.iter().map(|(clock, frame)| Line::Heard {
            clock: *clock,
            frame: frame.clone(),
        });
        let tickets = self.tickets.iter().cloned().map(Line::Ticket);
        let reprints = self.reprints.iter().map(|ticket| Line::Reprint {
            ticket: ticket.clone(),
            ended: false,
        });
        let left_out = (self.left_out > 0).then_some(Line::LeftOut(self.left_out));
        let lines = heard.chain(tickets).chain(reprints).chain(left_out);
        let texts: io::Result<Vec<Vec<u8>>> = lines.map(|line| line.text()).collect();
        Ok(texts?.concat())
    }

    /// What the kiosk is to know at `now` by this machine's clock.
    pub fn into_kept(self, now: DateTime<Utc>) -> Kept {
        let frame = self.heard.and_then(|(clock, mut frame)| {
            let gone = now - clock;
            if gone < chrono::TimeDelta::zero() {
                tracing::error!(%clock, "this machine's clock went back: the lease cannot be used");
                return None;
            }
            frame.at += gone;
            Some(*frame)
        });
        Kept {
            frame,
            tickets: self.tickets,
            unreadable: self.left_out,
            reprints: self.reprints,
        }
    }
}
