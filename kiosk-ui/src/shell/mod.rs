//! The only place with Slint, the network, the printer, sound and the disk.
//!
//! The main thread belongs to the window ([`Stage`]); [`network`], [`printing`], [`voice`] and [`keeping`] have threads of their own and put
//! what they learn into the [`Inbox`], which wakes the window.

pub mod generated;
mod handing_in;
mod inbox;
pub mod keeping;
pub mod keypad;
mod measure;
mod models;
pub mod network;
pub mod pin_check;
pub mod printing;
pub mod scanning;
mod show;
mod stage;
mod touches;
pub mod voice;
pub mod watchdog;

pub use generated as ui;
pub use inbox::Inbox;
pub use stage::Stage;
