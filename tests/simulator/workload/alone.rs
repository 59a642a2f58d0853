//! Kiosks that were by themselves: numbers of the offline letter, handed in late, some of them twice.

use super::{KIOSKS, Workload, is_waiting};
use queue_core::{
    Actor, Centre, Command, DeviceId, Language, Moment, Number, OfflineTicket, TicketId,
};

/// The first number of the centre's offline letter.
const OFFLINE: &str = "Q001";
/// Numbers from here on are the second kiosk's.
const BLOCK: u16 = 501;
/// Nobody hands in what was given longer ago.
const LONGEST_S: i64 = 1800;

impl Workload {
    /// `None` as long as nobody came today.
    pub(super) fn hand_in(&mut self, centre: &Centre) -> Option<(Actor, Command)> {
        let newest = centre
            .tickets
            .values()
            .map(|ticket| ticket.arrived_at)
            .max()?;
        let kiosk = self.random.usize(0..KIOSKS.len());
        let block = if kiosk == 0 { 1..BLOCK } else { BLOCK..1000 };
        let first: Number = OFFLINE.parse().ok()?;
        let given = centre.by_number.keys();
        let given = given.filter(|own| own.letter == first.letter);
        let newest_count = given
            .map(|own| own.count)
            .filter(|count| block.contains(count))
            .max();
        let count = match newest_count {
            Some(count) if self.random.u32(0..8) == 0 => count,
            Some(count) => count + 1,
            None => block.start,
        };
        let service = self.pick(&self.services.clone());
        let purpose = *self.rules.services[&service].purposes.iter().next()?;
        let ago_ms = self.random.i64(0..LONGEST_S) * 1000;
        let ticket = OfflineTicket {
            number: Number { count, ..first },
            service,
            purpose,
            procedure: None,
            language: Language::VI,
            priority: self.random.u32(0..5) == 0,
            arrived_at: Moment(newest.0 - ago_ms),
        };
        let replaces =
            (self.random.u32(0..3) == 0).then(|| self.own_waiting(centre, KIOSKS[kiosk]));
        let command = Command::HandIn {
            ticket,
            last_contact: Some(Moment(newest.0 - LONGEST_S * 1000).max(midnight(centre, newest))),
            replaces: replaces.flatten(),
        };
        Some((Actor::Kiosk(KIOSKS[kiosk]), command))
    }

    /// What an unanswered question of this kiosk may have made.
    fn own_waiting(&mut self, centre: &Centre, kiosk: DeviceId) -> Option<TicketId> {
        let own = centre.tickets.values();
        let own = own.filter(|ticket| ticket.issued_by == kiosk && is_waiting(ticket.state));
        let own: Vec<TicketId> = own.map(|ticket| ticket.id).collect();
        self.random.choice(own)
    }
}

/// The first moment of the day of `now`.
fn midnight(centre: &Centre, now: Moment) -> Moment {
    let local = centre.local(now);
    let since = local.0.time().signed_duration_since(chrono::NaiveTime::MIN);
    Moment(now.0 - since.num_milliseconds())
}
