//! What can be done instead of opening the window.

use crate::centre_folder::read_centre;
use crate::command_line::Command;
use crate::pin::ask_for_pin;
use crate::print_test::print_test;
use crate::scan_lines::{scan_lines, usual_centre};
use crate::search::search;
use crate::settings::Settings;
use anyhow::Result;
use std::io::{stdin, stdout};
use std::path::Path;

/// Does what `command` says, with the settings of `config` where they are needed. Gives whether it went well.
///
/// # Errors
/// A file is missing or wrong, or the terminal is gone.
pub fn perform(command: Command, config: &Path) -> Result<bool> {
    match command {
        Command::PrintTest { png } => {
            let settings = Settings::read(config)?;
            return print_test(&settings, png.as_deref(), &mut stdout());
        }
        Command::StaffPin => ask_for_pin()?,
        Command::Scan { centre, on } => {
            let folder = centre.map_or_else(usual_centre, Ok)?;
            let centre = read_centre(&folder, on)?;
            scan_lines(centre.catalogue(), on, &mut stdin().lock(), &mut stdout())?;
        }
        Command::Search {
            centre,
            json,
            limit,
            queries,
        } => {
            let centre = read_centre(&centre, chrono::Local::now().date_naive())?;
            search(&centre, &queries, limit, json, &mut stdout())?;
        }
    }
    Ok(true)
}
