//! What the officer sees and does, without a window and without a network: views, keys and clicks
//! go in, a [`Picture`] and [`Errand`]s come out. The state shown is always the service's; only what
//! the officer is about to send (a form, a question, a chosen outcome) lives here.
//!
//! | file | holds |
//! |---|---|
//! | `desk` | [`Desk`]: what is known and what is being done |
//! | `officer` | keys and clicks: from a press to an errand |
//! | `service` | views, answers and the catalogue as they come |
//! | `button`, `key` | what can be pressed, and why something cannot |
//! | `command` | the one command that runs |
//! | `verb` | commands, answers and refusals as data |
//! | `sign_in` | the form before the desk |
//! | `dialog` | the questions that some verbs ask first |
//! | `picture` | all that is shown, as data; the `.slint` files word it |

mod button;
mod command;
mod desk;
pub mod dialog;
mod key;
mod officer;
pub mod picture;
mod service;
mod sign_in;
mod verb;

pub use button::{Button, Why};
pub use command::Sending;
pub use desk::{Desk, Errand, Note};
pub use key::Key;
pub use picture::Picture;
pub use sign_in::{Field, SignIn};
pub use verb::{Answer, Class, Ending, Refusal, Verb, VerbName};
