//! The one thread that decides, stores, and only then answers.
//!
//! | file | holds |
//! |---|---|
//! | `order`, `admin_order` | what is asked, and what comes of it |
//! | `handle`, `shared` | what everyone else holds: the way in, and the committed state |
//! | `thread` | the loop: gather, store, publish, answer |
//! | `scribe` | one batch, stored or given up as a whole |
//! | `draft` | the state as it will be if the batch under way is committed |
//! | `replaced` | what an unanswered request made, or never will |
//! | `day`, `administer` | what the service and its administrators make true |
//! | `trace` | the span of each command |

mod admin_order;
mod administer;
mod day;
mod draft;
mod handle;
mod order;
mod replaced;
mod scribe;
mod shared;
mod thread;
mod trace;

pub use admin_order::{AdminAnswer, AdminOrder, AdminRefusal, NewDevice, NewOfficer};
pub use handle::Writer;
pub use order::{Key, Order, Reply, ReplyFn, WriteError};
pub use scribe::Scribe;
pub use shared::{Head, Health, Shared};
pub use thread::{EXIT_UNKNOWN, StartError, WriterThread, end_process};
pub(crate) use trace::{ticket_of, verb};
