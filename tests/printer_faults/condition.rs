//! Paper, cover, cutter: before a job and in the middle of one.

use crate::rig::{LONG, Rig, picture, shows, states_of};
use system_tests::fake_printer::Condition;
use ticket_printer::{Cause, JobState, PaperLevel, PaperWidth, encode};

/// A condition that stops a printer, and what it is called.
type Fault = (fn(&mut Condition, bool), Cause);

const FAULTS: [Fault; 3] = [
    (|now, is_so| now.paper_out = is_so, Cause::PaperOut),
    (|now, is_so| now.cover_open = is_so, Cause::CoverOpen),
    (|now, is_so| now.cutter_stuck = is_so, Cause::CutterStuck),
];

#[test]
fn a_healthy_printer_prints_and_confirms() {
    let rig = Rig::new();
    let slip = picture(1);
    assert_eq!(rig.print(1, &slip), [JobState::Sent, JobState::Confirmed]);
    let seen = rig.fake.seen();
    assert_eq!(seen.errors, [""; 0]);
    assert_eq!((seen.cuts, seen.sheets.len()), (1, 1));
    assert!(shows(&seen.sheets[0], &slip));
}

#[test]
fn a_printer_that_cannot_print_is_sent_nothing() {
    for (fault, cause) in FAULTS {
        let rig = Rig::new();
        rig.fake.change(|now| fault(now, true));
        assert_eq!(rig.print(1, &picture(1)), [JobState::Failed(cause)]);
        let health = rig.wait_for_health(|health| health.trouble.is_some());
        assert_eq!(health.trouble, Some(cause));
        assert_eq!(health.paper == PaperLevel::Out, cause == Cause::PaperOut);
        rig.fake.change(|now| fault(now, false));
        rig.assert_prints_again();
        assert_eq!(
            rig.fake.seen().slips().count(),
            1,
            "nothing of the failed slip"
        );
    }
}

#[test]
fn paper_that_ends_in_the_middle_leaves_the_job_unknown() {
    for rows in [1, 99, 100, 101, 128, 259, 260] {
        let rig = Rig::with(|settings| settings.status_ms = 100);
        rig.fake.change(|now| now.paper_out_after_rows = Some(rows));
        let slip = picture(2);
        assert_eq!(
            rig.print(2, &slip),
            [JobState::Sent, JobState::Unknown(Cause::PaperOut)]
        );
        // The printer has it all and ends it alone when it has paper again.
        rig.fake.change(|now| now.paper_out = false);
        let seen = rig
            .fake
            .wait_until(LONG, |seen| seen.cuts == 1)
            .expect("ends the slip");
        assert!(shows(&seen.sheets[0], &slip), "{rows} rows");
        rig.assert_prints_again();
        assert_eq!(
            rig.fake
                .seen()
                .slips()
                .filter(|sheet| shows(sheet, &slip))
                .count(),
            1
        );
    }
}

#[test]
fn a_cover_opened_in_the_middle_leaves_the_job_unknown() {
    let rig = Rig::with(|settings| settings.status_ms = 100);
    let slip = picture(3);
    let taken = rig.fake.seen().bytes.len();
    rig.fake
        .change(|now| now.stall_after_bytes = Some(taken + 9_000));
    rig.printer.print(3, &slip).expect("taken");
    rig.fake
        .wait_until(LONG, |seen| seen.bytes.len() == taken + 9_000)
        .expect("stalls");
    rig.fake
        .change(|now| (now.cover_open, now.stall_after_bytes) = (true, None));
    let states = states_of(&rig.news, 3);
    assert_eq!(
        states,
        [JobState::Sent, JobState::Unknown(Cause::CoverOpen)]
    );
    rig.fake.change(|now| now.cover_open = false);
    rig.assert_prints_again();
    assert_eq!(
        rig.fake
            .seen()
            .slips()
            .filter(|sheet| shows(sheet, &slip))
            .count(),
        1
    );
}

#[test]
fn a_printer_that_never_answers_prints_once_and_is_not_believed() {
    let rig = Rig::with(|settings| (settings.status_ms, settings.confirm_ms) = (20, 100));
    rig.fake.change(|now| now.mute = true);
    for id in 1..=3 {
        let states = rig.print(id, &picture(4));
        assert_eq!(states, [JobState::Sent, JobState::Unknown(Cause::NoAnswer)]);
    }
    let seen = rig
        .fake
        .wait_until(LONG, |seen| seen.slips().count() == 3)
        .expect("prints");
    assert!(seen.slips().all(|sheet| shows(sheet, &picture(4))));
    assert_eq!((seen.sheets.len(), seen.errors.len()), (3, 0));
}

#[test]
fn a_printer_said_not_to_answer_is_believed() {
    let rig = Rig::with(|settings| settings.answers = false);
    rig.fake.change(|now| now.mute = true);
    assert_eq!(
        rig.print(1, &picture(5)),
        [JobState::Sent, JobState::Confirmed]
    );
    let seen = rig
        .fake
        .wait_until(LONG, |seen| seen.cuts == 1)
        .expect("prints");
    assert!(shows(&seen.sheets[0], &picture(5)));
    let mut expected = encode::recovery(PaperWidth::Dots384, false);
    expected.extend(encode::slip(&picture(5), PaperWidth::Dots384).expect("encodes"));
    assert!(seen.bytes == expected, "no questions");
}
