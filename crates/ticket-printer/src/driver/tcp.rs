//! A printer on the network: raw bytes on port 9100, one connection per job.

use super::{Driver, Link};
use std::io::{self, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Connects to a printer's address.
#[derive(Debug)]
pub struct TcpDriver {
    address: SocketAddr,
    connect_within: Duration,
}

impl TcpDriver {
    /// A driver for the printer at `address`.
    #[must_use]
    pub fn new(address: SocketAddr, connect_within: Duration) -> Self {
        Self {
            address,
            connect_within,
        }
    }
}

impl Driver for TcpDriver {
    fn open(&self) -> io::Result<Box<dyn Link>> {
        let stream = TcpStream::connect_timeout(&self.address, self.connect_within)?;
        stream.set_nodelay(true)?;
        Ok(Box::new(TcpLink(stream)))
    }
}

struct TcpLink(TcpStream);

/// The system has no timeout of zero: that would mean for ever.
fn at_least(within: Duration) -> Option<Duration> {
    Some(within.max(Duration::from_millis(1)))
}

fn is_timeout(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut)
}

impl Link for TcpLink {
    fn write(&mut self, bytes: &[u8], within: Duration) -> io::Result<usize> {
        self.0.set_write_timeout(at_least(within))?;
        match self.0.write(bytes) {
            Ok(0) => Err(ErrorKind::WriteZero.into()),
            Err(error) if is_timeout(&error) => Err(ErrorKind::TimedOut.into()),
            other => other,
        }
    }

    fn read(&mut self, within: Duration) -> io::Result<Option<u8>> {
        self.0.set_read_timeout(at_least(within))?;
        let mut byte = [0];
        match self.0.read(&mut byte) {
            Ok(0) => Err(ErrorKind::UnexpectedEof.into()),
            Ok(_) => Ok(Some(byte[0])),
            Err(error) if is_timeout(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn flush(&mut self, _: Duration) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for TcpLink {
    fn drop(&mut self) {
        // Closing over unread answers would reset the connection and lose what is still on its way
        // to the printer.
        if self.0.set_nonblocking(true).is_ok() {
            let mut rest = [0; 64];
            while matches!(self.0.read(&mut rest), Ok(1..)) {}
        }
    }
}
