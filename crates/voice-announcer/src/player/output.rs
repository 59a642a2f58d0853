use crate::Sound;

/// A sound device as the audio thread uses it. One sound at a time; nothing here waits for a sound to end.
pub trait Output {
    /// Opens the device, anew after a fault.
    ///
    /// # Errors
    /// When there is no device or it refuses.
    fn open(&mut self) -> Result<(), OutputError>;

    /// Hands a sound to the open device and returns at once.
    ///
    /// # Errors
    /// When the device is gone.
    fn start(&mut self, sound: Sound) -> Result<(), OutputError>;

    /// What the open device is doing.
    ///
    /// # Errors
    /// When the device is gone.
    fn state(&mut self) -> Result<OutputState, OutputError>;

    /// Lets go of the device and of a sound that may be playing.
    fn close(&mut self);
}

/// What an open device is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputState {
    /// The last sound was taken whole, or there was none.
    Quiet,
    /// The last sound is not at its end.
    Playing,
}

/// What a sound device said when it failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct OutputError(pub String);
