//! What the network thread has for the window: at most one knock at a time, newest view wins.

use crate::view_model::Ending;
use queue_client::View;
use queue_protocol::views::{CounterView, HallView, Visitor};
use queue_protocol::{Catalogue, ProblemCode};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Something from the service.
#[derive(Debug)]
pub enum News {
    /// The newest view of a counter.
    Counter(u16, View<CounterView>),
    /// The newest view of the hall.
    Hall(View<HallView>),
    /// The catalogue.
    Catalogue(Box<Catalogue>),
    /// The service does not talk to this device.
    TurnedAway(ProblemCode),
    /// Where the ticket of a number stands; there is none, or no answer.
    Ticket(String, Result<Box<Visitor>, Option<ProblemCode>>),
    /// How the running command ended.
    Ended(Ending),
}

/// Tells the window that there is news.
pub type Knock = Box<dyn Fn() + Send>;

/// News that the window has not read yet.
#[derive(Default)]
pub struct Inbox(Mutex<Waiting>);

#[derive(Default)]
struct Waiting {
    news: Vec<News>,
    knock: Option<Knock>,
}

impl Inbox {
    /// Puts news in; a view that was not read yet gives way to the newer one.
    pub fn put(&self, news: News) {
        let mut waiting = self.lock();
        let first = waiting.news.is_empty();
        let same = |old: &News| match (old, &news) {
            (News::Counter(a, _), News::Counter(b, _)) => a == b,
            (News::Hall(_), News::Hall(_)) => true,
            _ => false,
        };
        match waiting.news.iter().position(same) {
            Some(place) => waiting.news[place] = news,
            None => waiting.news.push(news),
        }
        if let Some(knock) = waiting.knock.as_ref().filter(|_| first) {
            knock();
        }
    }

    /// Takes everything out.
    #[must_use]
    pub fn take(&self) -> Vec<News> {
        std::mem::take(&mut self.lock().news)
    }

    /// Says how to tell the window.
    pub fn on_news(&self, knock: Knock) {
        self.lock().knock = Some(knock);
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Inbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Inbox(…)")
    }
}
