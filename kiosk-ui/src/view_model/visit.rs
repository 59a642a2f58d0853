//! What holds for one visitor from the first touch to the last, and is reset for the next.

use queue_protocol::Language;

/// One visitor's wishes about the screen. The default is the next visitor's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Visit {
    /// The language of screen, slip and call.
    pub language: Language,
    /// "Chữ to".
    pub large_text: bool,
    /// "Tương phản".
    pub high_contrast: bool,
    /// "Nút thấp": everything to touch is in the lower part.
    pub low_reach: bool,
    /// "Đọc to": screens are read aloud, and wait twice as long.
    pub aloud: bool,
    /// Who asked for more time once gets twice as much from then on.
    pub unhurried: bool,
}
