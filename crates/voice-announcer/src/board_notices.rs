use crate::Notice;
use chrono::{DateTime, FixedOffset};
use queue_protocol::views::{BoardCounter, BoardTransfer, Issuing};
use queue_protocol::{BoardView, CounterStatus, Frame};
use std::collections::BTreeSet;

/// So long before the last number is issued the hall is told.
const CLOSING_SOON_MIN: i64 = 15;
/// A board that starts later than that after it says nothing of it.
const CLOSING_LATEST_MIN: i64 = 13;
/// A longer or shorter break is said without its length.
const BREAK_MIN: std::ops::RangeInclusive<i64> = 2..=60;

type Time = DateTime<FixedOffset>;

/// Turns the board's views into notices: what is new since the last look, each once.
#[derive(Debug, Default)]
pub struct BoardNotices {
    journal: Option<String>,
    missed: BTreeSet<String>,
    /// The transfers of the last view.
    transfers: Vec<BoardTransfer>,
    on_break: BTreeSet<u16>,
    /// The end of issuing that the hall was told of.
    closing: Option<Time>,
}

impl BoardNotices {
    /// What the hall is to be told at the service's time `now`, with `frame` the newest view. A board that starts,
    /// or meets another journal, tells nothing of what is so already.
    pub fn take(&mut self, frame: &Frame<BoardView>, now: Time) -> Vec<Notice> {
        let starts = self.journal.as_ref() != Some(&frame.journal);
        if starts {
            self.journal = Some(frame.journal.clone());
        }
        let view = &frame.view;
        let mut notices = Vec::new();
        notices.extend(self.closing_soon(&view.issuing, now));
        let changed = self.transfers(&view.transfers).into_iter();
        let changed = changed.chain(self.missed(&view.missed));
        let changed = changed.chain(self.breaks(&view.counters, now));
        let changed: Vec<_> = changed.collect();
        if !starts {
            notices.extend(changed);
        }
        notices
    }

    fn closing_soon(&mut self, issuing: &Issuing, now: Time) -> Option<Notice> {
        let Issuing::Open { until } = issuing else {
            return None;
        };
        let left_s = (*until - now).num_seconds();
        let soon = CLOSING_LATEST_MIN * 60 < left_s && left_s <= CLOSING_SOON_MIN * 60;
        if !soon || self.closing == Some(*until) {
            return None;
        }
        self.closing = Some(*until);
        let minutes = u16::try_from((left_s + 59) / 60).ok()?;
        Some(Notice::ClosingSoon { minutes })
    }

    fn transfers(&mut self, transfers: &[BoardTransfer]) -> Vec<Notice> {
        let new = transfers.iter().filter(|one| !self.transfers.contains(one));
        let notices = new.filter_map(|transfer| {
            Some(Notice::Transferred {
                number: transfer.number.parse().ok()?,
                counter: transfer.counter,
            })
        });
        let notices = notices.collect();
        self.transfers = transfers.to_vec();
        notices
    }

    fn missed(&mut self, missed: &[String]) -> Vec<Notice> {
        let new = missed
            .iter()
            .filter(|number| !self.missed.contains(*number));
        let notices = new.filter_map(|number| {
            let number = number.parse().ok()?;
            Some(Notice::Missed { number })
        });
        let notices = notices.collect();
        self.missed = missed.iter().cloned().collect();
        notices
    }

    fn breaks(&mut self, counters: &[BoardCounter], now: Time) -> Vec<Notice> {
        let left = |counter: &&BoardCounter| counter.status == CounterStatus::Break;
        let left: Vec<_> = counters.iter().filter(left).collect();
        let new = left
            .iter()
            .filter(|counter| !self.on_break.contains(&counter.number));
        let notices = new.map(|counter| Notice::Break {
            counter: counter.number,
            minutes: counter.back_at.and_then(|back| minutes_until(back, now)),
        });
        let notices = notices.collect();
        self.on_break = left.iter().map(|counter| counter.number).collect();
        notices
    }
}

fn minutes_until(back: Time, now: Time) -> Option<u16> {
    let minutes = ((back - now).num_seconds() + 30) / 60;
    BREAK_MIN.contains(&minutes).then_some(())?;
    u16::try_from(minutes).ok()
}
