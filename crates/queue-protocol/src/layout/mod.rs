//! `GET /screens/{screen}`: what stands where on a board, and the notices that it tells.
//!
//! A layout is a drawing: places are counted on a sheet of `width` × `height`, which the board fits to its screen.
//! How large anything is there in millimetres, only the board knows; it makes fewer rows of what would be too small.

mod check;
mod notice;

pub use check::LayoutFault;
pub use notice::{ScheduledNotice, TimeOfDay};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Calls that a spotlight can hold at once.
pub const CALLS_AT_ONCE: u8 = 6;

/// The screen of a board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Layout {
    /// Its name, under which boards are registered.
    pub screen: String,
    /// Width of the drawing.
    pub width: u16,
    /// Height of the drawing.
    pub height: u16,
    /// The zones whose counters and calls it shows; all where empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub zones: Vec<String>,
    /// What stands where.
    pub panels: Vec<Panel>,
    /// What is told besides the centre's own line, at its hours.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<ScheduledNotice>,
}

/// A place on the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Area {
    /// From the left edge.
    pub x: u16,
    /// From the top.
    pub y: u16,
    /// How wide.
    pub width: u16,
    /// How high.
    pub height: u16,
}

impl Area {
    /// The column after its last.
    #[must_use]
    pub fn right(self) -> u32 {
        u32::from(self.x) + u32::from(self.width)
    }

    /// The line below its last.
    #[must_use]
    pub fn bottom(self) -> u32 {
        u32::from(self.y) + u32::from(self.height)
    }

    /// Whether the two have a point in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        u32::from(self.x) < other.right()
            && u32::from(other.x) < self.right()
            && u32::from(self.y) < other.bottom()
            && u32::from(other.y) < self.bottom()
    }
}

/// One thing on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Panel {
    /// Where.
    pub area: Area,
    /// Capitals at least so high: rows that would be lower go to further pages. 0: as it comes.
    pub capitals_mm: u16,
    /// What.
    pub content: Content,
}

/// What a panel shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "shows", rename_all = "snake_case")]
pub enum Content {
    /// Emblem, the centre's name, date and clock.
    Header {
        /// 1: all on one line; 2: date and clock below the name.
        lines: u8,
        /// The centre's own emblem; a star in a ring where it has none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        emblem: Option<Picture>,
    },
    /// The number just called, for 20 s: a card for one, a list for several; and why nobody is called.
    Spotlight {
        /// Height of the card. What lies below it in the panel's area gives way to a list of calls.
        card: u16,
        /// Calls in the list, at most [`CALLS_AT_ONCE`].
        calls: u8,
    },
    /// Every counter with its number or what it does, in fixed places.
    Counters {
        /// Of these zones only; of all that the screen shows where empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        zones: Vec<String>,
        /// Columns.
        columns: u8,
        /// Rows of a column, at most.
        rows: u8,
    },
    /// The newest calls, newest first.
    Calls {
        /// How many, at most.
        rows: u8,
    },
    /// Who waits for each service, and how long.
    Waiting {
        /// Columns.
        columns: u8,
        /// Services in a column, at most.
        rows: u8,
    },
    /// Counters on break or closed.
    Pauses {
        /// Lines, at most.
        rows: u8,
    },
    /// Numbers called in vain.
    Missed {
        /// Numbers in a line.
        columns: u8,
        /// Lines, at most.
        rows: u8,
    },
    /// One notice at a time.
    Notices {
        /// Lines of text that it may take.
        lines: u8,
    },
    /// Pictures, one at a time.
    Pictures {
        /// Which, in order.
        pictures: Vec<Picture>,
        /// How long each stands.
        seconds: u16,
    },
    /// The time, with the date below it.
    Clock,
    /// The sign of one counter: what it does and whom it calls. The board is registered for that counter.
    Sign,
}

impl Content {
    /// The pictures it names.
    #[must_use]
    pub fn pictures(&self) -> &[Picture] {
        match self {
            Self::Header { emblem, .. } => emblem.as_slice(),
            Self::Pictures { pictures, .. } => pictures,
            _ => &[],
        }
    }

    /// The word for it.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Header { .. } => "header",
            Self::Spotlight { .. } => "spotlight",
            Self::Counters { .. } => "counters",
            Self::Calls { .. } => "calls",
            Self::Waiting { .. } => "waiting",
            Self::Pauses { .. } => "pauses",
            Self::Missed { .. } => "missed",
            Self::Notices { .. } => "notices",
            Self::Pictures { .. } => "pictures",
            Self::Clock => "clock",
            Self::Sign => "sign",
        }
    }
}

/// A picture of the centre's folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Picture {
    /// Its file.
    pub file: String,
    /// SHA-256 of its content, in hexadecimal: `GET /files/{digest}`.
    pub digest: String,
}

/// Which layout a board uses now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ScreenRef {
    /// Its name.
    pub name: String,
    /// Another one means that it must be fetched again.
    pub digest: String,
}
