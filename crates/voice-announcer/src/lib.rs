//! The voice of the hall: a call becomes words, clips and sound, one call at a time.
//!
//! | file | holds |
//! |---|---|
//! | `announcement` | a call to be said: number, counter, marks, languages |
//! | `notice` | what else the hall is told: transfers, missed numbers, breaks, closing soon |
//! | `saying` | either of them as a sentence of the wording with what fills it |
//! | `wording` | how a language words it (`assets/lang/*/voice.toml`), and every clip it can need |
//! | `speech` | a saying as a pure list of clips and pauses |
//! | `bank`, `clip`, `loudness` | a folder of recorded clips, checked, decoded, equally loud |
//! | `new_bank` | a bank made of one long recording, or by a synthesiser |
//! | `voices`, `sound` | the banks of a hall; rendering a speech to samples or a WAV file |
//! | `board_calls`, `board_notices` | what of a board's view is new |
//! | `volume` | how loud at which hour, and when not at all |
//! | `player` | speaking on a sound device that may stall or vanish, or into a folder in its place |
//! | `rehearsal` | the same on a device and a clock of its own: what would be heard when |
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
mod board_notices;
mod clip;
mod clip_id;
pub mod loudness;
mod manifest;
mod new_bank;
mod notice;
mod player;
mod rehearsal;
mod saying;
mod sound;
mod speech;
mod voices;
mod volume;
mod wording;

pub use announcement::{Announcement, ParseTicketNumberError, TicketNumber};
pub use bank::{Bank, BankError, Fault, FaultReason};
pub use board_calls::BoardCalls;
pub use board_notices::BoardNotices;
pub use clip::ClipFault;
pub use clip_id::ClipId;
pub use new_bank::{
    Import, ImportError, Piece, RecordingError, RecordingScript, SynthesisError, Synthesiser,
    import, synthesise,
};
pub use notice::Notice;
pub use player::{
    Announcer, CallId, DropReason, Health, Order, Output, OutputError, OutputState, Report,
    Settings, Speaker, Voice, WavFolder,
};
pub use rehearsal::{Heard, rehearse};
pub use saying::Saying;
pub use sound::Sound;
pub use speech::{Part, Speech, Wordings};
pub use vietnamese::number::vi::Region;
pub use voices::{Choice, MissingClip, Voices};
pub use volume::{ParseSpanError, Span, VolumePlan};
pub use wording::{LARGEST_COUNTER, PatternError, Sentence, Wording, WordingError};

/// Samples a second of every clip and of every rendered sound.
pub const SAMPLE_RATE: u32 = 22_050;
