//! Takes connections and hands their bytes to the mechanism.

use super::Shared;
use std::io::{self, Read};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Listens at `address` on a thread of its own until the printer is switched off. Gives the
/// address with its port, and the thread.
pub fn listen(
    address: SocketAddr,
    shared: Arc<Shared>,
) -> io::Result<(SocketAddr, JoinHandle<()>)> {
    let listener = TcpListener::bind(address)?;
    let address = listener.local_addr()?;
    let thread = thread::Builder::new()
        .name("fake printer".into())
        .spawn(move || {
            for stream in listener.incoming().flatten() {
                if shared.lock().condition.switched_off {
                    return;
                }
                let shared = Arc::clone(&shared);
                thread::spawn(move || serve(stream, &shared));
            }
        })?;
    Ok((address, thread))
}

fn serve(mut stream: TcpStream, shared: &Shared) {
    // Answers are single bytes: none waits for the one before to be acknowledged.
    drop(stream.set_nodelay(true));
    {
        // Who has closed one connection may open the next before this side has noticed.
        let closed =
            shared
                .changed
                .wait_timeout_while(shared.lock(), Duration::from_secs(1), |mechanism| {
                    mechanism.seen.open > 0
                });
        let mut mechanism = closed.unwrap_or_else(PoisonError::into_inner).0;
        mechanism.host = stream.try_clone().ok();
        let seen = &mut mechanism.seen;
        seen.connections += 1;
        seen.open += 1;
        seen.most_open = seen.most_open.max(seen.open);
    }
    let mut bytes = [0; 4096];
    while let Ok(count @ 1..) = stream.read(&mut bytes) {
        if !take(&bytes[..count], shared) {
            // Both directions at once, and what was not read is refused, as when a cable is pulled.
            drop(stream.shutdown(Shutdown::Both));
            break;
        }
    }
    let mut mechanism = shared.lock();
    mechanism.seen.open -= 1;
    shared.changed.notify_all();
}

/// Hands over the bytes one by one; false when the connection is to be dropped.
fn take(bytes: &[u8], shared: &Shared) -> bool {
    let mut mechanism = shared.lock();
    for byte in bytes {
        while mechanism.condition.stall_after_bytes == Some(0) && !mechanism.condition.switched_off
        {
            shared.changed.notify_all();
            mechanism = shared
                .changed
                .wait(mechanism)
                .unwrap_or_else(PoisonError::into_inner);
        }
        let now = &mut mechanism.condition;
        if now.switched_off {
            return false;
        }
        if now.cut_off_after_bytes == Some(0) {
            now.cut_off_after_bytes = None;
            return false;
        }
        for count in [&mut now.stall_after_bytes, &mut now.cut_off_after_bytes] {
            *count = count.map(|left| left.saturating_sub(1));
        }
        mechanism.receive(*byte);
    }
    shared.changed.notify_all();
    true
}
