//! The only place that touches Slint, the network, the sound and pictures.

mod generated;
mod inbox;
mod layouts;
mod models;
mod network;
pub mod pictures;
mod show;
mod speech;

pub use generated::{AppWindow, Theme};
pub(crate) use inbox::Inbox;
pub(crate) use network::Network;
pub(crate) use pictures::Pictures;
pub use show::BoardWindow;
pub(crate) use speech::Speech;
