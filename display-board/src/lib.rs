//! The lobby's board: who is called where, what each counter does, who waits how long; and the voice of the hall.
//!
//! It decides nothing about the queue: it shows and speaks what the service's board view says.
//!
//! | part | holds |
//! |---|---|
//! | `command_line`, `settings`, `assets` | what an administrator gives |
//! | `view_model` | the rules of the board, without Slint, network or sound |
//! | `shell` | the window, the connection, the voice |
//! | `wiring` | the parts joined: the running board |
//! | `say` | one announcement, rendered to a file |

mod assets;
pub mod command_line;
pub mod reading_distance;
mod say;
pub mod settings;
pub mod shell;
pub mod view_model;
mod wiring;

pub use say::say;
pub use wiring::run;
