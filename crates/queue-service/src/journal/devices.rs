//! The registered devices.

use super::{Device, Entry, Registry, StoreError, TokenDigest};
use queue_core::{DeviceId, Moment};
use queue_protocol::Role;
use rusqlite::Connection;
use rusqlite::types::Type;

/// Every device, into a fresh registry.
pub(super) fn load(db: &Connection) -> rusqlite::Result<Registry> {
    let mut registry = Registry::default();
    // A file that is only read may still be of the first schema.
    let columns = "SELECT count(*) FROM pragma_table_info('device') WHERE name = 'speaks_since'";
    let known: bool = db.query_row(columns, [], |row| row.get(0))?;
    let speaks_since = if known { "speaks_since" } else { "NULL" };
    let mut select = db.prepare(&format!(
        "SELECT id, name, role, zone, counter, screen, revoked_at IS NOT NULL, token, {speaks_since} FROM device",
    ))?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let word: String = row.get(2)?;
        let role = Role::from_word(&word).ok_or_else(|| unknown_word(2, &word))?;
        let device = Device {
            id: DeviceId(row.get(0)?),
            name: row.get(1)?,
            role,
            zone: row.get(3)?,
            counter: row.get(4)?,
            screen: row.get(5)?,
            revoked: row.get(6)?,
            speaks_since: row.get::<_, Option<i64>>(8)?.map(Moment),
        };
        registry.by_token.insert(row.get(7)?, device.id);
        registry.devices.insert(device.id, device);
    }
    Ok(registry)
}

/// A stored word of a vocabulary that this program does not have.
pub(super) fn unknown_word(column: usize, word: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(
        column,
        Type::Text,
        format!("unknown word {word:?}").into(),
    )
}

impl Entry<'_> {
    /// Stores a new device; its id is not looked at.
    ///
    /// # Errors
    /// [`StoreError::NotStored`].
    pub fn add_device(
        &self,
        device: &Device,
        token: &TokenDigest,
        at: Moment,
    ) -> Result<DeviceId, StoreError> {
        let Device {
            name,
            role,
            zone,
            counter,
            screen,
            ..
        } = device;
        let id = self.db.query_row(
            "INSERT INTO device (name, role, zone, counter, screen, token, added_at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING id",
            (name, role.as_str(), zone, counter, screen, token, at.0),
            |row| row.get(0),
        )?;
        Ok(DeviceId(id))
    }

    /// Notes that this board speaks from now on.
    ///
    /// # Errors
    /// [`StoreError::NotStored`].
    pub fn let_speak(&self, device: DeviceId, at: Moment) -> Result<(), StoreError> {
        let choose = "UPDATE device SET speaks_since = ?2 WHERE id = ?1";
        self.db.execute(choose, (device.0, at.0))?;
        Ok(())
    }

    /// Marks a device as revoked.
    ///
    /// # Errors
    /// [`StoreError::NotStored`].
    pub fn revoke_device(&self, device: DeviceId, at: Moment) -> Result<(), StoreError> {
        let revoke = "UPDATE device SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL";
        self.db.execute(revoke, (device.0, at.0))?;
        Ok(())
    }
}
