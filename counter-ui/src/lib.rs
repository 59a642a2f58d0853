//! The officer's desk: one counter, one officer, one visitor at a time.
//!
//! | module | holds |
//! |---|---|
//! | [`settings`] | the configuration file |
//! | [`view_model`] | what is shown and what a key does; no window, no network |
//! | [`shell`] | the window, the network thread, the remembered counter |
//! | [`wiring`] | how they are joined |

pub mod settings;
pub mod shell;
pub mod view_model;
pub mod wiring;
