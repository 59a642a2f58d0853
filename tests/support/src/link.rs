//! The network between a device and the service: it can be gone, swallow the answers to one path, or have them say
//! something else.

use anyhow::Result;
use std::io::{Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What is lost on the way, by how a request begins.
#[derive(Clone, Copy)]
pub enum Lost {
    /// The service never hears it.
    Request(&'static str),
    /// The service hears it, and its answer is lost.
    Answer(&'static str),
}

/// What an answer says instead, as a newer service may.
#[derive(Clone, Copy)]
pub struct Reworded {
    /// How its request begins.
    pub answer_to: &'static str,
    /// What the service wrote.
    pub word: &'static str,
    /// What the device reads; as long as the word.
    pub other: &'static str,
}

#[derive(Default)]
struct State {
    service: Option<SocketAddr>,
    loses: Option<Lost>,
    lost: usize,
    rewords: Option<Reworded>,
    open: Vec<TcpStream>,
}

/// A cable that a test pulls. It stays where it is when the service moves.
pub struct Link {
    address: SocketAddr,
    state: Arc<(Mutex<State>, Condvar)>,
}

impl Link {
    /// A cable that leads nowhere yet.
    ///
    /// # Errors
    /// There is no port for it.
    pub fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let state = Arc::new((Mutex::new(State::default()), Condvar::new()));
        let shared = Arc::clone(&state);
        std::thread::spawn(move || {
            for device in listener.incoming().map_while(Result::ok) {
                // The end of either side ends a connection; there is nobody to tell.
                let _ = join(device, &shared);
            }
        });
        Ok(Self { address, state })
    }

    /// What a device takes for the service's address.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// From now on devices reach `service`; without one, nobody.
    pub fn lead_to(&self, service: Option<SocketAddr>) {
        let mut state = lock(&self.state);
        state.service = service;
        for stream in state.open.drain(..) {
            drop(stream.shutdown(Shutdown::Both));
        }
    }

    /// The service that devices reach.
    #[must_use]
    pub fn leads_to(&self) -> Option<SocketAddr> {
        lock(&self.state).service
    }

    /// From now on this is lost, and counted.
    pub fn lose(&self, what: Option<Lost>) {
        let mut state = lock(&self.state);
        (state.loses, state.lost) = (what, 0);
    }

    /// From now on this answer is another one.
    pub fn reword(&self, what: Option<Reworded>) {
        lock(&self.state).rewords = what;
    }

    /// Waits until something was lost.
    #[must_use]
    pub fn wait_until_lost(&self, within: Duration) -> bool {
        let state = lock(&self.state);
        let waited = self
            .state
            .1
            .wait_timeout_while(state, within, |state| state.lost == 0);
        waited.is_ok_and(|(state, _)| state.lost > 0)
    }
}

fn lock(state: &(Mutex<State>, Condvar)) -> MutexGuard<'_, State> {
    state.0.lock().unwrap_or_else(PoisonError::into_inner)
}

fn join(device: TcpStream, shared: &Arc<(Mutex<State>, Condvar)>) -> std::io::Result<()> {
    let mut state = lock(shared);
    let Some(service) = state.service else {
        return device.shutdown(Shutdown::Both);
    };
    let service = TcpStream::connect(service)?;
    state.open.push(device.try_clone()?);
    state.open.push(service.try_clone()?);
    drop(state);
    let asked = Arc::new(Mutex::new(Vec::new()));
    let (asked_up, state_up) = (Arc::clone(&asked), Arc::clone(shared));
    let (asked_down, state_down) = (asked, Arc::clone(shared));
    let (device_in, service_out) = (device.try_clone()?, service.try_clone()?);
    std::thread::spawn(move || {
        carry(device_in, service_out, |bytes| {
            let mut asked = asked_up.lock().unwrap_or_else(PoisonError::into_inner);
            if [&b"POST "[..], b"GET "]
                .iter()
                .any(|verb| bytes.starts_with(verb))
            {
                asked.clear();
            }
            asked.extend_from_slice(bytes);
            passes(&state_up, &asked, |lost| match lost {
                Lost::Request(begin) => Some(begin),
                Lost::Answer(_) => None,
            })
        });
    });
    std::thread::spawn(move || {
        carry(service, device, |bytes| {
            let asked = asked_down.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(rewords) = lock(&state_down).rewords
                && asked.starts_with(rewords.answer_to.as_bytes())
            {
                reword(bytes, rewords);
            }
            passes(&state_down, &asked, |lost| match lost {
                Lost::Request(_) => None,
                Lost::Answer(begin) => Some(begin),
            })
        });
    });
    Ok(())
}

/// Whether what belongs to the request `asked` goes on; counts it if not.
fn passes(
    shared: &(Mutex<State>, Condvar),
    asked: &[u8],
    begin: impl FnOnce(Lost) -> Option<&'static str>,
) -> bool {
    let mut state = lock(shared);
    let begin = state.loses.and_then(begin);
    let lost = begin.is_some_and(|begin| asked.starts_with(begin.as_bytes()));
    if lost {
        state.lost += 1;
        shared.1.notify_all();
    }
    !lost
}

fn reword(bytes: &mut [u8], Reworded { word, other, .. }: Reworded) {
    assert_eq!(word.len(), other.len(), "an answer keeps its length");
    for start in 0..(bytes.len() + 1).saturating_sub(word.len()) {
        let place = &mut bytes[start..start + word.len()];
        if place == word.as_bytes() {
            place.copy_from_slice(other.as_bytes());
        }
    }
}

/// Carries bytes on while `passes` lets them, then cuts both sides.
fn carry(mut from: TcpStream, mut to: TcpStream, mut passes: impl FnMut(&mut [u8]) -> bool) {
    let mut buffer = vec![0; 64 * 1024];
    while let Ok(length @ 1..) = from.read(&mut buffer) {
        if !passes(&mut buffer[..length]) || to.write_all(&buffer[..length]).is_err() {
            break;
        }
    }
    for stream in [from, to] {
        drop(stream.shutdown(Shutdown::Both));
    }
}
