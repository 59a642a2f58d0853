//! The durable record of one centre, in one SQLite file. SQL is found only here and in `reports`.
//!
//! | file | holds |
//! |---|---|
//! | `folder` | the data folder: its files, its exclusive lock |
//! | `open`, `schema` | creating and opening the file; its tables, numbered |
//! | `load`, `replay` | what a start reads: the day so far, devices, officers, the adopted centre |
//! | `batch` | the one way to write: a transaction, a savepoint for each command |
//! | `row`, `chain` | the stored shape of events, and the hash that chains them |
//! | `project` | what reports read: tickets, stays, counters' spans, calls, days |
//! | `answers`, `devices`, `officers`, `documents` | tables beside the events |
//! | `read`, `verify`, `export` | a second connection that only reads |
//! | `backup`, `part` | a backup while the service writes, and a new data folder from one |

mod answers;
mod backup;
mod batch;
mod chain;
mod devices;
mod documents;
mod error;
mod export;
mod folder;
mod load;
mod officers;
mod open;
mod part;
mod project;
mod read;
mod registry;
mod replay;
pub mod row;
pub mod schema;
mod verify;

pub use answers::Remembered;
pub use backup::{backup, restore};
pub use batch::{Batch, BeforeCommit, Entry};
pub use chain::{ChainHead, Hash, Link};
pub use documents::NextCentre;
pub use error::{OpenError, StoreError};
pub use export::ExportError;
pub use folder::{DataFolder, FolderLock};
pub use load::{Loaded, Meta};
pub use open::Journal;
pub use read::Reader;
pub use registry::{Device, Officer, PinLock, Registry, TokenDigest};
pub use replay::apply;
