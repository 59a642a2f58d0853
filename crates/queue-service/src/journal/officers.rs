//! Officers and their wrong PINs.

use super::devices::unknown_word;
use super::{Entry, Officer, PinLock, Registry, StoreError};
use queue_core::{DeviceId, Moment, OfficerNo};
use queue_protocol::Permission;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// Every officer and every lock, into `registry`.
pub(super) fn load(db: &Connection, registry: &mut Registry) -> rusqlite::Result<()> {
    let mut select =
        db.prepare("SELECT number, name, pin_hash, may, disabled_at IS NOT NULL FROM officer")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let number = OfficerNo(row.get(0)?);
        let officer = Officer {
            number,
            name: row.get(1)?,
            pin_hash: row.get(2)?,
            may: permissions(&row.get::<_, String>(3)?)?,
            disabled: row.get(4)?,
        };
        registry.officers.insert(number, officer);
    }
    let mut select = db.prepare("SELECT device, officer, wrong, newest, until FROM pin_lock")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let pair = (DeviceId(row.get(0)?), OfficerNo(row.get(1)?));
        let until = row.get::<_, Option<i64>>(4)?.map(Moment);
        let lock = PinLock {
            wrong: row.get(2)?,
            newest: Moment(row.get(3)?),
            until,
        };
        registry.locks.insert(pair, lock);
    }
    Ok(())
}

/// Permissions as they are stored: their words, in order, with a blank between.
fn permissions(words: &str) -> rusqlite::Result<BTreeSet<Permission>> {
    let read = |word| Permission::from_word(word).ok_or_else(|| unknown_word(3, word));
    words.split_ascii_whitespace().map(read).collect()
}

impl Entry<'_> {
    /// Stores a new officer.
    ///
    /// # Errors
    /// [`StoreError::NotStored`].
    pub fn add_officer(&self, officer: &Officer, at: Moment) -> Result<(), StoreError> {
        let words: Vec<&str> = officer.may.iter().map(|word| word.as_str()).collect();
        self.db.execute(
            "INSERT INTO officer (number, name, pin_hash, may, added_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            (officer.number.0, &officer.name, &officer.pin_hash, words.join(" "), at.0),
        )?;
        Ok(())
    }

    /// Stores an officer's new PIN.
    ///
    /// # Errors
    /// [`StoreError::NotStored`].
    pub fn set_pin(&self, officer: OfficerNo, pin_hash: &str) -> Result<(), StoreError> {
        let set = "UPDATE officer SET pin_hash = ?2 WHERE number = ?1";
        self.db.execute(set, (officer.0, pin_hash))?;
        self.db
            .execute("DELETE FROM pin_lock WHERE officer = ?1", [officer.0])?;
        Ok(())
    }

    /// Marks an officer as disabled.
    ///
    /// # Errors
    /// [`StoreError::NotStored`].
    pub fn disable_officer(&self, officer: OfficerNo, at: Moment) -> Result<(), StoreError> {
        let disable =
            "UPDATE officer SET disabled_at = coalesce(disabled_at, ?2) WHERE number = ?1";
        self.db.execute(disable, (officer.0, at.0))?;
        Ok(())
    }

    /// Deletes an officer's name, and the PIN with it.
    ///
    /// # Errors
    /// [`StoreError::NotStored`].
    pub fn forget_officer(&self, officer: OfficerNo) -> Result<(), StoreError> {
        let forget = "UPDATE officer SET name = NULL, pin_hash = '' WHERE number = ?1";
        self.db.execute(forget, [officer.0])?;
        Ok(())
    }

    /// Stores the wrong PINs of a pair.
    ///
    /// # Errors
    /// [`StoreError::NotStored`].
    pub fn set_pin_lock(
        &self,
        (device, officer): (DeviceId, OfficerNo),
        lock: &PinLock,
    ) -> Result<(), StoreError> {
        let until = lock.until.map(|until| until.0);
        self.db.execute(
            "INSERT OR REPLACE INTO pin_lock (device, officer, wrong, newest, until) \
             VALUES (?1, ?2, ?3, ?4, ?5)",
            (device.0, officer.0, lock.wrong, lock.newest.0, until),
        )?;
        Ok(())
    }

    /// Forgets the wrong PINs of a pair.
    ///
    /// # Errors
    /// [`StoreError::NotStored`].
    pub fn clear_pin_lock(&self, device: DeviceId, officer: OfficerNo) -> Result<(), StoreError> {
        let clear = "DELETE FROM pin_lock WHERE device = ?1 AND officer = ?2";
        self.db.execute(clear, (device.0, officer.0))?;
        Ok(())
    }

    /// Forgets the wrong PINs that count no longer at `now`.
    ///
    /// # Errors
    /// [`StoreError::NotStored`].
    pub fn forget_old_pin_locks(&self, now: Moment) -> Result<(), StoreError> {
        let oldest = now.plus_s(-PinLock::LASTS_S);
        self.db
            .execute("DELETE FROM pin_lock WHERE newest <= ?1", [oldest.0])?;
        Ok(())
    }
}
