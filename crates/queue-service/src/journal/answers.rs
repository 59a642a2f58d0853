//! Answers kept under their keys, so that a repeated command gets what it got before.

use super::{Entry, StoreError};
use chrono::NaiveDate;
use queue_core::DeviceId;
use rusqlite::OptionalExtension as _;

/// An answer that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// SHA-256 of the command it answered.
    pub fingerprint: [u8; 32],
    /// The HTTP status.
    pub status: u16,
    /// The JSON body.
    pub body: String,
}

impl Entry<'_> {
    /// The answer given to `device` under `key`, if any.
    ///
    /// # Errors
    /// [`StoreError::NotStored`].
    pub fn remembered(
        &self,
        device: DeviceId,
        key: &str,
    ) -> Result<Option<Remembered>, StoreError> {
        let mut select = self.db.prepare_cached(
            "SELECT fingerprint, status, body FROM answer WHERE device = ?1 AND key = ?2",
        )?;
        let answer = select.query_row((device.0, key), |row| {
            Ok(Remembered {
                fingerprint: row.get(0)?,
                status: row.get(1)?,
                body: row.get(2)?,
            })
        });
        Ok(answer.optional()?)
    }

    /// Keeps an answer given on `day`.
    ///
    /// # Errors
    /// [`StoreError::NotStored`].
    pub fn remember(
        &self,
        (device, key): (DeviceId, &str),
        day: NaiveDate,
        answer: &Remembered,
    ) -> Result<(), StoreError> {
        let mut insert = self.db.prepare_cached(
            "INSERT INTO answer (device, key, day, fingerprint, status, body) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        let Remembered {
            fingerprint,
            status,
            body,
        } = answer;
        insert.execute((device.0, key, day.to_string(), fingerprint, status, body))?;
        Ok(())
    }

    /// Forgets the answers whose next day has ended when `today` begins.
    ///
    /// # Errors
    /// [`StoreError::NotStored`].
    pub fn forget_answers(&self, today: NaiveDate) -> Result<(), StoreError> {
        let yesterday = today.pred_opt().unwrap_or(today);
        self.db
            .execute("DELETE FROM answer WHERE day < ?1", [yesterday.to_string()])?;
        Ok(())
    }
}
