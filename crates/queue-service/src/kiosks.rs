//! How each kiosk does, by its own word. In memory only: after a restart each kiosk says it anew.

use queue_core::{DeviceId, Moment};
use queue_protocol::KioskState;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;

/// What is known of one kiosk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownKiosk {
    /// Its newest word.
    pub state: KioskState,
    /// Since when it calls for staff.
    pub calls_since: Option<Moment>,
    /// Whether somebody is on the way.
    pub staff_coming: bool,
}

/// When a kiosk was heard: now and then, and last before its present connection.
#[derive(Debug, Clone, Copy, Default)]
struct Heard {
    newest: Option<Moment>,
    before: Option<Moment>,
}

#[derive(Debug, Default)]
struct Known {
    kiosks: BTreeMap<DeviceId, KnownKiosk>,
    heard: BTreeMap<DeviceId, Heard>,
}

/// The newest word of every kiosk.
#[derive(Debug, Clone, Default)]
pub struct Kiosks {
    known: Arc<Mutex<Known>>,
    changed: watch::Sender<u64>,
}

impl Kiosks {
    /// Takes a kiosk's whole state, said at `now`.
    pub fn tell(&self, kiosk: DeviceId, state: KioskState, now: Moment) {
        let mut known = self.known();
        known.heard.entry(kiosk).or_default().newest = Some(now);
        let entry = known.kiosks.entry(kiosk).or_default();
        let before = entry.clone();
        if state.calls_staff {
            entry.calls_since.get_or_insert(now);
        } else {
            entry.calls_since = None;
            entry.staff_coming = false;
        }
        entry.state = state;
        let news = *entry != before;
        drop(known);
        if news {
            self.wake();
        }
    }

    /// Somebody is on the way to a kiosk that calls for staff; nothing changes at any other.
    pub fn staff_coming(&self, kiosk: DeviceId) {
        let mut known = self.known();
        let calling = known
            .kiosks
            .get_mut(&kiosk)
            .filter(|known| known.calls_since.is_some() && !known.staff_coming);
        let news = calling.map(|known| known.staff_coming = true).is_some();
        drop(known);
        if news {
            self.wake();
        }
    }

    /// What is known of `kiosk`.
    #[must_use]
    pub fn of(&self, kiosk: DeviceId) -> KnownKiosk {
        self.known().kiosks.get(&kiosk).cloned().unwrap_or_default()
    }

    /// A new connection of `kiosk` begins: what was heard of it belongs to the one before.
    pub fn connects(&self, kiosk: DeviceId) {
        let mut known = self.known();
        let heard = known.heard.entry(kiosk).or_default();
        heard.before = heard.newest.or(heard.before);
    }

    /// When `kiosk` was last heard before its present connection; `None` if nobody remembers.
    #[must_use]
    pub fn last_contact(&self, kiosk: DeviceId) -> Option<Moment> {
        self.known().heard.get(&kiosk)?.before
    }

    /// Wakes whenever something that is shown changes.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wake(&self) {
        self.changed
            .send_modify(|count| *count = count.wrapping_add(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIOSK: DeviceId = DeviceId(3);

    fn calling() -> KioskState {
        KioskState {
            calls_staff: true,
            ..KioskState::default()
        }
    }

    #[test]
    fn a_call_for_staff_stands_since_it_began_until_the_kiosk_takes_it_back() {
        let kiosks = Kiosks::default();
        let mut watch = kiosks.watch();
        kiosks.tell(KIOSK, calling(), Moment(1000));
        assert!(watch.has_changed().unwrap());
        watch.mark_unchanged();
        kiosks.tell(KIOSK, calling(), Moment(9000));
        assert!(!watch.has_changed().unwrap(), "only news wakes");
        assert_eq!(kiosks.of(KIOSK).calls_since, Some(Moment(1000)));
        kiosks.staff_coming(KIOSK);
        assert!(kiosks.of(KIOSK).staff_coming);
        kiosks.tell(KIOSK, KioskState::default(), Moment(9500));
        let after = kiosks.of(KIOSK);
        assert_eq!((after.calls_since, after.staff_coming), (None, false));
    }

    #[test]
    fn the_last_contact_is_the_one_before_the_present_connection() {
        let kiosks = Kiosks::default();
        kiosks.connects(KIOSK);
        kiosks.tell(KIOSK, KioskState::default(), Moment(1000));
        kiosks.tell(KIOSK, KioskState::default(), Moment(2000));
        assert_eq!(kiosks.last_contact(KIOSK), None);
        kiosks.connects(KIOSK);
        assert_eq!(kiosks.last_contact(KIOSK), Some(Moment(2000)));
        kiosks.connects(KIOSK);
        assert_eq!(kiosks.last_contact(KIOSK), Some(Moment(2000)));
    }

    #[test]
    fn nobody_comes_where_nobody_calls() {
        let kiosks = Kiosks::default();
        kiosks.staff_coming(KIOSK);
        kiosks.tell(KIOSK, KioskState::default(), Moment(1000));
        kiosks.staff_coming(KIOSK);
        assert!(!kiosks.of(KIOSK).staff_coming);
    }
}
