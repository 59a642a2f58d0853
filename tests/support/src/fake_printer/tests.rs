//! The fake printer against bytes written by hand from the command reference.

use super::*;
use std::io::{Read, Write};
use std::net::TcpStream;

const LONG: Duration = Duration::from_secs(20);

fn send(printer: &FakePrinter, bytes: &[u8]) -> TcpStream {
    let mut host = TcpStream::connect(printer.address()).expect("connects");
    host.write_all(bytes).expect("sends");
    host
}

fn seen_after(printer: &FakePrinter, bytes: usize) -> Seen {
    printer
        .wait_until(LONG, |seen| seen.bytes.len() >= bytes)
        .expect("all arrives")
}

#[test]
fn a_picture_is_printed_and_cut() {
    let printer = FakePrinter::start(384).expect("starts");
    let mut job = vec![
        0x1b, b'@', 0x1d, b'P', 203, 203, 0x1d, b'v', b'0', 0, 2, 0, 2, 0,
    ];
    job.extend([0x80, 0x01, 0xff, 0x00, 0x1b, b'J', 3, 0x1d, b'V', 66, 1]);
    let _host = send(&printer, &job);
    let seen = seen_after(&printer, job.len());
    assert_eq!(seen.errors, [""; 0]);
    assert_eq!((seen.cuts, seen.sheets.len()), (1, 1));
    let rows = &seen.sheets[0].rows;
    assert_eq!(rows.len(), 2 + 3 + 1);
    assert_eq!(
        (rows[0][..3].to_vec(), rows[1][..2].to_vec()),
        (vec![0x80, 1, 0], vec![0xff, 0])
    );
    assert!(rows.iter().all(|row| row.len() == 48));
    assert!(
        seen.sheets[0]
            .to_png()
            .expect("a PNG")
            .starts_with(b"\x89PNG")
    );
}

#[test]
fn feeds_count_half_dots_until_told_otherwise() {
    let printer = FakePrinter::start(576).expect("starts");
    let job = [
        0x1b, b'J', 40, 0x1d, b'P', 203, 203, 0x1b, b'J', 40, 0x1b, b'@', 0x1b, b'J', 40,
    ];
    let _host = send(&printer, &job);
    assert_eq!(
        seen_after(&printer, job.len()).uncut.rows.len(),
        20 + 40 + 20
    );
}

#[test]
fn what_it_does_not_know_is_an_error() {
    for (job, named) in [
        (&b"A"[..], "[41]"),
        (&[0x1b, b'p'], "[1b, 70]"),
        (&[0x1d, b'V', 0], "full cut"),
        (&[0x1d, b'V', 65, 0], "full cut"),
        (&[0x1d, b'v', b'0', 0, 1, 1, 1, 0], "257 bytes"),
    ] {
        let printer = FakePrinter::start(576).expect("starts");
        let mut job = job.to_vec();
        job.extend(vec![0; 257]);
        let _host = send(&printer, &job);
        let seen = seen_after(&printer, job.len());
        assert_eq!(seen.errors.len(), 1, "{:?}", seen.errors);
        assert!(seen.errors[0].contains(named), "{:?}", seen.errors);
    }
}

#[test]
fn it_answers_by_the_pattern_of_each_question() {
    let printer = FakePrinter::start(576).expect("starts");
    let ask = |job: &[u8]| {
        let mut host = send(&printer, job);
        let mut answer = [0];
        host.read_exact(&mut answer).expect("answers");
        answer[0]
    };
    assert_eq!([1, 2, 3, 4].map(|kind| ask(&[0x10, 4, kind])), [0x12; 4]);
    assert_eq!(ask(&[0x1d, b'r', 1]), 0);
    printer.change(|now| now.paper_near_end = true);
    assert_eq!((ask(&[0x10, 4, 4]), ask(&[0x1d, b'r', 1])), (0x1e, 3));
    printer.change(|now| now.cover_open = true);
    assert_eq!((ask(&[0x10, 4, 1]), ask(&[0x10, 4, 2])), (0x1a, 0x16));
    printer.change(|now| (now.cover_open, now.paper_out) = (false, true));
    assert_eq!((ask(&[0x10, 4, 2]), ask(&[0x10, 4, 4])), (0x32, 0x7e));
    printer.change(|now| (now.paper_out, now.cutter_stuck) = (false, true));
    assert_eq!((ask(&[0x10, 4, 2]), ask(&[0x10, 4, 3])), (0x52, 0x1a));
}

#[test]
fn a_lost_connection_leaves_the_picture_open() {
    let printer = FakePrinter::start(384).expect("starts");
    drop(send(&printer, &[0x1d, b'v', b'0', 0, 2, 0, 2, 0, 0xaa]));
    seen_after(&printer, 9);
    // What was meant as a reset becomes dots.
    let _host = send(&printer, &[0x1b, b'@', 0x1b]);
    let seen = seen_after(&printer, 12);
    let dots: Vec<_> = seen
        .uncut
        .rows
        .iter()
        .map(|row| row[..2].to_vec())
        .collect();
    assert_eq!(dots, [[0xaa, 0x1b], [b'@', 0x1b]]);
}
