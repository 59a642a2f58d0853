//! A slip that staff ask for again is printed once, marked, and reported.

use crate::hall;
use crate::hand::Hand;
use kiosk_ui::view_model::{Effect, Kept, Message, TicketKey};
use queue_protocol::views::ReprintJob;
use queue_protocol::{KioskView, Language, PaperResult};
use std::time::Duration;
use ticket_printer::{JobState, Mark, PrinterEvent};

fn asking_for(number: &str) -> KioskView {
    let mut view = hall::morning();
    view.reprints.push(ReprintJob {
        ticket: hall::ticket(number, true),
        procedure: Some("3.000333".to_owned()),
        language: Language::EN,
        first: false,
    });
    view
}

fn printed(effects: &[Effect]) -> u64 {
    match effects {
        [Effect::Print { job, slip }] => {
            assert_eq!(slip.mark, Mark::Reprint);
            assert_eq!(
                (slip.number.as_str(), slip.language),
                ("A012", Language::EN)
            );
            assert_eq!(slip.procedure.as_ref().map(|p| p.papers.len()), Some(2));
            *job
        }
        other => panic!("one slip is to be printed, not {other:?}"),
    }
}

fn confirm(hand: &mut Hand, job: u64) {
    let state = JobState::Confirmed;
    let effects = hand.say(Message::Printer(PrinterEvent::Job { id: job, state }));
    assert!(matches!(&effects[..], [Effect::Report { number, .. }] if number == "A012"));
}

#[test]
fn a_reprint_is_printed_once_however_often_the_view_lists_it() {
    let mut hand = Hand::on_a_morning();
    let job = printed(&hand.hear(asking_for("A012")));
    assert!(hand.hear(asking_for("A012")).is_empty(), "in hand");
    confirm(&mut hand, job);
    assert!(
        hand.hear(asking_for("A012")).is_empty(),
        "printed, not reported yet"
    );
    hand.say(Message::Reported {
        job,
        accepted: true,
    });
    assert!(
        hand.hear(asking_for("A012")).is_empty(),
        "a view made before the report"
    );
    assert!(hand.hear(hall::morning()).is_empty());
    printed(&hand.hear(asking_for("A012")));
}

#[test]
fn asked_for_again_while_no_view_came_it_is_printed_again() {
    let mut hand = Hand::on_a_morning();
    let job = printed(&hand.hear(asking_for("A012")));
    confirm(&mut hand, job);
    hand.say(Message::Reported {
        job,
        accepted: true,
    });
    hand.now += Duration::from_secs(31);
    printed(&hand.hear(asking_for("A012")));
}

#[test]
fn a_reprint_waits_for_the_names_and_does_not_disturb_the_visitor() {
    let mut hand = Hand::new();
    assert!(hand.hear(asking_for("A012")).is_empty());
    let effects = hand.say(Message::Centre(hall::centre()));
    let job = printed(&effects);
    hand.choose_justice();
    let before = hand.screen();
    confirm(&mut hand, job);
    assert_eq!(hand.screen(), before);
}

#[test]
fn another_journal_is_another_ticket() {
    let mut hand = Hand::on_a_morning();
    printed(&hand.hear(asking_for("A012")));
    let mut frame = (*hall::frame("08:43", 2, asking_for("A012"))).clone();
    frame.journal = "j2".to_owned();
    let view = queue_client::View::Live {
        frame: std::sync::Arc::new(frame),
        received: hand.now.into(),
    };
    printed(&hand.say(Message::View(view)));
}

#[test]
fn with_a_disk_a_reprint_is_written_down_before_it_is_printed_and_after_its_report() {
    let mut hand = Hand::on_a_morning();
    hand.say(Message::Recalled(Some(Box::default())));
    let effects = hand.hear(asking_for("A012"));
    let [
        Effect::KeepReprint {
            ticket,
            ended: false,
        },
    ] = &effects[..]
    else {
        panic!("{effects:?}");
    };
    assert!(
        hand.hear(asking_for("A012")).is_empty(),
        "on its way to the disk"
    );
    let job = printed(&hand.say(Message::ReprintKept(ticket.clone())));
    confirm(&mut hand, job);
    let effects = hand.say(Message::Reported {
        job,
        accepted: true,
    });
    let ticket = ticket.clone();
    assert_eq!(
        effects,
        [Effect::KeepReprint {
            ticket,
            ended: true
        }]
    );
}

#[test]
fn a_kiosk_killed_amid_a_reprint_prints_no_second_one_by_itself() {
    let ticket = TicketKey {
        journal: "j1".to_owned(),
        id: 12,
    };
    let mut hand = Hand::on_a_morning();
    let reprints = [ticket].into_iter().collect();
    hand.say(Message::Recalled(Some(Box::new(Kept {
        reprints,
        ..Kept::default()
    }))));
    let effects = hand.hear(asking_for("A012"));
    let [
        Effect::Report {
            job,
            number,
            result: PaperResult::Unknown,
            ..
        },
    ] = &effects[..]
    else {
        panic!("{effects:?}");
    };
    assert_eq!(number, "A012");
    assert!(hand.hear(asking_for("A012")).is_empty());
    hand.say(Message::Reported {
        job: *job,
        accepted: true,
    });
    hand.hear(hall::morning());
    let effects = hand.hear(asking_for("A012"));
    assert!(
        matches!(effects[..], [Effect::KeepReprint { .. }]),
        "staff ask once more: {effects:?}"
    );
}

#[test]
fn the_first_paper_of_a_number_given_by_hand_is_no_reprint() {
    let mut hand = Hand::on_a_morning();
    let mut view = asking_for("A012");
    view.reprints[0].first = true;
    let effects = hand.hear(view);
    assert!(matches!(&effects[..], [Effect::Print { slip, .. }] if slip.mark == Mark::Original));
}
