use std::time::Duration;

/// Pages that take turns: each stands for a while, then the next, and after the last the first.
#[derive(Clone, Copy, Debug)]
pub struct Steps {
    every: Duration,
    since: Duration,
    at: usize,
}

impl Steps {
    /// The first page, from the start.
    #[must_use]
    pub const fn new(every: Duration) -> Self {
        Self {
            every,
            since: Duration::ZERO,
            at: 0,
        }
    }

    /// The page of `count` that stands at `now`; 0 where there is none.
    pub fn turn(&mut self, count: usize, now: Duration) -> usize {
        if count < 2 {
            self.show(0, now);
        } else if now.saturating_sub(self.since) >= self.every {
            self.show((self.at + 1) % count, now);
        }
        self.at = self.at.min(count.saturating_sub(1));
        self.at
    }

    /// The page that stands.
    #[must_use]
    pub const fn page(&self) -> usize {
        self.at
    }

    /// Turns to a page now, for its whole time.
    pub fn show(&mut self, page: usize, now: Duration) {
        self.at = page;
        self.since = now;
    }
}

/// How many pages of `size` hold `count` things; at least one.
#[must_use]
pub fn pages(count: usize, size: usize) -> usize {
    count.div_ceil(size).max(1)
}

/// The things on one page.
#[must_use]
pub fn page<T>(things: &[T], page: usize, size: usize) -> &[T] {
    things.chunks(size).nth(page).unwrap_or_default()
}
