//! The only place that knows Slint, the network and files.

mod generated;
mod inbox;
mod keyboard;
mod network;
mod remembered;
mod rows;
mod sending;
mod show;
mod summary;
mod system_keys;
mod window;

pub use generated::{App, Theme, ThemeMode};
pub use inbox::{Inbox, News};
pub use network::Network;
pub use remembered::Remembered;
pub use summary::DaySummary;
pub use system_keys::{Combination, Modifiers, PlainKey, SystemKeys};
pub use window::{DeskWindow, Look};
