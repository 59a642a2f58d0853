//! A thermal printer on TCP that exists only in memory: it turns the bytes it gets back into
//! paper, strictly by the ESC/POS command reference, and fails on demand.
//!
//! It shares no code with the encoder that it judges. What it does not know is an error, never
//! skipped in silence.

mod mechanism;
mod parser;
mod server;
mod sheet;

pub use mechanism::{Condition, Seen};
pub use sheet::Sheet;

use mechanism::Mechanism;
use std::io;
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// A printer that listens until it is dropped.
pub struct FakePrinter {
    address: SocketAddr,
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
}

/// What the connections and the tests look at together.
struct Shared {
    mechanism: Mutex<Mechanism>,
    changed: Condvar,
}

impl Shared {
    /// A test that failed while it held the lock has said so already.
    fn lock(&self) -> MutexGuard<'_, Mechanism> {
        self.mechanism
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl FakePrinter {
    /// A printer with a head of `dots` dots on a free port of this machine.
    ///
    /// # Errors
    /// If no port can be opened.
    pub fn start(dots: u32) -> io::Result<Self> {
        Self::start_at(SocketAddr::from(([127, 0, 0, 1], 0)), dots)
    }

    /// A printer with a head of `dots` dots at `address`.
    ///
    /// # Errors
    /// If the address cannot be opened.
    pub fn start_at(address: SocketAddr, dots: u32) -> io::Result<Self> {
        let shared = Arc::new(Shared {
            mechanism: Mutex::new(Mechanism::new(dots)),
            changed: Condvar::new(),
        });
        let (address, listening) = server::listen(address, Arc::clone(&shared))?;
        Ok(Self {
            address,
            shared,
            listening: Some(listening),
        })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Changes its condition, like `|now| now.cover_open = true`. What was held up goes on at once
    /// if nothing hinders it any more.
    pub fn change(&self, change: impl FnOnce(&mut Condition)) {
        let mut mechanism = self.shared.lock();
        change(&mut mechanism.condition);
        mechanism.work();
        self.shared.changed.notify_all();
    }

    /// What it has received and done so far.
    #[must_use]
    pub fn seen(&self) -> Seen {
        self.shared.lock().seen.clone()
    }

    /// Waits until `what` holds, for at most `within`.
    ///
    /// # Errors
    /// What was seen instead, if it did not come to hold.
    pub fn wait_until(
        &self,
        within: Duration,
        what: impl Fn(&Seen) -> bool,
    ) -> Result<Seen, Box<Seen>> {
        let deadline = Instant::now() + within;
        let mut mechanism = self.shared.lock();
        while !what(&mechanism.seen) {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(Box::new(mechanism.seen.clone()));
            }
            let waited = self.shared.changed.wait_timeout(mechanism, left);
            mechanism = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        Ok(mechanism.seen.clone())
    }
}

impl Drop for FakePrinter {
    fn drop(&mut self) {
        let host = {
            let mut mechanism = self.shared.lock();
            mechanism.condition.switched_off = true;
            mechanism.host.take()
        };
        self.shared.changed.notify_all();
        if let Some(host) = host {
            drop(host.shutdown(Shutdown::Both));
        }
        // Wakes the thread that waits for connections; when it has ended the port is free.
        drop(TcpStream::connect(self.address));
        if let Some(listening) = self.listening.take() {
            drop(listening.join());
        }
    }
}

#[cfg(test)]
mod tests;
