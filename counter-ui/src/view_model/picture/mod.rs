//! All that is shown, as data: numbers, times of day, proper names, and enums for every sentence.

mod actions;
mod frame;
mod hall;
mod lists;
mod note;
mod options;
mod question;
mod sign_in;
mod ticket_question;
mod visitor;

pub use actions::{Actions, ButtonPart};
pub use frame::{Day, FramePart, Link, MyDayPart, Screen};
pub use hall::{HallCell, HallPart, Light, Warning};
pub use lists::{HeldRow, Lists, MissedRow, QueueRow, ReasonPart};
pub use note::NotePart;
pub use options::{OptionRow, OptionText};
pub use question::{CounterRow, MenuRow, MinutesRow, Question, QuestionPart, ServiceRow};
pub use sign_in::{IssuingPart, SignInPart};
pub use ticket_question::{DeedRow, FoundPart};
pub use visitor::{Stage, StayPart, VisitorPart};

use super::Desk;
use chrono::{DateTime, FixedOffset};
use tokio::time::Instant;

/// Everything on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Header, connection, which screen.
    pub frame: FramePart,
    /// The form before the desk.
    pub sign_in: SignInPart,
    /// The visitor at the counter, or who is next.
    pub visitor: VisitorPart,
    /// What can be pressed.
    pub actions: Actions,
    /// Queue, held visitors, no-shows.
    pub lists: Lists,
    /// The hall at a glance.
    pub hall: HallPart,
    /// The question over the desk.
    pub question: Option<QuestionPart>,
    /// A sentence about what was just pressed.
    pub note: Option<NotePart>,
}

impl Desk {
    /// What is shown at `now`.
    #[must_use]
    pub fn picture(&self, now: Instant) -> Picture {
        Picture {
            frame: frame::part(self, now),
            sign_in: sign_in::part(self, now),
            visitor: visitor::part(self, now),
            actions: actions::part(self, now),
            lists: lists::part(self, now),
            hall: hall::part(self, now),
            question: question::part(self, now),
            note: note::part(self),
        }
    }
}

/// A time of day, "09:52".
fn clock(at: DateTime<FixedOffset>) -> String {
    at.format("%H:%M").to_string()
}

/// Whole minutes gone.
const fn minutes(seconds: u32) -> u32 {
    seconds / 60
}

/// Whole minutes from `since` to `now`; 0 if that has not come.
fn minutes_since(since: DateTime<FixedOffset>, now: Option<DateTime<FixedOffset>>) -> u32 {
    let gone = now.map_or(0, |now| (now - since).num_minutes());
    u32::try_from(gone).unwrap_or(0)
}

fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}
