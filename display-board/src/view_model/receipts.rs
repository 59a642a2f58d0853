use chrono::{DateTime, FixedOffset};
use queue_protocol::ReceiptRequest;
use std::collections::BTreeMap;
use voice_announcer::CallId;

/// Calls remembered: more than a view lists.
const REMEMBERED: usize = 400;

type Time = DateTime<FixedOffset>;

#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    shown: Option<Time>,
    spoken: Option<Time>,
}

/// What this board showed and spoke, each told to the service once, and again to one that was away:
/// it keeps receipts in memory.
#[derive(Debug, Default)]
pub(super) struct Receipts {
    seen: BTreeMap<CallId, Seen>,
}

impl Receipts {
    /// The screen shows a call; gives the receipt if it is news.
    pub fn shown(&mut self, call: CallId, at: Time) -> Option<ReceiptRequest> {
        let seen = self.of(call);
        seen.shown.is_none().then(|| {
            seen.shown = Some(at);
            shown(at)
        })
    }

    /// The voice has spoken a call to its end; gives the receipt if it is news.
    pub fn spoken(&mut self, call: CallId, at: Time) -> Option<ReceiptRequest> {
        let seen = self.of(call);
        seen.spoken.is_none().then(|| {
            seen.spoken = Some(at);
            spoken(at)
        })
    }

    /// All receipts of these calls, for a service that was away.
    pub fn again(
        &self,
        calls: impl Iterator<Item = CallId>,
    ) -> impl Iterator<Item = (CallId, ReceiptRequest)> {
        let seen = calls.filter_map(|call| Some((call, *self.seen.get(&call)?)));
        seen.flat_map(|(call, seen)| {
            let receipts = [seen.shown.map(shown), seen.spoken.map(spoken)];
            receipts
                .into_iter()
                .flatten()
                .map(move |receipt| (call, receipt))
        })
    }

    /// Another journal counts its calls from 1.
    pub fn clear(&mut self) {
        self.seen.clear();
    }

    fn of(&mut self, call: CallId) -> &mut Seen {
        while self.seen.len() >= REMEMBERED && !self.seen.contains_key(&call) {
            self.seen.pop_first();
        }
        self.seen.entry(call).or_default()
    }
}

const fn shown(at: Time) -> ReceiptRequest {
    ReceiptRequest {
        shown_at: Some(at),
        spoken_at: None,
    }
}

const fn spoken(at: Time) -> ReceiptRequest {
    ReceiptRequest {
        shown_at: None,
        spoken_at: Some(at),
    }
}
