use crate::Notice;
use std::collections::VecDeque;
use std::time::Duration;

/// More at once would keep the hall listening for minutes; the screens show them all.
const MOST: usize = 4;
/// Nobody needs to hear it later.
const STALE: Duration = Duration::from_secs(60);

/// Notices that wait until no call does.
#[derive(Default)]
pub(super) struct NoticeQueue {
    waiting: VecDeque<(Notice, Duration)>,
}

impl NoticeQueue {
    pub fn tell(&mut self, notice: Notice, now: Duration) {
        if self.waiting.len() < MOST {
            self.waiting.push_back((notice, now));
        }
    }

    pub fn next(&mut self, now: Duration) -> Option<Notice> {
        let young = |(_, since): &(Notice, Duration)| now.saturating_sub(*since) <= STALE;
        self.waiting.retain(young);
        self.waiting.pop_front().map(|(notice, _)| notice)
    }

    pub fn clear(&mut self) {
        self.waiting.clear();
    }

    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }
}
