//! How the printer is reached and how patient to be with it.

use serde::{Deserialize, Serialize};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;
use thiserror::Error;

/// The dots that a print head has across the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub enum PaperWidth {
    /// 48 mm printed on 58 mm paper.
    Dots384,
    /// 72 mm at 180 dots per inch, on 80 mm paper.
    Dots512,
    /// 72 mm at 203 dots per inch, on 80 mm paper: the usual one.
    #[default]
    Dots576,
    /// 80 mm printed on wide paper.
    Dots640,
}

impl PaperWidth {
    /// Every width there is.
    pub const ALL: [Self; 4] = [Self::Dots384, Self::Dots512, Self::Dots576, Self::Dots640];

    /// Dots across.
    #[must_use]
    pub fn dots(self) -> u32 {
        match self {
            Self::Dots384 => 384,
            Self::Dots512 => 512,
            Self::Dots576 => 576,
            Self::Dots640 => 640,
        }
    }

    /// Dots per inch of heads with this width.
    #[must_use]
    pub fn dots_per_inch(self) -> u8 {
        if self == Self::Dots512 { 180 } else { 203 }
    }
}

/// A width that no supported print head has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a width of {0} dots is not supported: expected 384, 512, 576 or 640")]
pub struct UnknownWidth(u32);

impl TryFrom<u32> for PaperWidth {
    type Error = UnknownWidth;

    fn try_from(dots: u32) -> Result<Self, UnknownWidth> {
        Self::ALL
            .into_iter()
            .find(|width| width.dots() == dots)
            .ok_or(UnknownWidth(dots))
    }
}

impl From<PaperWidth> for u32 {
    fn from(width: PaperWidth) -> Self {
        width.dots()
    }
}

/// Where the printer is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Connection {
    /// `tcp = "192.168.1.50:9100"`: a printer on the network, by address and port.
    Tcp(SocketAddr),
    /// `usb = "/dev/usb/lp0"`: a printer on the USB cable, by its device file.
    Usb(PathBuf),
    /// `file = "slips.bin"`: no printer, the bytes are added to a file.
    File(PathBuf),
}

/// All settings of a printer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrinterSettings {
    /// Where the printer is.
    pub connection: Connection,
    /// Dots across: 384, 512, 576 or 640.
    #[serde(default)]
    pub width: PaperWidth,
    /// Whether the printer answers questions. One that does not is believed: a slip counts as
    /// printed when it has taken every byte.
    #[serde(default = "yes")]
    pub answers: bool,
    /// How long connecting may take, in ms.
    #[serde(default = "two_seconds")]
    pub connect_ms: u64,
    /// How long the printer may take no byte at all before it counts as stalled, in ms.
    #[serde(default = "eight_seconds")]
    pub stall_ms: u64,
    /// How long to wait for the word that all is printed and cut, in ms.
    #[serde(default = "eight_seconds")]
    pub confirm_ms: u64,
    /// How long to wait for the answer to a question about the printer's state, in ms.
    #[serde(default = "quarter_second")]
    pub status_ms: u64,
    /// How often to ask an idle printer how it is, in ms; 0 for never.
    #[serde(default = "half_minute")]
    pub ask_every_ms: u64,
}

impl PrinterSettings {
    /// The usual patience with a printer at `connection`.
    #[must_use]
    pub fn new(connection: Connection) -> Self {
        Self {
            connection,
            width: PaperWidth::default(),
            answers: yes(),
            connect_ms: two_seconds(),
            stall_ms: eight_seconds(),
            confirm_ms: eight_seconds(),
            status_ms: quarter_second(),
            ask_every_ms: half_minute(),
        }
    }

    pub(crate) fn connect_within(&self) -> Duration {
        Duration::from_millis(self.connect_ms)
    }

    pub(crate) fn stalled_after(&self) -> Duration {
        Duration::from_millis(self.stall_ms)
    }

    pub(crate) fn confirm_within(&self) -> Duration {
        Duration::from_millis(self.confirm_ms)
    }

    pub(crate) fn status_within(&self) -> Duration {
        Duration::from_millis(self.status_ms)
    }

    pub(crate) fn ask_every(&self) -> Option<Duration> {
        (self.answers && self.ask_every_ms > 0).then(|| Duration::from_millis(self.ask_every_ms))
    }
}

fn yes() -> bool {
    true
}

fn two_seconds() -> u64 {
    2_000
}

fn eight_seconds() -> u64 {
    8_000
}

fn quarter_second() -> u64 {
    250
}

fn half_minute() -> u64 {
    30_000
}
