//! Who is connected, how boards do, and what they showed and spoke. In memory only: after a restart the devices
//! connect and tell again, and a call nobody has confirmed yet reads as unconfirmed.

use queue_core::{CallId, DeviceId};
use queue_protocol::BoardState;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;

/// What became of one call on the boards.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Receipt {
    /// The boards that showed it.
    pub shown: BTreeSet<DeviceId>,
    /// The boards that spoke it.
    pub spoken: BTreeSet<DeviceId>,
}

/// What a board says of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// It stands on the screen.
    Shown,
    /// The voice has spoken it.
    Spoken,
}

#[derive(Debug, Default)]
struct Known {
    streams: BTreeMap<DeviceId, usize>,
    receipts: BTreeMap<CallId, Receipt>,
    boards: BTreeMap<DeviceId, BoardState>,
}

/// The devices with a view's stream open, the newest word of each board, and the receipts of the newest calls.
#[derive(Debug, Clone, Default)]
pub struct Presence {
    known: Arc<Mutex<Known>>,
    changed: watch::Sender<u64>,
}

/// Receipts of this many of the newest calls are kept: more than any board lists.
const RECEIPTS_KEPT: usize = 400;

impl Presence {
    /// Counts `device` as connected until the guard is dropped.
    pub fn arrive(&self, device: DeviceId) -> Connected {
        *self.known().streams.entry(device).or_default() += 1;
        self.tell();
        Connected {
            presence: self.clone(),
            device,
        }
    }

    /// Takes a board's whole state.
    pub fn tell_board(&self, board: DeviceId, state: BoardState) {
        let before = self.known().boards.insert(board, state.clone());
        if before != Some(state) {
            self.tell();
        }
    }

    /// The newest word of `board`.
    pub fn board_state(&self, board: DeviceId) -> BoardState {
        let known = self.known();
        known.boards.get(&board).cloned().unwrap_or_default()
    }

    /// Notes what `board` says of `call`; whether that is news.
    pub fn receive(&self, call: CallId, board: DeviceId, seen: Seen) -> bool {
        let mut known = self.known();
        let receipt = known.receipts.entry(call).or_default();
        let news = match seen {
            Seen::Shown => receipt.shown.insert(board),
            Seen::Spoken => receipt.spoken.insert(board),
        };
        while known.receipts.len() > RECEIPTS_KEPT {
            known.receipts.pop_first();
        }
        drop(known);
        if news {
            self.tell();
        }
        news
    }

    /// Whether a stream of `device` is open.
    pub fn is_connected(&self, device: DeviceId) -> bool {
        self.known().streams.contains_key(&device)
    }

    /// What became of `call`.
    pub fn receipt(&self, call: CallId) -> Receipt {
        self.known()
            .receipts
            .get(&call)
            .cloned()
            .unwrap_or_default()
    }

    /// Whether a voice has spoken `call`.
    pub fn was_spoken(&self, call: CallId) -> bool {
        let known = self.known();
        known
            .receipts
            .get(&call)
            .is_some_and(|receipt| !receipt.spoken.is_empty())
    }

    /// Wakes whenever something here changes.
    pub fn watch(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self) {
        self.changed
            .send_modify(|count| *count = count.wrapping_add(1));
    }
}

/// A device's open stream.
#[derive(Debug)]
pub struct Connected {
    presence: Presence,
    device: DeviceId,
}

impl Drop for Connected {
    fn drop(&mut self) {
        let mut known = self.presence.known();
        if let Some(count) = known.streams.get_mut(&self.device) {
            *count -= 1;
            if *count == 0 {
                known.streams.remove(&self.device);
            }
        }
        drop(known);
        self.presence.tell();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_there_while_any_of_its_streams_is() {
        let presence = Presence::default();
        let device = DeviceId(3);
        let first = presence.arrive(device);
        let second = presence.arrive(device);
        drop(first);
        assert!(presence.is_connected(device));
        drop(second);
        assert!(!presence.is_connected(device));
    }

    #[test]
    fn a_receipt_counts_each_board_once_and_only_news_wakes() {
        let presence = Presence::default();
        let mut watch = presence.watch();
        presence.receive(CallId(7), DeviceId(1), Seen::Shown);
        assert!(watch.has_changed().unwrap());
        watch.mark_unchanged();
        presence.receive(CallId(7), DeviceId(1), Seen::Shown);
        assert!(!watch.has_changed().unwrap());
        presence.receive(CallId(7), DeviceId(2), Seen::Shown);
        presence.receive(CallId(7), DeviceId(2), Seen::Spoken);
        let receipt = presence.receipt(CallId(7));
        assert_eq!(receipt.shown, [DeviceId(1), DeviceId(2)].into());
        assert_eq!(receipt.spoken, [DeviceId(2)].into());
        assert!(presence.was_spoken(CallId(7)));
        assert_eq!(presence.receipt(CallId(8)), Receipt::default());
    }

    #[test]
    fn only_the_newest_receipts_are_kept() {
        let presence = Presence::default();
        for call in 0..=RECEIPTS_KEPT as u64 {
            presence.receive(CallId(call), DeviceId(1), Seen::Spoken);
        }
        assert!(!presence.was_spoken(CallId(0)));
        assert!(presence.was_spoken(CallId(1)));
    }
}
