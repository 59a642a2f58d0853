//! What the writer is asked, and what it answers.

use super::AdminRefusal;
use queue_core::{Actor, Centre, Command, DeviceId, Event, Moment, Refusal, Seq};

/// One command of a device, to be decided and stored.
pub struct Order {
    /// Who asks.
    pub actor: Actor,
    /// Under which key; `None` for what is never repeated (the service's own commands).
    pub key: Option<Key>,
    /// What is asked.
    pub command: Command,
    /// The key of an unanswered request of the same device that a handed-in number replaces.
    pub replaces: Option<String>,
    /// Builds the exact answer from the state just after the events (none for an empty call-next).
    /// Runs on the writer's thread, inside the savepoint.
    pub reply: ReplyFn,
}

/// Builds an answer from the state, the instant of the command and its events.
pub type ReplyFn = Box<dyn FnOnce(&Centre, Moment, &[(Seq, Event)]) -> Reply + Send>;

/// What makes a repeated command the same command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Whose key.
    pub device: DeviceId,
    /// The `Idempotency-Key`.
    pub key: String,
    /// SHA-256 of method, path and body without PINs.
    pub fingerprint: [u8; 32],
}

/// An answer, kept word for word under its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The JSON body; may be empty.
    pub body: String,
}

/// Why a command brought no answer of its own.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// The rules say no; nothing changed.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// An administrator's order cannot be carried out; nothing changed.
    #[error(transparent)]
    Admin(#[from] AdminRefusal),
    /// The key was used for another command.
    #[error("the key was used for another command")]
    KeyReused,
    /// It could not be stored (a full disk, too many commands waiting); nothing changed.
    #[error("not stored; nothing changed")]
    NotStored,
    /// The date is in doubt: no numbers.
    #[error("the clock is in doubt")]
    ClockInDoubt,
    /// The service is stopping; nothing changed.
    #[error("the service is stopping")]
    Stopping,
    /// Nobody knows whether it was stored: give no answer, the process is about to end.
    #[error("the outcome is unknown")]
    Unknown,
}
