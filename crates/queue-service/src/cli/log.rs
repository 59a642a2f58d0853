//! What a service writes to standard error.

use std::io::{self, IsTerminal as _};
use tracing_subscriber::EnvFilter;

/// Logs at `info` and above, or as `$XINMOI_LOG` says (such as `queue_service=debug`).
pub(super) fn begin() {
    let filter = EnvFilter::try_from_env("XINMOI_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr);
    let log = log.with_ansi(io::stderr().is_terminal());
    // A second subscriber is refused; the first one goes on.
    drop(log.try_init());
}
