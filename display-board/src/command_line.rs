//! What is said to the program when it is started.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use queue_protocol::Language;
use std::path::PathBuf;
use std::str::FromStr;
use voice_announcer::{Notice, TicketNumber};

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
    /// Render a call to a sound file, or print its words
    Say(Said),
    /// Print the words of a notice, or render it to a sound file
    Tell(Told),
    /// Check, record or synthesise a voice
    #[command(subcommand)]
    Voice(VoiceTask),
}

/// A call, as the voice section of the settings would speak it if the file is there.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("how").required(true).multiple(true).args(["wav", "words"]))]
pub struct Said {
    /// The ticket's number, such as A012
    pub number: TicketNumber,
    /// The counter's number
    #[arg(value_parser = clap::value_parser!(u16).range(1..))]
    pub counter: u16,
    /// A language; given twice, one after the other
    #[arg(long = "lang", value_name = "LANG", default_value = "vi", value_parser = spoken())]
    pub languages: Vec<Language>,
    /// A priority number
    #[arg(long)]
    pub priority: bool,
    /// Called again
    #[arg(long)]
    pub recall: bool,
    /// As it is said when many wait to be spoken
    #[arg(long, conflicts_with_all = ["priority", "recall", "languages"])]
    pub short: bool,
    /// The sound file to write: mono, 22,050 Hz, 16 bit
    #[arg(long, value_name = "FILE")]
    pub wav: Option<PathBuf>,
    /// Print the spoken words, one line a language
    #[arg(long)]
    pub words: bool,
}

/// A notice: its words are printed.
#[derive(Debug, Args)]
pub struct Told {
    /// What the hall is told
    #[command(subcommand)]
    pub what: Telling,
    /// The sound file to write: mono, 22,050 Hz, 16 bit
    #[arg(long, value_name = "FILE", global = true)]
    pub wav: Option<PathBuf>,
}

/// What the hall is told besides calls.
#[derive(Clone, Debug, Subcommand)]
pub enum Telling {
    /// A visitor waits for another service, or for a counter
    Transferred {
        /// The ticket's number
        number: TicketNumber,
        /// The counter
        #[arg(value_parser = clap::value_parser!(u16).range(1..))]
        counter: Option<u16>,
    },
    /// A visitor was called in vain
    Missed {
        /// The ticket's number
        number: TicketNumber,
    },
    /// A counter is left for a while
    Break {
        /// The counter
        #[arg(value_parser = clap::value_parser!(u16).range(1..))]
        counter: u16,
        /// For how long
        #[arg(value_parser = clap::value_parser!(u16).range(1..=60))]
        minutes: Option<u16>,
    },
    /// Soon no more numbers are issued
    Closing {
        /// How soon
        #[arg(value_parser = clap::value_parser!(u16).range(1..=60))]
        minutes: u16,
    },
}

impl From<Telling> for Notice {
    fn from(telling: Telling) -> Self {
        match telling {
            Telling::Transferred { number, counter } => Self::Transferred { number, counter },
            Telling::Missed { number } => Self::Missed { number },
            Telling::Break { counter, minutes } => Self::Break { counter, minutes },
            Telling::Closing { minutes } => Self::ClosingSoon { minutes },
        }
    }
}

/// What can be done with the folder of a voice.
#[derive(Debug, Subcommand)]
pub enum VoiceTask {
    /// Tell every clip that is missing or unfit, and how long a burst of calls takes
    Check {
        /// The folder of the voice
        dir: PathBuf,
    },
    /// Begin a voice: write what its announcer reads, one line a clip, to DIR/script.txt
    Script {
        /// The folder of the voice
        dir: PathBuf,
        /// Its language, if the folder does not say
        #[arg(long = "lang", value_name = "LANG", default_value = "vi", value_parser = spoken())]
        language: Language,
    },
    /// Cut a recording of the script at its pauses into the clips of the voice
    Import {
        /// The folder of the voice
        dir: PathBuf,
        /// One long WAV or Ogg Vorbis file
        recording: PathBuf,
        /// The recording holds this line of the script and those after it
        #[arg(long, value_name = "LINE")]
        from: Option<usize>,
    },
    /// Have another program speak the clips of the voice: it reads a line and writes the sound file {file}
    Synthesise {
        /// The folder of the voice
        dir: PathBuf,
        /// For each line
        #[arg(long, value_name = "SECONDS", default_value = "20")]
        time_limit: u64,
        /// The program and what it is called with
        #[arg(last = true, required = true)]
        command: Vec<String>,
    },
}

/// The languages that the hall may hear.
fn spoken() -> impl TypedValueParser<Value = Language> {
    let heard = |language: &&Language| language.text("voice.toml").is_some();
    let codes = Language::shipped().iter().filter(heard);
    PossibleValuesParser::new(codes.map(|language| language.as_str()))
        .map(|code| Language::from_word(&code).unwrap_or_default())
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
