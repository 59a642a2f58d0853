//! News from other threads on its way to the window.

use crate::view_model::Message;
use std::sync::{Arc, Mutex, PoisonError};

/// Takes messages from any thread and wakes the window once for all that wait.
#[derive(Clone)]
pub struct Inbox {
    waiting: Arc<Mutex<Vec<Message>>>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Inbox {
    /// An inbox that calls `wake` when the first message comes; the window then takes them all.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            waiting: Arc::default(),
            wake: Arc::new(wake),
        }
    }

    /// Adds a message. A view replaces one that nobody has looked at.
    pub fn put(&self, message: Message) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(message, Message::View(_)) {
            waiting.retain(|older| !matches!(older, Message::View(_)));
        }
        waiting.push(message);
        let first = waiting.len() == 1;
        drop(waiting);
        if first {
            (self.wake)();
        }
    }

    /// Everything that waits, oldest first.
    #[must_use]
    pub fn take(&self) -> Vec<Message> {
        std::mem::take(&mut self.waiting.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
