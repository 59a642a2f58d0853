//! Typed calls to the queue service, and views that say whether they are live.
//!
//! A command that got no answer is sent again under the same key until its deadline, so that it
//! happens once or not at all; a refusal comes back at once. A [`LiveView`] follows a stream of
//! whole views and always holds the newest one, with the honest word [`View::Live`],
//! [`View::Stale`] or [`View::Never`].
//!
//! | file | holds |
//! |---|---|
//! | `connection` | where the service is, and the device's token |
//! | `call` | one command with its retries, one question |
//! | `calls` | the calls of kiosk, counter and board by name |
//! | `live` | a view that follows its stream |
//! | `telling` | how a device does, told again and again |
#![forbid(unsafe_code)]

mod call;
mod calls;
mod connection;
mod live;
mod telling;

pub use call::CallError;
pub use calls::{BoardApi, CounterApi, KioskApi};
pub use connection::{Client, ConnectError, Token};
pub use live::{LiveView, View};
pub use telling::keep_telling;
