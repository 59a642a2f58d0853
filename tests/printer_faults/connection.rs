//! The connection: lost at any byte, stalled, refused, left half-way by an earlier run.

use crate::rig::{LONG, Rig, picture, settings, shows, start, states_of};
use std::io::Write;
use std::net::{TcpListener, TcpStream};
use system_tests::fake_printer::FakePrinter;
use ticket_printer::{Cause, JobState, PaperWidth, encode};

/// Bytes that go before a first slip: the recovery and two questions.
fn before_slip() -> usize {
    6 + encode::recovery(PaperWidth::Dots384, false).len()
}

/// Loses the connection after `byte` bytes; gives what was told of the slip.
fn lose_at(byte: usize) -> JobState {
    let rig = Rig::new();
    rig.fake.change(|now| now.cut_off_after_bytes = Some(byte));
    let slip = picture(6);
    let ended = *rig.print(6, &slip).last().expect("a state");
    rig.assert_prints_again();
    let seen = rig.fake.seen();
    let whole = seen.slips().filter(|sheet| shows(sheet, &slip)).count();
    match ended {
        JobState::Failed(cause) => assert_eq!((cause, whole), (Cause::CutOff, 0), "byte {byte}"),
        JobState::Unknown(cause) => assert!(cause == Cause::CutOff && whole <= 1, "byte {byte}"),
        other => panic!("{other:?} though the connection was lost at byte {byte}"),
    }
    ended
}

#[test]
fn lost_among_the_questions() {
    for byte in before_slip() - 6..before_slip() {
        assert_eq!(lose_at(byte), JobState::Failed(Cause::CutOff));
    }
}

#[test]
fn lost_while_the_past_is_cleared() {
    for byte in [0, 1, 3_000, before_slip() - 7] {
        assert_eq!(lose_at(byte), JobState::Failed(Cause::CutOff));
    }
}

#[test]
fn lost_in_the_head_of_a_command() {
    for byte in 0..20 {
        lose_at(before_slip() + byte);
    }
}

#[test]
fn lost_among_the_dots() {
    for byte in [100, 4_095, 4_096, 4_097, 6_150, 9_999] {
        lose_at(before_slip() + byte);
    }
}

#[test]
fn lost_at_the_cut_and_before_the_confirmation() {
    let job = encode::slip(&picture(6), PaperWidth::Dots384)
        .expect("encodes")
        .len();
    // Not between `GS V` and its number: there a NUL means a full cut, and no byte is better.
    for left in [1, 2, 3, 4, 6, 7, 8, 9] {
        lose_at(before_slip() + job - left);
    }
}

#[test]
fn a_stalled_printer_ends_the_slip_when_it_goes_on() {
    let rig = Rig::with(|settings| (settings.status_ms, settings.confirm_ms) = (50, 200));
    rig.fake
        .change(|now| now.stall_after_bytes = Some(before_slip() + 5_000));
    let slip = picture(8);
    assert_eq!(
        rig.print(8, &slip),
        [JobState::Sent, JobState::Unknown(Cause::NoAnswer)]
    );
    rig.fake.change(|now| now.stall_after_bytes = None);
    let seen = rig
        .fake
        .wait_until(LONG, |seen| seen.cuts == 1)
        .expect("ends the slip");
    assert!(shows(&seen.sheets[0], &slip));
    rig.assert_prints_again();
    assert_eq!(rig.fake.seen().slips().count(), 2, "once each");
}

#[test]
fn nobody_at_the_address() {
    // The port was free a moment ago.
    let free = TcpListener::bind("127.0.0.1:0")
        .expect("a port")
        .local_addr()
        .expect("an address");
    let (printer, news) = start(settings(free));
    let ended = |id| {
        printer.print(id, &picture(9)).expect("taken");
        *states_of(&news, id).last().expect("a state")
    };
    assert_eq!(ended(1), JobState::Failed(Cause::Offline));
    let fake = FakePrinter::start_at(free, 384).expect("the port");
    assert_eq!(ended(2), JobState::Confirmed);
    assert!(shows(&fake.seen().sheets[0], &picture(9)));
}

#[test]
fn a_picture_left_half_way_by_an_earlier_run_is_cleared() {
    for sent in [3, 9, 500, 5_000] {
        let rig = Rig::new();
        let earlier = encode::slip(&picture(10), PaperWidth::Dots384).expect("encodes");
        let mut host = TcpStream::connect(rig.fake.address()).expect("connects");
        host.write_all(&earlier[..sent]).expect("sends");
        drop(host);
        rig.fake
            .wait_until(LONG, |seen| seen.open == 0 && seen.bytes.len() == sent)
            .expect("ends");
        let next = picture(11);
        assert_eq!(rig.print(11, &next).last(), Some(&JobState::Confirmed));
        let seen = rig.fake.seen();
        assert_eq!(seen.errors, [""; 0]);
        let rows = &seen.sheets.last().expect("a sheet").rows;
        let own = &rows[rows.len() - 16 - next.height() as usize..];
        assert!(
            next.rows().zip(own).all(|(a, b)| a == b),
            "{sent} bytes before"
        );
    }
}
