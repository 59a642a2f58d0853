use super::CallId;
use crate::Announcement;
use std::collections::VecDeque;
use std::time::Duration;

/// Ids remembered as announced: several days of calls.
const REMEMBERED: usize = 8_192;

/// Calls in the order of their announcing, each id once.
#[derive(Default)]
pub(super) struct CallQueue {
    waiting: VecDeque<WaitingCall>,
    announced: VecDeque<CallId>,
}

pub(super) struct WaitingCall {
    pub id: CallId,
    pub announcement: Announcement,
    /// When it was announced, on the audio thread's clock.
    pub since: Duration,
}

impl CallQueue {
    pub fn announce(&mut self, call: CallId, announcement: Announcement, now: Duration) {
        if self.announced.contains(&call) {
            return;
        }
        if self.announced.len() == REMEMBERED {
            self.announced.pop_front();
        }
        self.announced.push_back(call);
        self.waiting.push_back(WaitingCall {
            id: call,
            announcement,
            since: now,
        });
    }

    /// Whether the call was waiting.
    pub fn withdraw(&mut self, call: CallId) -> bool {
        let before = self.waiting.len();
        self.waiting.retain(|waiting| waiting.id != call);
        self.waiting.len() < before
    }

    /// Empties the queue and its memory; gives the calls that waited.
    pub fn forget(&mut self) -> Vec<CallId> {
        self.announced.clear();
        self.waiting.drain(..).map(|waiting| waiting.id).collect()
    }

    /// Drops and gives the calls announced before `since`.
    pub fn drop_older_than(&mut self, since: Duration) -> Vec<CallId> {
        let (old, young) = self
            .waiting
            .drain(..)
            .partition(|waiting| waiting.since < since);
        self.waiting = young;
        let old: VecDeque<WaitingCall> = old;
        old.into_iter().map(|waiting| waiting.id).collect()
    }

    pub fn next(&mut self) -> Option<WaitingCall> {
        self.waiting.pop_front()
    }

    /// A call that was interrupted is spoken again before the others.
    pub fn put_back(&mut self, waiting: WaitingCall) {
        self.waiting.push_front(waiting);
    }

    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    pub fn waiting(&self) -> impl Iterator<Item = &Announcement> {
        self.waiting.iter().map(|waiting| &waiting.announcement)
    }
}
