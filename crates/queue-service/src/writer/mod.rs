//! The one thread that decides, stores, and only then answers.

mod admin_order;
mod handle;
mod order;
mod shared;

pub use admin_order::{AdminAnswer, AdminOrder, AdminRefusal, NewDevice, NewOfficer};
pub use handle::Writer;
pub use order::{Key, Order, Reply, ReplyFn, WriteError};
pub use shared::{Head, Health, Shared};
