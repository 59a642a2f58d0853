//! A kiosk whose own disk takes nothing, and numbers that the service refuses: staff at the counters are told.

use crate::alone::{by_itself, leased, take};
use crate::hall;
use crate::hand::Hand;
use kiosk_ui::ledger::{Ledger, LedgerError};
use kiosk_ui::view_model::page::{Notice, ScreenPage};
use kiosk_ui::view_model::{Effect, HandedIn, Message, Touch};
use queue_client::View;
use queue_protocol::{Frame, KioskState, KioskView, ProblemCode, Purpose};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

fn told(effects: &[Effect]) -> Option<&KioskState> {
    effects.iter().find_map(|effect| match effect {
        Effect::Tell(state) => Some(state),
        _ => None,
    })
}

/// Whether the service's word is to be written down.
fn remembers(effects: &[Effect]) -> bool {
    effects
        .iter()
        .any(|effect| matches!(effect, Effect::Remember(_)))
}

fn heard(hand: &mut Hand, after: Duration) -> Vec<Effect> {
    hand.now += after;
    let mut frame: Frame<KioskView> = (*hall::frame("08:42", 2, leased(500))).clone();
    frame.at += after;
    hand.say(Message::View(View::Live {
        frame: Arc::new(frame),
        received: hand.now.into(),
    }))
}

/// A kiosk with a lease and a folder that could not be opened.
fn without_its_folder() -> (Hand, Vec<Effect>) {
    let mut hand = Hand::on_a_morning();
    hand.say(Message::Recalled(None));
    let effects = hand.say(Message::Remembered(false));
    (hand, effects)
}

#[test]
fn a_folder_that_cannot_be_written_is_refused_whoever_runs_the_kiosk() {
    let place = tempfile::tempdir().unwrap();
    // What stands in the ledger's or the folder's place keeps root out, too.
    fs::create_dir_all(place.path().join("taken/ledger.jsonl")).unwrap();
    fs::write(place.path().join("file"), "").unwrap();
    for folder in ["taken", "file", "file/own"] {
        let opened = Ledger::open(&place.path().join(folder));
        assert!(
            matches!(opened, Err(LedgerError::Io { .. })),
            "{folder}: {:?}",
            opened.err()
        );
    }
    let own = place.path().join("read-only");
    fs::create_dir(&own).unwrap();
    let mut rights = fs::metadata(&own).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&own, rights).unwrap();
    assert_eq!(
        Ledger::open(&own).is_ok(),
        can_write(&own),
        "only who may write there anyway gets a ledger"
    );
}

fn can_write(folder: &Path) -> bool {
    fs::write(folder.join("tried"), "").is_ok()
}

#[test]
fn without_its_folder_no_number_is_given_the_screen_says_so_and_staff_know() {
    let (mut hand, effects) = without_its_folder();
    assert!(
        told(&effects).is_some_and(|state| state.disk_fails),
        "{effects:?}"
    );
    assert!(!remembers(&hand.hear(leased(500))));
    let frame = hall::frame("08:42", 1, leased(500));
    let (received, since) = (hand.now.into(), hand.now.into());
    hand.say(Message::View(View::Stale {
        frame,
        received,
        since,
    }));
    hand.wait(6);
    let away = ScreenPage::Notice(Notice::Away(Some("08:42".to_owned())));
    assert_eq!(hand.screen(), away);
    for touch in [
        Touch::Purpose(Purpose::Submit),
        Touch::Service("tu-phap".to_owned()),
        Touch::Ordinary,
    ] {
        assert!(hand.touch(touch).is_empty());
    }
    assert_eq!(hand.screen(), away);
}

#[test]
fn a_disk_that_takes_nothing_is_told_before_it_is_needed_and_tried_again_each_minute() {
    let mut hand = Hand::on_a_morning();
    hand.say(Message::Recalled(Some(Box::default())));
    assert!(remembers(&hand.hear(leased(500))));
    let effects = hand.say(Message::Remembered(false));
    assert!(
        told(&effects).is_some_and(|state| state.disk_fails),
        "{effects:?}"
    );
    assert!(!remembers(&heard(&mut hand, Duration::from_secs(30))));
    assert!(remembers(&heard(&mut hand, Duration::from_secs(61))));
    let effects = hand.say(Message::Remembered(true));
    assert!(
        told(&effects).is_some_and(|state| !state.disk_fails),
        "{effects:?}"
    );
    assert!(!remembers(&heard(&mut hand, Duration::from_secs(130))));
}

#[test]
fn numbers_that_the_service_refused_are_told_on_their_day() {
    let mut hand = by_itself(500);
    let mut effects = Vec::new();
    for _ in 0..9 {
        let (ticket, _) = take(&mut hand);
        hand.touch(Touch::Done);
        effects = hand.say(Message::HandedIn {
            key: ticket.key,
            answer: HandedIn::Refused(ProblemCode::UnknownService),
        });
    }
    let newest: Vec<String> = (2..=9).map(|count| format!("Q{count:03}")).collect();
    assert_eq!(told(&effects).map(|state| &state.refused), Some(&newest));
    let effects = heard(&mut hand, Duration::from_secs(24 * 3600));
    assert!(
        told(&effects).is_some_and(|state| state.refused.is_empty()),
        "{effects:?}"
    );
}
