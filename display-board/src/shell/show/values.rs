use super::super::generated::{ClosedKind, Day};
use chrono::{DateTime, Datelike as _, FixedOffset};
use queue_protocol::ClosedReason;
use slint::SharedString;

type Time = DateTime<FixedOffset>;

pub(super) const fn closed_kind(reason: ClosedReason) -> ClosedKind {
    match reason {
        ClosedReason::BeforeOpening => ClosedKind::BeforeOpening,
        ClosedReason::Pause => ClosedKind::Pause,
        ClosedReason::AfterHours => ClosedKind::AfterHours,
        ClosedReason::Weekend => ClosedKind::Weekend,
        ClosedReason::Holiday => ClosedKind::Holiday,
        ClosedReason::LocalClosure => ClosedKind::LocalClosure,
        ClosedReason::CapReached | ClosedReason::WorkPassesClosing => ClosedKind::CapReached,
    }
}

/// "09:41", or nothing.
pub(super) fn clock(time: Option<Time>) -> SharedString {
    time.map(|time| time.format("%H:%M").to_string().into())
        .unwrap_or_default()
}

pub(super) fn day(time: Time) -> Day {
    Day {
        weekday: number(time.weekday().num_days_from_monday() as usize),
        day: number(time.day() as usize),
        month: number(time.month() as usize),
        year: time.year(),
    }
}

/// The day of `next`, unless it is today.
pub(super) fn another_day(next: Option<Time>, now: Option<Time>) -> Day {
    let today = now.map(|now| now.date_naive());
    next.filter(|next| Some(next.date_naive()) != today)
        .map(day)
        .unwrap_or_default()
}

/// A small count as Slint has it.
pub(super) fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
