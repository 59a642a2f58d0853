//! Drivers: how bytes reach a printer, each step with a deadline.
//!
//! The drivers of the escpos crate are not used: its file driver blocks for as long as a USB
//! printer has no paper, and none tells how many bytes were taken before an error.

mod file;
mod tcp;
mod usblp;

pub use file::FileDriver;
pub use tcp::TcpDriver;
pub use usblp::UsbDriver;

use crate::settings::{Connection, PrinterSettings};
use std::io;
use std::time::Duration;

/// A way to a printer. One link is opened per job and closed after it.
pub trait Driver: Send {
    /// Opens the way.
    ///
    /// # Errors
    /// If the printer is not there, is in use, or does not answer in time.
    fn open(&self) -> io::Result<Box<dyn Link>>;

    /// Whether what is at the other end can answer at all.
    fn can_answer(&self) -> bool {
        true
    }
}

/// An open way to a printer, closed when dropped.
pub trait Link {
    /// Hands over the first of `bytes` and says how many were taken, at least one.
    ///
    /// # Errors
    /// [`io::ErrorKind::TimedOut`] if none was taken `within` the time; any other if the printer
    /// was lost.
    fn write(&mut self, bytes: &[u8], within: Duration) -> io::Result<usize>;

    /// The next byte from the printer, or none if none came `within` the time.
    ///
    /// # Errors
    /// If the printer was lost.
    fn read(&mut self, within: Duration) -> io::Result<Option<u8>>;

    /// Waits until what was handed over has left this machine, as far as that can be known.
    ///
    /// # Errors
    /// Like [`write`](Self::write).
    fn flush(&mut self, within: Duration) -> io::Result<()>;
}

/// The driver for the connection in `settings`.
#[must_use]
pub fn for_settings(settings: &PrinterSettings) -> Box<dyn Driver> {
    match &settings.connection {
        Connection::Tcp(address) => Box::new(TcpDriver::new(*address, settings.connect_within())),
        Connection::Usb(device) => Box::new(UsbDriver::new(device.clone())),
        Connection::File(path) => Box::new(FileDriver::new(path.clone())),
    }
}

/// Bytes were not all taken.
#[derive(Debug)]
pub(crate) struct BrokenOff {
    /// How many were.
    pub taken: usize,
    /// Why no more.
    pub error: io::Error,
}

/// Hands over all of `bytes`; `within` is the time in which at least one more must be taken.
pub(crate) fn hand_over(
    link: &mut dyn Link,
    bytes: &[u8],
    within: Duration,
) -> Result<(), BrokenOff> {
    let mut taken = 0;
    while taken < bytes.len() {
        match link.write(&bytes[taken..], within) {
            Ok(count) => taken += count,
            Err(error) => return Err(BrokenOff { taken, error }),
        }
    }
    Ok(())
}
