//! Signs of life for the service manager: a window that hangs gives none, and is started again.

use std::env;
use std::io;
use std::os::linux::net::SocketAddrExt as _;
use std::os::unix::net::{SocketAddr, UnixDatagram};

const SOCKET: &str = "NOTIFY_SOCKET";
const ALIVE: &[u8] = b"WATCHDOG=1";

/// The way to the service manager; none where nobody asks for signs of life.
pub struct Watchdog(Option<(UnixDatagram, SocketAddr)>);

impl Watchdog {
    /// Finds the service manager by the environment.
    #[must_use]
    pub fn from_environment() -> Self {
        let Some(address) = env::var_os(SOCKET).and_then(|name| name.into_string().ok()) else {
            return Self(None);
        };
        match connect(&address) {
            Ok(way) => Self(Some(way)),
            Err(error) => {
                tracing::warn!(%error, "no signs of life can be given");
                Self(None)
            }
        }
    }

    /// Gives a sign of life; to be called from the window's own thread.
    pub fn alive(&self) {
        if let Some((socket, manager)) = &self.0
            && let Err(error) = socket.send_to_addr(ALIVE, manager)
        {
            tracing::debug!(%error, "a sign of life was lost");
        }
    }
}

fn connect(address: &str) -> io::Result<(UnixDatagram, SocketAddr)> {
    let manager = match address.strip_prefix('@') {
        Some(name) => SocketAddr::from_abstract_name(name)?,
        None => SocketAddr::from_pathname(address)?,
    };
    let socket = UnixDatagram::unbound()?;
    socket.set_nonblocking(true)?;
    Ok((socket, manager))
}
