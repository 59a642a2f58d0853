//! `xinmoi-board`.

use clap::Parser as _;
use display_board::command_line::{Arguments, Task};
use std::io::IsTerminal as _;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    let filter = EnvFilter::try_from_env("XINMOI_LOG")
        .unwrap_or_else(|_| EnvFilter::new("info,symphonia=warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
    let arguments = Arguments::parse();
    let done = match &arguments.task {
        Some(Task::Say(said)) => display_board::say(&arguments, said),
        Some(Task::Tell(told)) => display_board::tell(&arguments, told),
        Some(Task::Voice(task)) => display_board::voice_bank(&arguments, task),
        None => display_board::run(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            #[expect(clippy::print_stderr, reason = "the terminal is where it was started")]
            {
                eprintln!("xinmoi-board: {error:#}");
            }
            ExitCode::from(
                error
                    .downcast_ref()
                    .map_or(1, |_: &display_board::settings::Unusable| 2),
            )
        }
    }
}
