//! Making a bank: what is to be read, a recording of it cut into clips, or a synthesiser that speaks them.

mod import;
mod recording;
mod script;
mod synthesiser;
mod takes;

pub use import::{Import, ImportError, Piece, import};
pub use recording::RecordingError;
pub use script::RecordingScript;
pub use synthesiser::{SynthesisError, Synthesiser, synthesise};
