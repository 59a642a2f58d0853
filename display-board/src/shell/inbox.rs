use super::AppWindow;
use crate::view_model::News;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// News for the board from other threads, with the moment of their coming. However many come,
/// at most one wake-up of the window waits.
#[derive(Clone)]
pub struct Inbox {
    content: Arc<Mutex<Content>>,
    window: slint::Weak<AppWindow>,
}

#[derive(Default)]
struct Content {
    news: Vec<(News, Duration)>,
    waking: bool,
}

impl Inbox {
    /// An empty inbox that wakes `window`.
    pub fn new(window: slint::Weak<AppWindow>) -> Self {
        Self {
            content: Arc::default(),
            window,
        }
    }

    /// Puts news in. Of frames that come one right after another only the newest stays.
    pub fn put(&self, news: News, at: Duration) {
        let mut content = self.content();
        if let (News::Frame(_), Some((News::Frame(_), _))) = (&news, content.news.last()) {
            content.news.pop();
        }
        content.news.push((news, at));
        if !std::mem::replace(&mut content.waking, true) {
            drop(content);
            // Fails only when the window has gone, and nobody is left to wake.
            _ = self
                .window
                .upgrade_in_event_loop(|window| window.invoke_turn());
        }
    }

    /// Wakes the window, though nothing has come.
    pub fn wake(&self) {
        _ = self
            .window
            .upgrade_in_event_loop(|window| window.invoke_turn());
    }

    /// Takes everything out.
    pub fn take(&self) -> Vec<(News, Duration)> {
        let mut content = self.content();
        content.waking = false;
        std::mem::take(&mut content.news)
    }

    fn content(&self) -> MutexGuard<'_, Content> {
        self.content.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
