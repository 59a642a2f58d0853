//! `xinmoi`: the queue service and its administrator's command line.
#![forbid(unsafe_code)]

use queue_service::cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
