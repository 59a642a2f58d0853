//! The numbers that this kiosk gave by itself, and which one is next.

use super::ticket::{HandedIn, OfflineTicket};
use chrono::{DateTime, FixedOffset, TimeDelta};
use queue_protocol::views::Lease;

/// All numbers of today and those that are not settled yet, oldest first.
#[derive(Default)]
pub(in super::super) struct Book {
    /// There is a disk to write on; without one nothing is given.
    pub usable: bool,
    /// It did not take what was last to be written.
    pub fails: bool,
    /// Numbers that may have been given, or half written: they are not given again.
    pub left_out: u16,
    pub tickets: Vec<OfflineTicket>,
    /// On its way to the disk.
    pub giving: Option<OfflineTicket>,
}

impl Book {
    /// The next number of `lease`, if it has one left.
    pub fn next(&self, lease: &Lease) -> Option<String> {
        let day = lease.valid_until - TimeDelta::days(1)..lease.valid_until;
        let own = self.tickets.iter().chain(&self.giving);
        let counts = own
            .filter(|ticket| day.contains(&ticket.arrived_at()))
            .filter_map(|ticket| ticket.count(&lease.letter))
            .filter(|count| *count <= lease.last);
        let after = counts.max().map_or(0, |count| count.saturating_add(1));
        let next = lease.next.max(after).saturating_add(self.left_out);
        (self.usable && next <= lease.last).then(|| format!("{}{next:03}", lease.letter))
    }

    /// Whether `lease` is of today and not used up.
    pub fn can_give(&self, lease: &Lease, time: DateTime<FixedOffset>) -> bool {
        time < lease.valid_until && self.next(lease).is_some()
    }

    /// Those that the service does not know yet.
    pub fn pending(&self) -> impl Iterator<Item = &OfflineTicket> {
        let own = self.tickets.iter();
        own.filter(|ticket| ticket.handed_in.is_none())
            .chain(&self.giving)
    }

    /// Those that it will never take.
    pub fn refused(&self) -> impl Iterator<Item = &OfflineTicket> {
        let own = self.tickets.iter();
        own.filter(|ticket| matches!(ticket.handed_in, Some(HandedIn::Refused(_))))
    }

    /// Whether there are any that it does not know yet.
    pub fn has_pending(&self) -> bool {
        self.pending().next().is_some()
    }

    pub fn by_key(&mut self, key: &str) -> Option<&mut OfflineTicket> {
        self.tickets.iter_mut().find(|ticket| ticket.key == key)
    }

    pub fn by_job(&mut self, job: u64) -> Option<&mut OfflineTicket> {
        self.tickets
            .iter_mut()
            .find(|ticket| ticket.job == Some(job))
    }
}
