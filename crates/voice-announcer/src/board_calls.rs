use crate::{Announcement, Order};
use chrono::TimeDelta;
use queue_protocol::views::BoardCall;
use queue_protocol::{BoardView, Frame};
use std::collections::BTreeSet;

/// A board that starts, or meets another journal, speaks nothing older.
const OLDEST_AT_START_S: i64 = 20;

/// Turns the board's views into orders to the voice: what each new picture asks to be spoken or dropped.
///
/// Each call id is announced once; a board that starts leaves out what was spoken before it. A call whose ticket is no longer called is not announced, and withdrawn
/// if it still waits to be spoken.
#[derive(Debug, Default)]
pub struct BoardCalls {
    journal: Option<String>,
    /// The ids of the last view, announced or too old.
    seen: BTreeSet<u64>,
    /// Those that may still wait in the voice.
    announced: BTreeSet<u64>,
}

impl BoardCalls {
    /// The orders that follow from the newest view, for [`Voice::obey`](crate::Voice::obey) in this order.
    pub fn take(&mut self, frame: &Frame<BoardView>) -> Vec<Order> {
        let mut orders = Vec::new();
        let starts = self.journal.as_ref() != Some(&frame.journal);
        if starts {
            if self.journal.replace(frame.journal.clone()).is_some() {
                orders.push(Order::Forget);
            }
            self.seen.clear();
            self.announced.clear();
        }
        let calls = &frame.view.calls;
        let wanted: BTreeSet<u64> = calls
            .iter()
            .filter(|call| call.called)
            .map(|call| call.id)
            .collect();
        let dropped = self.announced.difference(&wanted);
        orders.extend(dropped.map(|call| Order::Withdraw(*call)));
        self.announced.retain(|call| wanted.contains(call));

        let young = |call: &BoardCall| frame.at - call.at <= TimeDelta::seconds(OLDEST_AT_START_S);
        for call in calls {
            let new = !self.seen.contains(&call.id) && wanted.contains(&call.id);
            if !new || (starts && (call.spoken || !young(call))) {
                continue;
            }
            match Announcement::try_from(call) {
                Ok(announcement) => {
                    self.announced.insert(call.id);
                    orders.push(Order::Announce(call.id, announcement));
                }
                Err(error) => tracing::error!(call = call.id, %error, "a call cannot be spoken"),
            }
        }
        self.seen = calls.iter().map(|call| call.id).collect();
        orders
    }
}
