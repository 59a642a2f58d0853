//! The queue as this counter sees it, the held visitors, the no-shows.

use super::{clock, count, minutes, minutes_since};
use crate::view_model::{Button, Desk, Sending};
use queue_protocol::ReasonKind;
use queue_protocol::views::{CallReason, HeldEntry, MissedEntry, QueueEntry};
use tokio::time::Instant;

/// Why a visitor goes first, to be worded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonPart {
    /// Which rule decided.
    pub kind: ReasonKind,
    /// Who came earlier and was passed over; empty: nobody.
    pub passed_over: String,
    /// How much earlier, in minutes.
    pub earlier_min: u32,
    /// The head start that decided, in minutes; 0: none.
    pub head_start_min: u32,
}

impl ReasonPart {
    pub(super) fn of(reason: &CallReason) -> Self {
        Self {
            kind: reason.kind,
            passed_over: reason.passed_over.clone().unwrap_or_default(),
            earlier_min: minutes(reason.earlier_s.unwrap_or(0)),
            head_start_min: minutes(reason.head_start_s.unwrap_or(0)),
        }
    }
}

/// A line of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    /// The number.
    pub number: String,
    /// The mark.
    pub priority: bool,
    /// The queue's short name.
    pub service: String,
    /// Why it stands at this place.
    pub reason: ReasonPart,
    /// Minutes waited.
    pub waited_min: u32,
}

/// A held visitor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRow {
    /// The number.
    pub number: String,
    /// The mark.
    pub priority: bool,
    /// Another counter that set it aside.
    pub counter: Option<u16>,
    /// Since when, "09:35".
    pub since: String,
    /// Back at about, "09:51".
    pub back_at: Option<String>,
    /// Minutes past that, once it has come.
    pub late_min: Option<u32>,
    /// The command pressed at this row.
    pub sending: Sending,
}

/// A no-show that can still be restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissedRow {
    /// The number.
    pub number: String,
    /// Another counter it had been called to.
    pub counter: Option<u16>,
    /// Since when, "09:31".
    pub since: String,
    /// Until when it can be restored, "10:01".
    pub until: String,
    /// The command pressed at this row.
    pub sending: Sending,
}

/// The right side of the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lists {
    /// The first of the queue, in the order of their calls.
    pub queue: Vec<QueueRow>,
    /// Everybody who waits for this counter.
    pub waiting: u32,
    /// The letters of the queues helped for a while, "E, T".
    pub helping: String,
    /// The held visitors, who is back first on top.
    pub held: Vec<HeldRow>,
    /// The no-shows.
    pub missed: Vec<MissedRow>,
}

pub(super) fn part(desk: &Desk, now: Instant) -> Lists {
    Lists {
        queue: desk
            .queue()
            .iter()
            .map(|entry| queue_row(desk, entry))
            .collect(),
        waiting: desk.waiting().max(count(desk.queue().len())),
        held: desk
            .held()
            .iter()
            .map(|entry| held_row(desk, entry, now))
            .collect(),
        missed: desk
            .missed()
            .iter()
            .map(|entry| missed_row(desk, entry, now))
            .collect(),
        helping: helping(desk),
    }
}

fn helping(desk: &Desk) -> String {
    let helped = desk.helping().iter().filter_map(|code| desk.service(code));
    let letters: Vec<&str> = helped.map(|service| service.letter.as_str()).collect();
    letters.join(", ")
}

pub(super) fn queue_row(desk: &Desk, entry: &QueueEntry) -> QueueRow {
    let service = desk.service(&entry.service);
    QueueRow {
        number: entry.number.clone(),
        priority: entry.priority,
        service: service.map_or_else(String::new, |known| {
            known.board_name.get(desk.language).to_owned()
        }),
        reason: ReasonPart::of(&entry.reason),
        waited_min: minutes(entry.waited_s),
    }
}

fn held_row(desk: &Desk, entry: &HeldEntry, now: Instant) -> HeldRow {
    HeldRow {
        number: entry.number.clone(),
        priority: entry.priority,
        counter: elsewhere(desk, entry.counter),
        since: clock(entry.since),
        back_at: entry.back_at.map(clock),
        late_min: late_min(desk, entry, now),
        sending: sending(desk, (Button::Resume, &entry.number), now),
    }
}

/// Minutes since a held visitor was to be back.
pub(super) fn late_min(desk: &Desk, entry: &HeldEntry, now: Instant) -> Option<u32> {
    let (back_at, time) = entry.back_at.zip(desk.time(now))?;
    (time >= back_at).then(|| minutes_since(back_at, Some(time)))
}

fn missed_row(desk: &Desk, entry: &MissedEntry, now: Instant) -> MissedRow {
    MissedRow {
        number: entry.number.clone(),
        counter: elsewhere(desk, entry.counter),
        since: clock(entry.since),
        until: clock(entry.until),
        sending: sending(desk, (Button::Restore, &entry.number), now),
    }
}

fn elsewhere(desk: &Desk, counter: u16) -> Option<u16> {
    Some(counter).filter(|counter| *counter != desk.number)
}

fn sending(desk: &Desk, (button, number): (Button, &str), now: Instant) -> Sending {
    let command = desk.command.as_ref();
    let here = command.filter(|c| c.button == button && c.row.as_deref() == Some(number));
    here.map_or(Sending::No, |command| command.sending(now))
}
