//! The lobby's board: who is called where, what each counter does, who waits how long; and the voice of the hall.
//!
//! It decides nothing about the queue: it shows and speaks what the service's board view says.
//!
//! | part | holds |
//! |---|---|
//! | `command_line`, `settings`, `assets` | what an administrator gives |
//! | `view_model` | the rules of the board, without Slint, network or sound |
//! | `shell` | the window, the connection, the voice |
//! | `wiring`, `running` | the parts joined: the running board |
//! | `say` | one call or notice in words, or rendered to a file |
//! | `voice_bank` | a voice checked, recorded or synthesised |

mod assets;
pub mod command_line;
pub mod reading_distance;
mod running;
mod say;
pub mod settings;
pub mod shell;
pub mod view_model;
mod voice_bank;
mod wiring;

pub use say::{say, tell};
pub use voice_bank::voice_bank;
pub use wiring::run;
