//! The centre's texts as of one day: made once, used by every view and by `GET /catalogue`.

use crate::centre::{Document, Layouts};
use chrono::NaiveDate;
use queue_core::Letter;
use queue_protocol::{Catalogue, Text};
use std::sync::{Arc, Mutex, PoisonError};

/// The adopted centre on one date.
#[derive(Debug, Clone, PartialEq)]
pub struct Today {
    /// Names and texts, validity dates applied.
    pub catalogue: Catalogue,
    /// The same as JSON.
    pub json: String,
    /// The `ETag` of that JSON: its digest and date.
    pub tag: String,
    /// The layouts of its boards.
    pub layouts: Arc<Layouts>,
    /// The letter of numbers that kiosks give by themselves.
    pub offline_letter: Option<Letter>,
    /// The name of today's holiday.
    pub holiday: Option<Text>,
}

/// The newest [`Today`].
#[derive(Debug, Default)]
pub struct TodayCache(Mutex<Option<Arc<Today>>>);

impl TodayCache {
    /// `document` on `date`.
    pub fn get(&self, document: &Document, date: NaiveDate) -> Arc<Today> {
        let tag = format!("\"{}-{date}\"", document.digest());
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*kept {
            Some(today) if today.tag == tag => Arc::clone(today),
            _ => {
                let catalogue = document.catalogue(date);
                let json = serde_json::to_string(&catalogue).unwrap_or_default();
                let holiday = document.holiday(date);
                let today = Arc::new(Today {
                    catalogue,
                    json,
                    tag,
                    layouts: Arc::clone(document.screens()),
                    offline_letter: document.offline_letter(),
                    holiday,
                });
                *kept = Some(Arc::clone(&today));
                today
            }
        }
    }
}
