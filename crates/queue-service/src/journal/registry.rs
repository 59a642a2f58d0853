//! Devices and officers as the rest of the service sees them: plain data, no SQL.

use queue_core::{DeviceId, Moment, OfficerNo};
use queue_protocol::{Permission, Role};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;

/// The SHA-256 of a device's token.
pub type TokenDigest = [u8; 32];

/// A device that may speak to the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Its id.
    pub id: DeviceId,
    /// What staff call it.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// The zone a board shows; all zones when absent.
    pub zone: Option<String>,
    /// The counter a counter's device stands at, or whose sign a board is.
    pub counter: Option<u16>,
    /// The layout a board uses.
    pub screen: Option<String>,
    /// Its token is no longer accepted.
    pub revoked: bool,
    /// When this board was chosen to speak, if it ever was.
    pub speaks_since: Option<Moment>,
}

/// Someone who may open a counter.
#[derive(Clone, PartialEq, Eq)]
pub struct Officer {
    /// The short number to sign in with.
    pub number: OfficerNo,
    /// The name, until it is deleted.
    pub name: Option<String>,
    /// The PIN's argon2 hash in PHC form.
    pub pin_hash: String,
    /// What goes beyond the everyday.
    pub may: BTreeSet<Permission>,
    /// May no longer sign in.
    pub disabled: bool,
}

/// Neither the name nor the hash: a log line may show an officer.
impl fmt::Debug for Officer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Officer")
            .field("number", &self.number)
            .field("may", &self.may)
            .field("disabled", &self.disabled)
            .finish_non_exhaustive()
    }
}

/// Wrong PINs of one officer at one device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PinLock {
    /// Wrong PINs in a row.
    pub wrong: u32,
    /// When the newest was entered.
    pub newest: Moment,
    /// Until when no PIN is tried at all.
    pub until: Option<Moment>,
}

impl PinLock {
    /// Wrong PINs in a row that lock the pair.
    pub const LIMIT: u32 = 5;
    /// How long the lock lasts, and how long a wrong PIN counts, in seconds.
    pub const LASTS_S: i64 = 15 * 60;

    /// One more wrong PIN at `now`, after `before`.
    #[must_use]
    pub fn after_wrong(before: Option<&Self>, now: Moment) -> Self {
        let recent = before.filter(|lock| lock.counts_at(now));
        let wrong = recent.map_or(0, |lock| lock.wrong).saturating_add(1);
        let until = (wrong >= Self::LIMIT).then(|| now.plus_s(Self::LASTS_S));
        Self {
            wrong,
            newest: now,
            until,
        }
    }

    /// Whether the wrong PINs still count at `now`.
    #[must_use]
    pub fn counts_at(&self, now: Moment) -> bool {
        now.since_s(self.newest) < Self::LASTS_S
    }
}

/// Every device, officer and PIN lock.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Registry {
    /// Every device ever added, by id.
    pub devices: BTreeMap<DeviceId, Device>,
    /// Which device a token belongs to.
    pub by_token: HashMap<TokenDigest, DeviceId>,
    /// Every officer, by number.
    pub officers: BTreeMap<OfficerNo, Officer>,
    /// Wrong PINs, by device and officer (numbers nobody has are counted alike).
    pub locks: HashMap<(DeviceId, OfficerNo), PinLock>,
}

impl Registry {
    /// The device of this token, unless it was revoked.
    #[must_use]
    pub fn device_of_token(&self, token: &TokenDigest) -> Option<&Device> {
        let id = self.by_token.get(token)?;
        self.devices.get(id).filter(|device| !device.revoked)
    }

    /// Until when no PIN of `officer` is tried at `device`, if it is locked at `now`.
    #[must_use]
    pub fn locked_until(
        &self,
        device: DeviceId,
        officer: OfficerNo,
        now: Moment,
    ) -> Option<Moment> {
        self.locks
            .get(&(device, officer))?
            .until
            .filter(|until| now < *until)
    }
}
