//! `xinmoi`, the queue service of one centre: one journal, one writer, whole views over HTTP.
//!
//! | module | holds |
//! |---|---|
//! | `journal` | the durable record in SQLite: events, projections, devices, officers, documents |
//! | `writer` | the one thread that decides, stores, then answers |
//! | `clock` | the service's time |
//! | `centre` | a centre's folder: read, checked, turned into rules and texts |
//! | `admin`, `cli` | the administrator's commands, spoken over a socket in the data folder |
//! | `api` | the calls under `/api/v1`, health and metrics |
//! | `views` | what each screen shows, rebuilt when the state changes |
//! | `pins` | officers' PINs, checked outside the writer |
//! | `kiosks` | how each kiosk does, by its own word |
//! | `presence` | which devices are connected, and what boards showed and spoke |
//! | `metrics` | what Prometheus reads |
//! | `service` | [`start`]: all of it running |
#![forbid(unsafe_code)]

pub mod admin;
mod api;
pub mod centre;
pub mod cli;
pub mod clock;
pub mod journal;
pub mod kiosks;
mod metrics;
mod pin_hash;
pub mod pins;
pub mod presence;
mod service;
pub mod views;
pub mod writer;

pub use service::{Config, Running, StartError, start};
