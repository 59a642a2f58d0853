//! A printer on the USB cable, through the kernel's `usblp` device file.
//!
//! The file is opened non-blocking: `usblp` would block a writer for as long as the paper is out.

use super::{Driver, Link};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::OFlags;
use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Opens a printer's device file.
#[derive(Debug)]
pub struct UsbDriver {
    device: PathBuf,
}

impl UsbDriver {
    /// A driver for the device file `device`, like `/dev/usb/lp0`.
    #[must_use]
    pub fn new(device: PathBuf) -> Self {
        Self { device }
    }
}

impl Driver for UsbDriver {
    fn open(&self) -> io::Result<Box<dyn Link>> {
        let nonblocking = OFlags::NONBLOCK.bits().cast_signed();
        let mut options = OpenOptions::new();
        let file = options
            .read(true)
            .write(true)
            .custom_flags(nonblocking)
            .open(&self.device)?;
        Ok(Box::new(UsbLink(file)))
    }
}

struct UsbLink(File);

impl UsbLink {
    /// Waits until the device can take or give bytes; false if it cannot `within` the time.
    fn wait(&self, what: PollFlags, within: Duration) -> io::Result<bool> {
        let deadline = Instant::now() + within;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let timeout = Timespec::try_from(left).map_err(|_| ErrorKind::InvalidInput)?;
            let mut device = [PollFd::new(&self.0, what)];
            match poll(&mut device, Some(&timeout)) {
                Ok(0) => return Ok(false),
                Ok(_) if device[0].revents().intersects(what) => return Ok(true),
                // Neither: unplugged or switched off.
                Ok(_) => return Err(ErrorKind::NotConnected.into()),
                Err(rustix::io::Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn wait_to_write(&self, within: Duration) -> io::Result<()> {
        if self.wait(PollFlags::OUT, within)? {
            Ok(())
        } else {
            Err(ErrorKind::TimedOut.into())
        }
    }
}

impl Link for UsbLink {
    fn write(&mut self, bytes: &[u8], within: Duration) -> io::Result<usize> {
        let deadline = Instant::now() + within;
        loop {
            self.wait_to_write(deadline.saturating_duration_since(Instant::now()))?;
            match self.0.write(bytes) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                // Another transfer began between the two calls.
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                other => return other,
            }
        }
    }

    fn read(&mut self, within: Duration) -> io::Result<Option<u8>> {
        if !self.wait(PollFlags::IN, within)? {
            return Ok(None);
        }
        let mut byte = [0];
        match self.0.read(&mut byte) {
            // An empty transfer: the printer had nothing to say.
            Ok(0) => Ok(None),
            Ok(_) => Ok(Some(byte[0])),
            Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn flush(&mut self, within: Duration) -> io::Result<()> {
        // Closing the file would call back the transfer that is still running.
        self.wait_to_write(within)
    }
}
