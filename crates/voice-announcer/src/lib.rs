//! The voice of the hall: a call becomes words, clips and sound, one call at a time.
//!
//! | file | holds |
//! |---|---|
//! | `announcement` | what is to be said: number, counter, marks, languages |
//! | `wording` | how a language words it (`assets/lang/*/voice.toml`), and every clip it can need |
//! | `speech` | an announcement as a pure list of clips and pauses |
//! | `bank`, `clip`, `loudness` | a folder of recorded clips, checked, decoded, equally loud |
//! | `voices`, `sound` | the banks of a hall; rendering a speech to samples or a WAV file |
//! | `board_calls` | which calls of a board's view are new |
//! | `player` | speaking on a sound device that may stall or vanish |
//!
//! Always true: a call is sounded whole or not at all, never over another one, and no caller ever waits for sound.
//!
//! ```
//! use voice_announcer::{Announcement, Choice, Voices};
//! # let voices = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/voices"));
//! # let file = std::env::temp_dir().join(format!("call-{}.wav", std::process::id()));
//! let voices = Voices::load(voices, &Choice::default())?;
//! let speech = voices.speech(&Announcement::call("A012".parse()?, 7), 1);
//! voices.render(&speech)?.write_wav(&file)?;
//! # std::fs::remove_file(file)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]

mod announcement;
mod bank;
mod board_calls;
mod clip;
mod clip_id;
pub mod loudness;
mod player;
mod sound;
mod speech;
mod voices;
mod wording;

pub use announcement::{Announcement, ParseTicketNumberError, TicketNumber};
pub use bank::{Bank, BankError, Fault, FaultReason};
pub use board_calls::BoardCalls;
pub use clip::ClipFault;
pub use clip_id::ClipId;
pub use player::{
    CallId, DropReason, Health, Order, Output, OutputError, OutputState, Report, Settings, Speaker,
    Voice,
};
pub use sound::Sound;
pub use speech::{Part, Speech, Wordings};
pub use vietnamese::number::vi::Region;
pub use voices::{Choice, MissingClip, Voices};
pub use wording::{LARGEST_COUNTER, PatternError, Wording, WordingError};

/// Samples a second of every clip and of every rendered sound.
pub const SAMPLE_RATE: u32 = 22_050;
