//! What the board shows and what it has to say, as pure rules: news in, a picture and deeds out.
//!
//! | file | holds |
//! |---|---|
//! | `board` | the whole: hears news, hands out deeds; `drawing`: its picture |
//! | `spotlight` | which calls stand in the six slots, and which of them is filled |
//! | `condition` | how the board does: its sound, its layout, its pictures |
//! | `receipts` | which calls were shown and spoken, told once |
//! | `service_clock` | the service's time carried on between frames |
//! | `arrangement`, `standard` | a layout on this screen, and the one of a board that has none |
//! | `steps`, `pages` | pages that step and never scroll |
//! | `newest` | what is read off the newest view |
//! | `counters`, `waiting`, `pauses`, `notices`, `sign` | one part of the picture each |
//! | `burn_in` | the picture moved a little from time to time |
//! | `picture` | all that the window draws |
//!
//! Moments are durations since the program started; the service's time comes from the frames alone.

mod arrangement;
mod board;
mod burn_in;
mod condition;
mod counters;
mod newest;
mod notices;
mod pages;
mod pauses;
mod picture;
mod receipts;
mod service_clock;
mod sign;
mod spotlight;
mod standard;
mod steps;
mod waiting;

/// A moment of the service's time.
type Time = chrono::DateTime<chrono::FixedOffset>;

/// Contents of pictures, by digest.
pub type Files = std::collections::BTreeMap<String, std::sync::Arc<[u8]>>;

pub use arrangement::{
    Arrangement, Grid, NoticeLine, Place as DrawnPlace, Playlist, SpotlightPlace, Table,
};
pub use board::{Board, Deed, News, OFFLINE_AFTER};
pub use counters::{CounterRow, Place};
pub use notices::Notice;
pub use pauses::Pause;
pub use picture::{Arrival, Card, Counters, Paged, Panel, Picture, SlotPicture};
pub use service_clock::ServiceClock;
pub use sign::Sign;
pub use spotlight::{Call, SHOWN_FOR, SLOTS, Spotlight};
pub use standard::standard;
pub use steps::Steps;
pub use waiting::QueueRow;
