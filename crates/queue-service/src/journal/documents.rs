//! The adopted centres: each document once, under its digest.

use super::{Entry, OpenError, StoreError};
use crate::centre::Document;
use chrono::NaiveDate;
use queue_core::Moment;
use rusqlite::{Connection, OptionalExtension as _};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// A centre adopted from a coming day on.
#[derive(Debug, Clone)]
pub struct NextCentre {
    /// The first day it may begin with.
    pub from: NaiveDate,
    /// The centre.
    pub document: Arc<Document>,
}

/// Stored documents, each read and checked once.
pub(super) struct Documents<'a> {
    db: &'a Connection,
    file: &'a Path,
    read: HashMap<String, Arc<Document>>,
}

impl<'a> Documents<'a> {
    pub fn new(db: &'a Connection, file: &'a Path) -> Self {
        Self {
            db,
            file,
            read: HashMap::new(),
        }
    }

    /// The document of `digest`.
    pub fn get(&mut self, digest: &str) -> Result<Arc<Document>, OpenError> {
        if let Some(document) = self.read.get(digest) {
            return Ok(Arc::clone(document));
        }
        let stored = "SELECT document FROM centre_document WHERE digest = ?1";
        let stored: String = self
            .db
            .query_row(stored, [digest], |row| row.get(0))
            .map_err(OpenError::sqlite(self.file))?;
        let damaged =
            |what: String| OpenError::damaged(self.file, format!("centre {digest}: {what}"));
        let document = Document::from_stored(&stored).map_err(|errors| {
            damaged(errors.first().map(ToString::to_string).unwrap_or_default())
        })?;
        if document.digest() != digest {
            return Err(damaged("its text was changed".to_owned()));
        }
        let document = Arc::new(document);
        self.read.insert(digest.to_owned(), Arc::clone(&document));
        Ok(document)
    }
}

/// The digest of the centre that was in force before event `seq`.
pub(super) fn adopted_before(db: &Connection, seq: u64) -> rusqlite::Result<Option<String>> {
    let newest = "SELECT digest FROM adoption WHERE seq < ?1 ORDER BY seq DESC LIMIT 1";
    db.query_row(newest, [seq], |row| row.get(0)).optional()
}

/// The day from which, and the digest of the centre that comes next.
pub(super) fn next(db: &Connection) -> rusqlite::Result<Option<(NaiveDate, String)>> {
    let (from, digest): (Option<String>, Option<String>) =
        db.query_row("SELECT next_from, next_centre FROM meta", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    let from = from.map(|date| date.parse::<NaiveDate>()).transpose();
    let from = from.map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, error.into())
    })?;
    Ok(from.zip(digest))
}

impl Entry<'_> {
    /// Stores a document, unless it is stored already.
    ///
    /// # Errors
    /// [`StoreError::NotStored`].
    pub fn store_document(&self, document: &Document, at: Moment) -> Result<(), StoreError> {
        self.db.execute(
            "INSERT OR IGNORE INTO centre_document (digest, document, stored_at) VALUES (?1, ?2, ?3)",
            (document.digest(), document.stored(), at.0),
        )?;
        Ok(())
    }

    /// Sets, or with `None` clears, the centre that a coming day begins with.
    ///
    /// # Errors
    /// [`StoreError::NotStored`].
    pub fn set_next_centre(&self, next: Option<&NextCentre>) -> Result<(), StoreError> {
        let from = next.map(|next| next.from.to_string());
        let digest = next.map(|next| next.document.digest());
        self.db.execute(
            "UPDATE meta SET next_from = ?1, next_centre = ?2",
            (from, digest),
        )?;
        Ok(())
    }
}
