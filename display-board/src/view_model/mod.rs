//! What the board shows and what it has to say, as pure rules: news in, a picture and deeds out.
//!
//! | file | holds |
//! |---|---|
//! | `board` | the whole: hears news, draws pictures, hands out deeds |
//! | `spotlight` | which calls stand in the six slots, and which of them is filled |
//! | `receipts` | which calls were shown and spoken, told once |
//! | `service_clock` | the service's time carried on between frames |
//! | `steps` | pages that step and never scroll |
//! | `counters`, `waiting`, `notices` | one part of the picture each |
//! | `picture` | all that the window draws |
//!
//! Moments are durations since the program started; the service's time comes from the frames alone.

mod board;
mod counters;
mod notices;
mod picture;
mod receipts;
mod service_clock;
mod spotlight;
mod steps;
mod waiting;

pub use board::{Board, Deed, News, OFFLINE_AFTER};
pub use counters::{CounterRow, Place, ROWS_A_PAGE};
pub use notices::Notice;
pub use picture::{Arrival, Card, Counters, Panel, Picture, SlotPicture, Waiting};
pub use service_clock::ServiceClock;
pub use spotlight::{Call, SHOWN_FOR, SLOTS, Spotlight};
pub use steps::Steps;
pub use waiting::QueueRow;
