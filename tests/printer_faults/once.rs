//! Each slip once, one at a time, in the order taken.

use crate::rig::{LONG, Rig, picture, shows};
use std::collections::HashMap;
use ticket_printer::{Bitmap, JobState, PrinterEvent};

#[test]
fn many_slips_at_once_come_out_one_by_one() {
    let rig = Rig::new();
    let slips: Vec<Bitmap> = (0..12).map(|seed| picture(100 + seed)).collect();
    std::thread::scope(|scope| {
        for (id, slip) in (0..).zip(&slips) {
            let printer = &rig.printer;
            scope.spawn(move || printer.print(id, slip).expect("taken"));
        }
    });
    let mut ended = HashMap::new();
    while ended.len() < slips.len() {
        if let PrinterEvent::Job { id, state } = rig.news.recv_timeout(LONG).expect("news")
            && state.has_ended()
        {
            assert_eq!(ended.insert(id, state), None, "job {id} ended twice");
        }
    }
    assert!(ended.values().all(|state| *state == JobState::Confirmed));
    let seen = rig.fake.seen();
    assert_eq!(
        (seen.most_open, seen.sheets.len(), seen.errors.len()),
        (1, slips.len(), 0)
    );
    for slip in &slips {
        assert_eq!(
            seen.sheets
                .iter()
                .filter(|sheet| shows(sheet, slip))
                .count(),
            1
        );
    }
}

#[test]
fn jobs_taken_are_ended_before_the_printer_stops() {
    let rig = Rig::new();
    for id in 0..3 {
        rig.printer.print(id, &picture(200)).expect("taken");
    }
    rig.printer.finish();
    assert_eq!(rig.fake.seen().sheets.len(), 3);
}

#[test]
fn dots_that_look_like_questions_do_no_harm() {
    // Inside a picture a printer answers `DLE EOT n` all the same.
    let mut slip = Bitmap::new(384, 40);
    for y in 0..40 {
        for (byte, value) in [0x10u8, 0x04, 1 + (y % 4) as u8, 0x1d, 0x72, 0x01]
            .iter()
            .enumerate()
        {
            for bit in 0..8 {
                let x = u32::try_from(byte).expect("small") * 8 + bit;
                slip.set(x, y, value >> (7 - bit) & 1 == 1);
            }
        }
    }
    let rig = Rig::new();
    assert_eq!(rig.print(1, &slip), [JobState::Sent, JobState::Confirmed]);
    assert!(shows(&rig.fake.seen().sheets[0], &slip));
    rig.assert_prints_again();
}
