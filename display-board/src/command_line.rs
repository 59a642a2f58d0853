//! What is said to the program when it is started.

use clap::{Args, Parser, Subcommand, ValueEnum};
use queue_protocol::Language;
use std::path::PathBuf;
use std::str::FromStr;
use voice_announcer::TicketNumber;

/// The board of a lobby: shows who is called where, and says it.
#[derive(Debug, Parser)]
#[command(name = "xinmoi-board", version)]
pub struct Arguments {
    /// The settings of this board
    #[arg(long, value_name = "FILE", default_value = "/etc/xinmoi/board.toml")]
    pub config: PathBuf,
    /// The folder with the voices [default: $XINMOI_ASSETS, /usr/share/xinmoi, the source tree]
    #[arg(long, value_name = "DIR")]
    pub assets: Option<PathBuf>,
    /// A window of this size, such as 1920x1080, instead of the whole screen
    #[arg(long, value_name = "WxH", conflicts_with = "fullscreen")]
    pub size: Option<Size>,
    /// The whole screen, whatever the settings say
    #[arg(long)]
    pub fullscreen: bool,
    /// Without one: show the board
    #[command(subcommand)]
    pub task: Option<Task>,
}

/// What else the program can do.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Render an announcement to a sound file, or print its words
    Say(Said),
}

/// An announcement, as the voice section of the settings would speak it if the file is there.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("how").required(true).multiple(true).args(["wav", "words"]))]
pub struct Said {
    /// The ticket's number, such as A012
    pub number: TicketNumber,
    /// The counter's number
    #[arg(value_parser = clap::value_parser!(u16).range(1..))]
    pub counter: u16,
    /// A language; given twice, one after the other
    #[arg(long = "lang", value_name = "LANG", default_value = "vi")]
    pub languages: Vec<Spoken>,
    /// A priority number
    #[arg(long)]
    pub priority: bool,
    /// Called again
    #[arg(long)]
    pub recall: bool,
    /// The sound file to write: mono, 22,050 Hz, 16 bit
    #[arg(long, value_name = "FILE")]
    pub wav: Option<PathBuf>,
    /// Print the spoken words, one line a language
    #[arg(long)]
    pub words: bool,
}

/// A language of the voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Spoken {
    /// Vietnamese
    Vi,
    /// English
    En,
}

impl From<Spoken> for Language {
    fn from(spoken: Spoken) -> Self {
        match spoken {
            Spoken::Vi => Self::Vi,
            Spoken::En => Self::En,
        }
    }
}

/// Width and height of a window in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

/// Reads `1920x1080`.
impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let side = |text: &str| {
            text.parse()
                .ok()
                .filter(|side| (320..=16_384).contains(side))
        };
        text.split_once('x')
            .and_then(|(width, height)| {
                Some(Self {
                    width: side(width)?,
                    height: side(height)?,
                })
            })
            .ok_or_else(|| {
                "expected a width and a height from 320 to 16384, such as 1920x1080".to_owned()
            })
    }
}
