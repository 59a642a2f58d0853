//! The network between a kiosk and the service: it can be gone, or swallow the answers to one path.

use anyhow::Result;
use std::io::{Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

#[derive(Default)]
struct State {
    service: Option<SocketAddr>,
    /// What the service answers to a request that begins so is lost.
    swallows: Option<&'static str>,
    swallowed: usize,
    open: Vec<TcpStream>,
}

/// A cable that a test pulls. It stays where it is when the service moves.
pub struct Link {
    address: SocketAddr,
    state: Arc<(Mutex<State>, Condvar)>,
}

impl Link {
    pub fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let state = Arc::new((Mutex::new(State::default()), Condvar::new()));
        let shared = Arc::clone(&state);
        std::thread::spawn(move || {
            for kiosk in listener.incoming().map_while(Result::ok) {
                // The end of either side ends a connection; there is nobody to tell.
                let _ = join(kiosk, &shared);
            }
        });
        Ok(Self { address, state })
    }

    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// From now on kiosks reach `service`; without one, nobody.
    pub fn lead_to(&self, service: Option<SocketAddr>) {
        let mut state = lock(&self.state);
        state.service = service;
        for stream in state.open.drain(..) {
            drop(stream.shutdown(Shutdown::Both));
        }
    }

    /// The answers to requests that begin so are lost from now on.
    pub fn swallow(&self, request: Option<&'static str>) {
        let mut state = lock(&self.state);
        (state.swallows, state.swallowed) = (request, 0);
    }

    /// Waits until an answer was swallowed.
    pub fn wait_until_swallowed(&self, within: Duration) -> bool {
        let state = lock(&self.state);
        let waited = self
            .state
            .1
            .wait_timeout_while(state, within, |state| state.swallowed == 0);
        waited.is_ok_and(|(state, _)| state.swallowed > 0)
    }
}

fn lock(state: &(Mutex<State>, Condvar)) -> MutexGuard<'_, State> {
    state.0.lock().unwrap_or_else(PoisonError::into_inner)
}

fn join(kiosk: TcpStream, shared: &Arc<(Mutex<State>, Condvar)>) -> std::io::Result<()> {
    let mut state = lock(shared);
    let Some(service) = state.service else {
        return kiosk.shutdown(Shutdown::Both);
    };
    let service = TcpStream::connect(service)?;
    state.open.push(kiosk.try_clone()?);
    state.open.push(service.try_clone()?);
    drop(state);
    let asked = Arc::new(Mutex::new(Vec::new()));
    let (up, down) = (Arc::clone(&asked), Arc::clone(shared));
    let (kiosk_in, service_out) = (kiosk.try_clone()?, service.try_clone()?);
    std::thread::spawn(move || {
        carry(kiosk_in, service_out, |bytes| {
            let mut asked = up.lock().unwrap_or_else(PoisonError::into_inner);
            if [&b"POST "[..], b"GET "]
                .iter()
                .any(|verb| bytes.starts_with(verb))
            {
                asked.clear();
            }
            asked.extend_from_slice(bytes);
            true
        });
    });
    std::thread::spawn(move || {
        carry(service, kiosk, |_| {
            let asked = asked.lock().unwrap_or_else(PoisonError::into_inner);
            let mut state = lock(&down);
            let lost = state
                .swallows
                .is_some_and(|request| asked.starts_with(request.as_bytes()));
            if lost {
                state.swallowed += 1;
                down.1.notify_all();
            }
            !lost
        });
    });
    Ok(())
}

/// Carries bytes on while `passes` lets them, then cuts both sides.
fn carry(mut from: TcpStream, mut to: TcpStream, mut passes: impl FnMut(&[u8]) -> bool) {
    let mut buffer = vec![0; 64 * 1024];
    while let Ok(length @ 1..) = from.read(&mut buffer) {
        if !passes(&buffer[..length]) || to.write_all(&buffer[..length]).is_err() {
            break;
        }
    }
    for stream in [from, to] {
        drop(stream.shutdown(Shutdown::Both));
    }
}
