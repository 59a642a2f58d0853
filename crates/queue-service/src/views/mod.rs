//! What each screen shows: pure functions of the state, the minute, and who is connected. The
//! newest whole view goes to whoever follows it; nothing is sent as a difference.

mod board;
mod boards;
mod counter;
mod hall;
mod kiosk;
mod lease;
mod publisher;
mod scene;
mod ticket;
mod today;
mod token;
mod visitor;

use queue_core::{CounterNo, CounterState, Desk, DeviceId, Moment, TicketId};
use queue_protocol::Frame;
use serde::Serialize;
use std::sync::Arc;

pub use boards::{Board, Part};
pub(crate) use hall::status;
pub(crate) use publisher::{Views, keep_publishing};
pub use scene::{Scene, Surroundings};
pub(crate) use ticket::issued_ticket;
pub use today::{Today, TodayCache};
pub(crate) use token::TicketToken;
pub(crate) use visitor::visitor;

/// Whose view.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ViewKey {
    /// A kiosk's own, or any kiosk's without its reprints.
    Kiosk(Option<DeviceId>),
    /// A counter's, as one device sees it.
    Counter(CounterNo, DeviceId),
    /// A board's own.
    Board(DeviceId),
    /// What boards of a zone, or of the whole hall, show.
    Boards(Option<String>),
    /// The hall's.
    Hall,
    /// A visitor's.
    Ticket(TicketId),
}

impl ViewKey {
    /// The kind of view, for logs and metrics.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Kiosk(_) => "kiosk",
            Self::Counter(..) => "counter",
            Self::Board(_) | Self::Boards(_) => "board",
            Self::Hall => "hall",
            Self::Ticket(_) => "ticket",
        }
    }
}

/// A frame ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The newest event it shows.
    pub seq: u64,
    /// The frame as JSON.
    pub json: Arc<str>,
    view_at: usize,
}

impl Rendered {
    /// Whether both show the same picture, whatever their time and `seq`.
    pub fn shows_the_same(&self, other: &Self) -> bool {
        self.json.get(self.view_at..) == other.json.get(other.view_at..)
    }
}

/// The frame of `key`; `None` where there is no such counter or no such ticket today.
#[must_use]
pub fn render(key: &ViewKey, scene: Scene<'_>, journal: &str, seq: u64) -> Option<Rendered> {
    let frame = Framing {
        scene,
        journal,
        seq,
    };
    match key {
        ViewKey::Kiosk(device) => frame.around(kiosk::kiosk_view(&scene, *device)),
        ViewKey::Counter(number, device) => {
            frame.around(counter::counter_view(&scene, *number, *device)?)
        }
        ViewKey::Board(device) => frame.around(board::own_view(&scene, *device)?),
        ViewKey::Boards(zone) => frame.around(board::zone_view(&scene, zone.as_deref())),
        ViewKey::Hall => frame.around(hall::hall_view(&scene)),
        ViewKey::Ticket(id) => {
            frame.around(ticket::ticket_view(&scene, scene.centre.tickets.get(id)?))
        }
    }
}

struct Framing<'a> {
    scene: Scene<'a>,
    journal: &'a str,
    seq: u64,
}

impl Framing<'_> {
    fn around(&self, view: impl Serialize) -> Option<Rendered> {
        let (at, journal) = (self.scene.at(self.scene.now), self.journal.to_owned());
        let frame = Frame {
            at,
            journal,
            seq: self.seq,
            view,
        };
        let json = serde_json::to_string(&frame).ok()?;
        let view_at = json.find(r#""view":"#)?;
        Some(Rendered {
            seq: self.seq,
            json: json.into(),
            view_at,
        })
    }
}

/// When a counter on a break means to be back, if it said for how long.
fn break_end(desk: &Desk) -> Option<Moment> {
    match desk.state {
        CounterState::Break {
            since,
            minutes: Some(minutes),
            ..
        } => Some(since.plus_s(i64::from(minutes) * 60)),
        _ => None,
    }
}
