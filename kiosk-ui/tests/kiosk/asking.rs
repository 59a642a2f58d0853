//! A number is asked for once, whatever finger, network and service do.

use crate::hall;
use crate::hand::{Hand, attempt};
use kiosk_ui::view_model::page::{Notice, ScreenPage};
use kiosk_ui::view_model::{Class, Effect, Message, Refusal, Touch};
use queue_client::CallError;
use queue_protocol::{Problem, ProblemCode, Purpose};

fn refused(code: ProblemCode) -> CallError {
    CallError::Refused(Box::new(Problem::new(code, "")))
}

#[test]
fn a_double_tap_and_a_second_finger_ask_once() {
    let mut hand = Hand::on_a_morning();
    hand.choose_justice();
    attempt(&hand.touch(Touch::Ordinary));
    assert!(hand.touch_at_once(Touch::Ordinary).is_empty());
    assert!(hand.touch(Touch::Ordinary).is_empty());
    assert!(
        hand.touch(Touch::Priority(Class("elderly".to_owned())))
            .is_empty()
    );
}

#[test]
fn the_screen_stays_for_a_second_then_says_it_is_asking_then_that_it_is_slow() {
    let mut hand = Hand::on_a_morning();
    hand.choose_justice();
    attempt(&hand.touch(Touch::Ordinary));
    assert!(matches!(hand.screen(), ScreenPage::Take(take) if take.asking));
    hand.wait(1);
    assert_eq!(hand.screen(), ScreenPage::Asking { slow: false });
    assert!(
        !hand.page().frame.can_go_home,
        "nobody leaves a number behind by mistake"
    );
    hand.wait(7);
    assert_eq!(hand.screen(), ScreenPage::Asking { slow: true });
    assert!(hand.page().frame.can_go_home);
}

#[test]
fn waiting_on_asks_for_nothing_new() {
    let mut hand = Hand::on_a_morning();
    hand.choose_justice();
    let first = attempt(&hand.touch(Touch::Ordinary));
    hand.wait(9);
    assert!(hand.touch(Touch::WaitOn).is_empty());
    hand.wait(1);
    assert_eq!(hand.screen(), ScreenPage::Asking { slow: false });
    hand.say(Message::Issued {
        attempt: first,
        answer: Ok(hall::ticket("A012", false)),
    });
    assert!(matches!(hand.screen(), ScreenPage::Ticket(_)));
}

#[test]
fn a_number_that_comes_after_its_visitor_has_left_is_given_up() {
    let mut hand = Hand::on_a_morning();
    hand.choose_justice();
    let attempt = attempt(&hand.touch(Touch::Ordinary));
    hand.wait(9);
    hand.touch(Touch::Home);
    let answer = Ok(hall::ticket("A012", false));
    let effects = hand.say(Message::Issued { attempt, answer });
    assert_eq!(
        effects,
        [Effect::Cancel {
            number: "A012".to_owned()
        }]
    );
    assert!(hand.is_home());
    hand.say(Message::Cancelled {
        number: "A012".to_owned(),
        answer: Ok(()),
    });
    assert!(hand.is_home(), "the next visitor is told nothing of it");
}

#[test]
fn a_late_answer_is_not_the_next_visitors() {
    let mut hand = Hand::on_a_morning();
    hand.choose_justice();
    let late = attempt(&hand.touch(Touch::Ordinary));
    hand.wait(9);
    hand.touch(Touch::Home);
    hand.choose_justice();
    let mine = attempt(&hand.touch(Touch::Ordinary));
    let effects = hand.say(Message::Issued {
        attempt: late,
        answer: Ok(hall::ticket("A012", true)),
    });
    assert_eq!(
        effects,
        [Effect::Cancel {
            number: "A012".to_owned()
        }]
    );
    hand.say(Message::Issued {
        attempt: mine,
        answer: Ok(hall::ticket("A013", false)),
    });
    assert!(matches!(hand.screen(), ScreenPage::Ticket(page) if page.number == "A013"));
}

#[test]
fn every_refusal_is_told_and_leads_on() {
    let paused = Refusal::Paused { again: None };
    let retried = [
        (refused(ProblemCode::TooManyRequests), Refusal::TooFast),
        (refused(ProblemCode::Internal), Refusal::Unanswered),
        (CallError::Unanswered(String::new()), Refusal::Unanswered),
        (CallError::Unreadable(String::new()), Refusal::Unanswered),
    ];
    let chosen_anew = [
        (refused(ProblemCode::Closed), paused),
        (
            refused(ProblemCode::CapReached),
            Refusal::Full { again: None },
        ),
        (
            refused(ProblemCode::SeriesExhausted),
            Refusal::Full { again: None },
        ),
        (
            refused(ProblemCode::WorkPassesClosing),
            Refusal::Crowded { again: None },
        ),
        (refused(ProblemCode::ClockInDoubt), Refusal::OutOfOrder),
        (refused(ProblemCode::Unauthorised), Refusal::OutOfOrder),
    ];
    for (same, (error, told)) in retried
        .into_iter()
        .map(|case| (true, case))
        .chain(chosen_anew.into_iter().map(|case| (false, case)))
    {
        let mut hand = Hand::on_a_morning();
        hand.choose_justice();
        let attempt = attempt(&hand.touch(Touch::Ordinary));
        assert!(
            hand.say(Message::Issued {
                attempt,
                answer: Err(error)
            })
            .is_empty()
        );
        assert_eq!(
            hand.screen(),
            ScreenPage::Notice(Notice::Refused(told.clone()))
        );
        hand.touch(Touch::TryAgain);
        assert_eq!(
            matches!(hand.screen(), ScreenPage::Take(_)),
            same,
            "{told:?}"
        );
        assert_eq!(
            matches!(hand.screen(), ScreenPage::Choose(_)),
            !same,
            "{told:?}"
        );
    }
}

#[test]
fn an_issue_asked_for_goes_on_while_the_centre_closes() {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::Purpose(Purpose::Collect));
    let attempt = attempt(&hand.touch(Touch::Ordinary));
    let mut view = hall::morning();
    view.issuing = hall::closed(queue_protocol::ClosedReason::Pause, None);
    hand.hear(view);
    hand.say(Message::Issued {
        attempt,
        answer: Ok(hall::ticket("T001", false)),
    });
    assert!(matches!(hand.screen(), ScreenPage::Ticket(_)));
}
