use super::Announcer;
use crate::player::stage::Stage;
use crate::player::{CallId, DropReason, Health, Output, OutputError, Report};
use std::time::Duration;

const RETRY_MOST: Duration = Duration::from_secs(120);
/// A call that could not be spoken for this long is not spoken late.
const STALE: Duration = Duration::from_secs(60);
/// What another board has not spoken by then it will not ask this one to.
const ELSEWHERE: Duration = Duration::from_secs(20);

/// What becomes of calls when the hall cannot, or shall not, hear them.
impl<O: Output, R: FnMut(Report)> Announcer<O, R> {
    /// Closes the device; the interrupted call is spoken again from its start. A device that has spoken since
    /// its last fault is opened anew at once, any other after a while.
    pub fn fail(&mut self, error: &OutputError, now: Duration) {
        tracing::warn!(%error, "the hall cannot hear calls");
        self.output.close();
        self.busy_since = None;
        self.pair_open = false;
        let proven = self.silent_since.is_none() && !matches!(self.stage, Stage::Closed { .. });
        self.silent_since.get_or_insert(now);
        let wait = if proven { Duration::ZERO } else { self.retry };
        if !proven {
            self.retry = (self.retry * 2).min(RETRY_MOST);
        }
        let closed = Stage::Closed {
            retry_at: now + wait,
        };
        if let Stage::Speaking(spoken) = std::mem::replace(&mut self.stage, closed)
            && let Some(call) = spoken.call
        {
            if spoken.withdrawn {
                (self.report)(Report::Dropped(call.id, DropReason::Withdrawn));
            } else {
                self.queue.put_back(call);
            }
        }
        (self.report)(Report::Health(Health::Silent {
            reason: error.to_string(),
        }));
    }

    /// Drops what the hall shall not hear, or not any more: in quiet hours everything; where another board speaks
    /// what that one must have spoken; after a silence all but what was announced in its last minute, or waited
    /// when it began a minute ago.
    pub(super) fn drop_unheard(&mut self, now: Duration) {
        if self.volume(now) <= 0.0 {
            self.notices.clear();
            let waited = self.queue.drop_older_than(Duration::MAX);
            self.drop_all(waited, DropReason::Quiet);
        }
        if !self.speaks {
            self.notices.clear();
            let waited = self.queue.drop_older_than(now.saturating_sub(ELSEWHERE));
            self.drop_all(waited, DropReason::Elsewhere);
        }
        let oldest = now.saturating_sub(STALE);
        if self.silent_since.is_some_and(|since| since < oldest) {
            let waited = self.queue.drop_older_than(oldest);
            self.drop_all(waited, DropReason::Stale);
        }
    }

    pub(super) fn drop_all(&mut self, calls: Vec<CallId>, reason: DropReason) {
        for call in calls {
            (self.report)(Report::Dropped(call, reason));
        }
    }
}
