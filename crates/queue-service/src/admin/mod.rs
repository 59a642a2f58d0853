//! Administrators' commands: spoken to a running service over a socket in the data folder, carried
//! out directly where none runs. There is never a second writer.
//!
//! The socket speaks JSON, one object a line: a request, then its response. It is for the
//! `xinmoi` of the same version on the same machine, and only the folder's owner can reach it.

mod client;
mod server;
mod status;

use crate::writer::{AdminAnswer, AdminOrder, AdminRefusal};
use serde::{Deserialize, Serialize};

pub use client::{AdminError, send, status};
pub(crate) use server::listen;
pub use status::{Running, Status};

/// The longest line: a centre's document is the longest thing said.
const LINE_LIMIT: u64 = 32 << 20;

/// What is asked.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Request {
    /// Change something.
    Order(AdminOrder),
    /// How is it going?
    Status,
}

/// What is answered.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Response {
    /// The order is carried out and stored.
    Answer(AdminAnswer),
    /// This is how.
    Status(Box<Status>),
    /// The order cannot be carried out; nothing changed.
    Refused(AdminRefusal),
    /// It was not understood or not stored; nothing changed.
    Failed(String),
}
