//! The number on the screen, its paper, and giving it up.

use crate::hall;
use crate::hand::{Hand, attempt};
use kiosk_ui::view_model::page::{Notice, PrinterWord, Question, ScreenPage, TicketPage};
use kiosk_ui::view_model::{Cancelling, Class, Effect, Message, Touch};
use queue_client::CallError;
use queue_protocol::{Language, PaperResult, Problem, ProblemCode};
use ticket_printer::{Cause, Health, JobState, PaperLevel, PrinterEvent};

fn job(id: u64, state: JobState) -> Message {
    Message::Printer(PrinterEvent::Job { id, state })
}

fn ticket(hand: &Hand) -> TicketPage {
    match hand.screen() {
        ScreenPage::Ticket(page) => page,
        other => panic!("{other:?}"),
    }
}

fn trouble(hand: &Hand) -> TicketPage {
    match hand.screen() {
        ScreenPage::Trouble(page) => page,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_ticket_is_shown_at_once_and_says_when_its_slip_is_out() {
    let mut hand = Hand::on_a_morning();
    let slip = hand.take_ticket();
    let page = ticket(&hand);
    assert_eq!(
        (page.number.as_str(), page.ahead, page.printed),
        ("A012", Some(2), false)
    );
    assert_eq!(
        (page.zone.as_deref(), &page.counters[..]),
        (Some("Khu A"), &[1, 2, 3][..])
    );
    assert!(hand.say(job(slip, JobState::Sent)).is_empty());
    assert!(!ticket(&hand).printed);
    let effects = hand.say(job(slip, JobState::Confirmed));
    let printed = Effect::Report {
        job: slip,
        number: "A012".to_owned(),
        result: PaperResult::Printed,
        cause: None,
    };
    assert_eq!(effects, [printed]);
    assert!(ticket(&hand).printed);
    assert!(
        hand.say(job(slip, JobState::Confirmed)).is_empty(),
        "reported once"
    );
}

#[test]
fn every_trouble_shows_its_cause_and_is_reported() {
    for cause in Cause::ALL {
        for (state, result) in [
            (JobState::Failed(cause), PaperResult::Failed),
            (JobState::Unknown(cause), PaperResult::Unknown),
        ] {
            let mut hand = Hand::on_a_morning();
            let slip = hand.take_ticket();
            let effects = hand.say(job(slip, state));
            let report = Effect::Report {
                job: slip,
                number: "A012".to_owned(),
                result,
                cause: Some(cause),
            };
            assert_eq!(effects, [report]);
            let page = trouble(&hand);
            assert_eq!(page.trouble, Some(cause));
            assert_eq!(page.perhaps_printed, result == PaperResult::Unknown);
            assert!(!page.staff_told, "not before the service has noted it");
            hand.say(Message::Reported {
                job: slip,
                accepted: true,
            });
            assert!(trouble(&hand).staff_told);
        }
    }
}

#[test]
fn what_happens_to_a_slip_after_its_visitor_left_is_still_reported() {
    let mut hand = Hand::on_a_morning();
    let slip = hand.take_ticket();
    hand.touch(Touch::Done);
    assert!(hand.is_home());
    let effects = hand.say(job(slip, JobState::Failed(Cause::PaperOut)));
    assert!(matches!(&effects[..], [Effect::Report { number, .. }] if number == "A012"));
    assert!(
        hand.is_home(),
        "the next visitor does not see the last one's number"
    );
}

#[test]
fn the_printers_health_is_known_before_the_next_visitor() {
    let mut hand = Hand::on_a_morning();
    let word = |hand: &Hand| match hand.screen() {
        ScreenPage::Home(home) => home.printer,
        other => panic!("{other:?}"),
    };
    assert_eq!(word(&hand), PrinterWord::Well);
    let low = Health {
        paper: PaperLevel::NearEnd,
        trouble: None,
    };
    hand.say(Message::Printer(PrinterEvent::Health(low)));
    assert_eq!(word(&hand), PrinterWord::NearEnd);
    let open = Health::in_trouble(Cause::CoverOpen);
    hand.say(Message::Printer(PrinterEvent::Health(open)));
    assert_eq!(word(&hand), PrinterWord::Trouble(Cause::CoverOpen));
}

#[test]
fn a_number_taken_by_mistake_is_given_up_after_one_question() {
    let mut hand = Hand::on_a_morning();
    hand.take_ticket();
    hand.touch(Touch::Cancel);
    assert_eq!(
        hand.page().question,
        Some(Question::Cancel("A012".to_owned()))
    );
    hand.touch(Touch::KeepTicket);
    assert_eq!(hand.page().question, None);
    assert!(
        hand.touch(Touch::GiveUpTicket).is_empty(),
        "nothing without the question"
    );
    hand.touch(Touch::Cancel);
    let effects = hand.touch(Touch::GiveUpTicket);
    assert_eq!(
        effects,
        [Effect::Cancel {
            number: "A012".to_owned()
        }]
    );
    assert_eq!(ticket(&hand).cancelling, Cancelling::Asked);
    assert!(hand.touch(Touch::GiveUpTicket).is_empty(), "asked once");
    hand.say(Message::Cancelled {
        number: "A012".to_owned(),
        answer: Ok(()),
    });
    assert_eq!(
        hand.screen(),
        ScreenPage::Notice(Notice::Cancelled("A012".to_owned()))
    );
    hand.wait(10);
    assert!(hand.is_home());
}

#[test]
fn a_number_that_cannot_be_given_up_stays_and_says_why() {
    let called = Problem::new(ProblemCode::WrongState, "");
    for (error, told) in [
        (
            CallError::Refused(Box::new(called)),
            Cancelling::CalledAlready,
        ),
        (CallError::Unanswered(String::new()), Cancelling::Unanswered),
    ] {
        let mut hand = Hand::on_a_morning();
        hand.take_ticket();
        hand.touch(Touch::Cancel);
        hand.touch(Touch::GiveUpTicket);
        hand.say(Message::Cancelled {
            number: "A012".to_owned(),
            answer: Err(error),
        });
        assert_eq!(ticket(&hand).cancelling, told);
        hand.touch(Touch::Cancel);
        assert_eq!(hand.page().question, None);
    }
}

#[test]
fn the_mark_is_shown_and_the_class_is_gone() {
    let mut hand = Hand::on_a_morning();
    hand.choose_justice();
    let attempt = attempt(&hand.touch(Touch::Priority(Class("pregnant".to_owned()))));
    let answer = Ok(hall::ticket("A013", true));
    let effects = hand.say(Message::Issued { attempt, answer });
    let Some(Effect::Print { slip, .. }) = effects.first() else {
        panic!("{effects:?}");
    };
    assert!(slip.priority && ticket(&hand).priority);
    assert!(!format!("{:?}{effects:?}", hand.page()).contains("pregnant"));
}

#[test]
fn the_ticket_follows_the_switch_of_language() {
    let mut hand = Hand::on_a_morning();
    hand.take_ticket();
    hand.touch(Touch::Language(Language::EN));
    assert_eq!(ticket(&hand).zone.as_deref(), Some("Zone A"));
}
