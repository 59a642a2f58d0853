//! The only place that touches Slint, the network and the sound.

mod generated;
mod inbox;
mod models;
mod network;
mod speech;
mod window;

pub use generated::{AppWindow, Theme};
pub(crate) use inbox::Inbox;
pub(crate) use network::Network;
pub(crate) use speech::start_voice;
pub use window::BoardWindow;
