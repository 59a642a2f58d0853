//! The only place with Slint, the network and the printer.
//!
//! The main thread belongs to the window ([`Stage`]); [`network`] and [`printing`] have threads of their own and put
//! what they learn into the [`Inbox`], which wakes the window.

pub mod generated;
mod inbox;
mod measure;
mod models;
pub mod network;
pub mod printing;
mod show;
mod stage;
mod touches;
pub mod watchdog;

pub use generated as ui;
pub use inbox::Inbox;
pub use stage::Stage;
