//! The line between the counter and the service: it can be cut, and led to another service.

use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// A forwarder on a port that stays.
pub struct Line {
    /// Where the counter connects to.
    pub address: String,
    state: Arc<State>,
}

struct State {
    cut: AtomicBool,
    to: Mutex<String>,
    open: Mutex<Vec<TcpStream>>,
}

impl Line {
    /// Leads to `service`, such as `http://127.0.0.1:40123`.
    pub fn to(service: &str) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = format!("http://{}", listener.local_addr()?);
        let state = Arc::new(State {
            cut: AtomicBool::new(false),
            to: Mutex::new(service.to_owned()),
            open: Mutex::default(),
        });
        let shared = Arc::clone(&state);
        std::thread::spawn(move || {
            for from in listener.incoming().flatten() {
                // A connection that fails is what this is for.
                let _ = shared.join(from);
            }
        });
        Ok(Self { address, state })
    }

    /// Nothing gets through any more, and what was open breaks.
    pub fn cut(&self) {
        self.state.cut.store(true, Ordering::SeqCst);
        self.state.break_all();
    }

    /// It works again, to `service`.
    pub fn mend(&self, service: &str) {
        *lock(&self.state.to) = service.to_owned();
        self.state.break_all();
        self.state.cut.store(false, Ordering::SeqCst);
    }
}

impl State {
    fn join(&self, from: TcpStream) -> io::Result<()> {
        if self.cut.load(Ordering::SeqCst) {
            return from.shutdown(Shutdown::Both);
        }
        let to = lock(&self.to).replacen("http://", "", 1);
        let to = TcpStream::connect(to)?;
        lock(&self.open).extend([from.try_clone()?, to.try_clone()?]);
        for (mut source, mut sink) in [(from.try_clone()?, to.try_clone()?), (to, from)] {
            std::thread::spawn(move || {
                let mut bytes = [0; 16 * 1024];
                while let Ok(count @ 1..) = source.read(&mut bytes) {
                    if sink.write_all(&bytes[..count]).is_err() {
                        break;
                    }
                }
                let _ = sink.shutdown(Shutdown::Both);
            });
        }
        Ok(())
    }

    fn break_all(&self) {
        for stream in lock(&self.open).drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
