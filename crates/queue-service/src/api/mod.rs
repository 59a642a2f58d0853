//! The calls under `/api/v1`, by noun; the only place with HTTP in it.
//!
//! | file | holds |
//! |---|---|
//! | `auth`, `idempotency`, `request`, `body` | what is checked before a handler runs |
//! | `command` | a command's way through the writer |
//! | `tickets`, `counters`, `calls`, `kiosks`, `boards`, `offline`, `receipts`, `views`, `catalogue`, `screens`, `health` | the calls |
//! | `convert` | the words of the rules in the words of the wire |
//! | `problem` | errors as RFC 9457 problems |
//! | `event_stream` | views as server-sent events |
//! | `router`, `openapi`, `serve` | all of it together, described, and on a socket |

mod auth;
mod boards;
mod body;
mod calls;
mod catalogue;
mod command;
pub(crate) mod convert;
mod counters;
mod etag;
mod event_stream;
mod health;
mod idempotency;
mod kiosks;
mod offline;
mod openapi;
mod problem;
mod receipts;
mod request;
mod router;
mod screens;
mod serve;
mod tickets;
mod views;

use crate::kiosks::Kiosks;
use crate::metrics::Metrics;
use crate::pins::Pins;
use crate::presence::Presence;
use crate::views::Views;
use crate::writer::{Shared, WriteError, Writer};
use chrono::FixedOffset;
use problem::ApiError;
use std::path::PathBuf;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

pub(crate) use serve::serve;

/// What the handlers hold on to.
pub(crate) struct Api {
    /// Where commands go.
    pub writer: Writer,
    /// What screens follow.
    pub views: Arc<Views>,
    /// Who is connected.
    pub presence: Presence,
    /// How each kiosk does.
    pub kiosks: Kiosks,
    /// The gate of PINs.
    pub pins: Pins,
    /// What is counted.
    pub metrics: Metrics,
    /// The write-ahead log, to tell its size.
    pub wal: PathBuf,
    /// Cancelled when the service stops.
    pub stop: CancellationToken,
}

impl Api {
    fn shared(&self) -> &Shared {
        self.writer.shared()
    }

    fn offset(&self) -> FixedOffset {
        self.shared().centre().catalogue.settings.offset
    }

    fn write_error(&self, error: WriteError) -> ApiError {
        ApiError::from_write(error, self.offset())
    }

    /// Bytes of the write-ahead log; 0 while there is none.
    fn wal_bytes(&self) -> u64 {
        std::fs::metadata(&self.wal).map_or(0, |log| log.len())
    }
}
