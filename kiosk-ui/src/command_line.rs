//! What can be said on the command line.

use chrono::NaiveDate;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::str::FromStr;

/// The visitor's screen of a queue. Without a command it opens its window.
#[derive(Debug, Parser)]
#[command(name = "xinmoi-kiosk", version)]
pub struct CommandLine {
    /// Configuration of this kiosk
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        default_value = "/etc/xinmoi/kiosk.toml"
    )]
    pub config: PathBuf,
    /// Fill the screen, whatever the configuration says
    #[arg(long)]
    pub fullscreen: bool,
    /// A window of this size, such as 1080x1920, instead of the whole screen
    #[arg(long, value_name = "WxH", conflicts_with = "fullscreen")]
    pub size: Option<WindowSize>,
    /// What to do instead of opening the window
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print a sample slip and say what became of it
    PrintTest {
        /// Store the slip's picture here, too
        #[arg(long, value_name = "FILE")]
        png: Option<PathBuf>,
    },
    /// Ask for a PIN for the menu for staff, and print the line of the configuration that holds its hash
    StaffPin,
    /// Read scans from standard input, a line each with \r \n \t \uXXXX escapes, and print what the kiosk would do
    Scan {
        /// The centre's folder; without it, khanh-hoa of the assets
        #[arg(long, value_name = "DIR")]
        centre: Option<PathBuf>,
        /// The day on which ages are reckoned
        #[arg(long, value_name = "DATE")]
        on: NaiveDate,
    },
    /// Print what the search finds, best first: code, letter of the service, short name
    Search {
        /// The centre's folder
        #[arg(long, value_name = "DIR")]
        centre: PathBuf,
        /// A JSON object a line for each query
        #[arg(long)]
        json: bool,
        /// So many rows for each query
        #[arg(long, value_name = "N", default_value_t = 10)]
        limit: usize,
        /// What a visitor types
        #[arg(required = true, value_name = "QUERY")]
        queries: Vec<String>,
    },
}

/// Pixels across and down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WindowSize {
    /// Across.
    pub width: u32,
    /// Down.
    pub height: u32,
}

impl FromStr for WindowSize {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let expected = "expected a size such as 1080x1920";
        let (width, height) = text.split_once('x').ok_or(expected)?;
        let read = |side: &str| side.parse().ok().filter(|pixels| *pixels > 0);
        match (read(width), read(height)) {
            (Some(width), Some(height)) => Ok(Self { width, height }),
            _ => Err(expected),
        }
    }
}
