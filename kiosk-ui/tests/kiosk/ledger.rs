//! The kiosk's own disk: torn, damaged, shared, and with a clock that went back.

use crate::alone::leased;
use crate::hall;
use chrono::{TimeDelta, Utc};
use kiosk_ui::ledger::{Ledger, LedgerError};
use kiosk_ui::view_model::{HandedIn, Kept, OfflineTicket};
use proptest::prelude::*;
use queue_protocol::{Language, OfflineRequest, PaperResult, PrintResultRequest, Purpose};
use std::fs;
use std::path::Path;

fn ticket(count: u16) -> OfflineTicket {
    OfflineTicket {
        key: format!("key-{count}"),
        request: OfflineRequest {
            number: format!("Q{count:03}"),
            service: "tu-phap".to_owned(),
            purpose: Purpose::Submit,
            procedure: None,
            arrived_at: hall::at("08:42"),
            priority: false,
            language: Language::VI,
            replaces: None,
        },
        paper: None,
        handed_in: None,
        reported: false,
        given_up: None,
        job: None,
    }
}

/// A number at one of the steps of its life.
fn at_step(count: u16, step: u8) -> OfflineTicket {
    let mut ticket = ticket(count);
    if step > 0 {
        ticket.paper = Some(PrintResultRequest {
            result: PaperResult::Printed,
            cause: None,
        });
    }
    ticket.handed_in = (step > 1).then_some(HandedIn::Taken);
    ticket.reported = step > 2;
    ticket
}

fn open(folder: &Path) -> (Ledger, Kept) {
    Ledger::open(folder).expect("a usable folder")
}

#[test]
fn what_was_kept_is_there_after_the_kiosk_was_killed() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own/kiosk");
    let (mut ledger, kept) = open(&own);
    assert!(kept.tickets.is_empty() && kept.frame.is_none());
    ledger
        .remember(&hall::frame("08:40", 1, leased(500)))
        .unwrap();
    ledger.keep(&ticket(1)).unwrap();
    ledger.keep(&at_step(1, 2)).unwrap();
    ledger.keep(&ticket(2)).unwrap();
    ledger.keep_catalogue(&hall::catalogue()).unwrap();
    drop(ledger);
    let (ledger, kept) = open(&own);
    assert_eq!(kept.tickets, [at_step(1, 2), ticket(2)]);
    assert_eq!(kept.frame.unwrap().view, leased(500));
    assert_eq!(ledger.catalogue().unwrap().digest, hall::catalogue().digest);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    /// Wherever the power went, every line that was finished counts and nothing else does.
    #[test]
    fn a_torn_line_takes_nothing_with_it(steps in prop::collection::vec((1_u16..6, 0_u8..4), 1..12), cut in 0.0_f64..1.0) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.jsonl");
        let (mut ledger, _) = open(folder.path());
        let mut lengths = Vec::new();
        for (count, step) in &steps {
            ledger.keep(&at_step(*count, *step)).unwrap();
            lengths.push(fs::metadata(&path).unwrap().len());
        }
        drop(ledger);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a small file")]
        let cut = (*lengths.last().unwrap() as f64 * cut) as u64;
        fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(cut).unwrap();
        let (mut ledger, kept) = open(folder.path());
        let whole = lengths.iter().filter(|length| **length <= cut).count();
        for (count, _) in &steps {
            let newest = steps[..whole].iter().rfind(|(own, _)| own == count);
            let expected = newest.map(|(count, step)| at_step(*count, *step));
            let read = kept.tickets.iter().find(|own| own.key == format!("key-{count}"));
            prop_assert_eq!(read, expected.as_ref());
        }
        prop_assert_eq!(kept.unreadable, 0);
        ledger.keep(&ticket(9)).unwrap();
        drop(ledger);
        prop_assert!(open(folder.path()).1.tickets.contains(&ticket(9)), "and what follows is whole again");
    }
}

#[test]
fn damaged_lines_are_put_aside_and_as_many_numbers_left_out_until_one_is_given() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.jsonl");
    let (mut ledger, _) = open(folder.path());
    ledger.keep(&ticket(1)).unwrap();
    ledger.keep(&ticket(2)).unwrap();
    drop(ledger);
    let mut bytes = fs::read(&path).unwrap();
    let second = bytes.iter().position(|b| *b == b'\n').unwrap() + 1;
    bytes[second..second + 9].fill(0);
    fs::write(&path, bytes).unwrap();
    for _ in 0..2 {
        let (_, kept) = open(folder.path());
        assert_eq!((&kept.tickets[..], kept.unreadable), (&[ticket(1)][..], 1));
    }
    let aside = fs::read(folder.path().join("unreadable.jsonl")).unwrap();
    assert!(
        String::from_utf8_lossy(&aside).contains("Q002"),
        "people can still read it"
    );
    let (mut ledger, _) = open(folder.path());
    ledger.keep(&ticket(3)).unwrap();
    drop(ledger);
    assert_eq!(open(folder.path()).1.unreadable, 0);
}

#[test]
fn what_is_settled_goes_with_its_day() {
    let folder = tempfile::tempdir().unwrap();
    let (mut ledger, _) = open(folder.path());
    ledger.keep(&at_step(1, 3)).unwrap();
    ledger.keep(&ticket(2)).unwrap();
    drop(ledger);
    assert_eq!(
        open(folder.path()).1.tickets.len(),
        2,
        "a number of today is not given again"
    );
    let (mut ledger, _) = open(folder.path());
    let mut tomorrow = (*hall::frame("08:00", 9, leased(500))).clone();
    tomorrow.at += TimeDelta::days(1);
    ledger.remember(&tomorrow).unwrap();
    drop(ledger);
    assert_eq!(
        open(folder.path()).1.tickets,
        [ticket(2)],
        "it is still to be handed in"
    );
}

#[test]
fn two_kiosks_do_not_share_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let _first = open(folder.path());
    assert!(matches!(
        Ledger::open(folder.path()),
        Err(LedgerError::Locked(_))
    ));
}

#[test]
fn the_services_time_is_carried_on_by_a_clock_that_only_goes_forward() {
    for (ago, expected) in [(TimeDelta::hours(1), true), (TimeDelta::hours(-1), false)] {
        let folder = tempfile::tempdir().unwrap();
        let frame = hall::frame("08:40", 1, leased(500));
        let clock = Utc::now() - ago;
        let line = serde_json::json!({ "heard": { "clock": clock, "frame": *frame } });
        fs::write(folder.path().join("ledger.jsonl"), format!("{line}\n")).unwrap();
        let kept = open(folder.path()).1.frame;
        let gone = kept.map(|kept| kept.at - frame.at);
        assert_eq!(
            gone.is_some_and(|gone| gone >= ago && gone < ago * 2),
            expected
        );
    }
}
