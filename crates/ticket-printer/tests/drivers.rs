//! The drivers against what a file system offers: a FIFO behaves like a USB printer's device file.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop")]

use rustix::fs::{CWD, FileType, Mode, mknodat};
use std::fs::OpenOptions;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::time::Duration;
use ticket_printer::driver::{Driver, FileDriver, TcpDriver, UsbDriver};

const SHORT: Duration = Duration::from_millis(20);
const LONG: Duration = Duration::from_secs(10);

fn fifo(folder: &Path) -> PathBuf {
    let path = folder.join("lp0");
    mknodat(CWD, &path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a FIFO");
    path
}

#[test]
fn a_device_that_takes_nothing_is_noticed() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut link = UsbDriver::new(fifo(folder.path())).open().expect("opens");
    let mut taken = 0;
    let error = loop {
        match link.write(&[0; 4096], SHORT) {
            Ok(count) => taken += count,
            Err(error) => break error,
        }
    };
    assert_eq!(error.kind(), ErrorKind::TimedOut);
    assert!(taken > 0);
    assert_eq!(
        link.flush(SHORT).expect_err("still full").kind(),
        ErrorKind::TimedOut
    );
}

#[test]
fn a_device_that_takes_all_gets_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = fifo(folder.path());
    let mut link = UsbDriver::new(path.clone()).open().expect("opens");
    let sent: Vec<u8> = (0..300_000u32).map(|n| n.to_le_bytes()[0]).collect();
    let expected = sent.clone();
    let mut device = OpenOptions::new().read(true).open(path).expect("opens");
    let reader = std::thread::spawn(move || {
        let mut got = vec![0; expected.len()];
        device.read_exact(&mut got).expect("reads");
        assert!(got == expected);
    });
    let mut rest = &sent[..];
    while !rest.is_empty() {
        let taken = link.write(rest, LONG).expect("written");
        rest = &rest[taken..];
    }
    reader.join().expect("all came");
    link.flush(LONG).expect("has left");
}

#[test]
fn a_device_answers() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = fifo(folder.path());
    let mut link = UsbDriver::new(path.clone()).open().expect("opens");
    assert_eq!(link.read(Duration::ZERO).expect("reads"), None);
    let mut device = OpenOptions::new().write(true).open(path).expect("opens");
    device.write_all(&[0x12]).expect("answers");
    assert_eq!(link.read(LONG).expect("reads"), Some(0x12));
    assert_eq!(link.read(SHORT).expect("reads"), None);
}

#[test]
fn a_device_that_is_not_there_cannot_be_opened() {
    let error = UsbDriver::new("/dev/usb/no-such-printer".into())
        .open()
        .err()
        .expect("refused");
    assert_eq!(error.kind(), ErrorKind::NotFound);
}

#[test]
fn a_network_printer_that_is_lost_is_an_error() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("binds");
    let address = listener.local_addr().expect("an address");
    let mut link = TcpDriver::new(address, LONG).open().expect("connects");
    assert_eq!(link.read(SHORT).expect("nothing yet"), None);
    drop(listener.accept().expect("accepts"));
    assert_eq!(
        link.read(LONG).expect_err("closed").kind(),
        ErrorKind::UnexpectedEof
    );
    drop(listener);
    assert!(TcpDriver::new(address, LONG).open().is_err());
}

#[test]
fn a_network_printer_that_takes_nothing_is_noticed() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("binds");
    let address = listener.local_addr().expect("an address");
    let mut link = TcpDriver::new(address, LONG).open().expect("connects");
    let error = loop {
        if let Err(error) = link.write(&[0; 65_536], SHORT) {
            break error;
        }
    };
    assert_eq!(error.kind(), ErrorKind::TimedOut);
}

#[test]
fn a_file_keeps_every_job() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("slips.bin");
    let driver = FileDriver::new(path.clone());
    for job in [b"one ", b"two "] {
        let mut link = driver.open().expect("opens");
        assert_eq!(link.write(job, SHORT).expect("written"), 4);
        assert_eq!(link.read(SHORT).expect("silent"), None);
    }
    assert_eq!(std::fs::read(path).expect("reads"), b"one two ");
}
