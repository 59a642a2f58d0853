//! How long each screen waits, and that the next visitor finds the first one as it always is.

use crate::hall;
use crate::hand::{Hand, attempt};
use kiosk_ui::view_model::page::{Question, ScreenPage};
use kiosk_ui::view_model::{Message, Touch};
use queue_client::CallError;
use queue_protocol::{Language, Purpose};
use ticket_printer::{Cause, JobState, PrinterEvent};

fn job(id: u64, state: JobState) -> Message {
    Message::Printer(PrinterEvent::Job { id, state })
}

#[test]
fn after_a_minute_the_screen_asks_and_counts_down_to_the_first_one() {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::Purpose(Purpose::Submit));
    hand.wait(59);
    assert_eq!(hand.page().question, None);
    hand.wait(1);
    assert_eq!(hand.page().question, Some(Question::MoreTime(20)));
    hand.wait(15);
    assert_eq!(hand.page().question, Some(Question::MoreTime(5)));
    hand.wait(5);
    assert!(hand.is_home());
}

#[test]
fn more_time_and_any_touch_begin_the_minute_anew() {
    for touch in [Touch::MoreTime, Touch::Anywhere, Touch::LargeText] {
        let mut hand = Hand::on_a_morning();
        hand.touch(Touch::Purpose(Purpose::Submit));
        hand.wait(70);
        hand.touch(touch);
        assert_eq!(hand.page().question, None);
        hand.wait(59);
        assert!(matches!(hand.screen(), ScreenPage::Choose(_)));
    }
}

#[test]
fn the_warning_takes_no_touch_that_was_meant_for_the_screen_under_it() {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::Purpose(Purpose::Submit));
    hand.wait(60);
    hand.touch_at_once(Touch::Leave);
    assert!(matches!(hand.screen(), ScreenPage::Choose(_)));
    hand.wait(61);
    hand.touch(Touch::Leave);
    assert!(hand.is_home());
}

#[test]
fn the_ticket_stays_half_a_minute_after_its_slip_came_out() {
    let mut hand = Hand::on_a_morning();
    let slip = hand.take_ticket();
    hand.wait(40);
    assert!(matches!(hand.screen(), ScreenPage::Ticket(page) if page.leaves_in.is_none()));
    hand.say(job(slip, JobState::Confirmed));
    hand.wait(10);
    assert!(matches!(hand.screen(), ScreenPage::Ticket(page) if page.leaves_in == Some(20)));
    hand.wait(19);
    assert!(!hand.is_home());
    hand.wait(1);
    assert!(hand.is_home());
}

#[test]
fn a_number_without_paper_stays_a_minute_and_then_asks() {
    let mut hand = Hand::on_a_morning();
    let slip = hand.take_ticket();
    hand.say(job(slip, JobState::Failed(Cause::PaperOut)));
    hand.wait(60);
    assert!(matches!(hand.screen(), ScreenPage::Trouble(_)));
    assert_eq!(hand.page().question, Some(Question::MoreTime(20)));
    hand.wait(20);
    assert!(hand.is_home());
}

#[test]
fn nobody_is_sent_away_while_the_number_is_asked_for() {
    let mut hand = Hand::on_a_morning();
    hand.choose_justice();
    attempt(&hand.touch(Touch::Ordinary));
    hand.wait(59);
    assert_eq!(hand.page().question, None);
    hand.wait(1);
    assert_eq!(
        hand.page().question,
        Some(Question::MoreTime(20)),
        "slow by now"
    );
}

#[test]
fn a_refusal_waits_like_any_other_screen() {
    let mut hand = Hand::on_a_morning();
    hand.choose_justice();
    let attempt = attempt(&hand.touch(Touch::Ordinary));
    let answer = Err(CallError::Unanswered(String::new()));
    hand.say(Message::Issued { attempt, answer });
    hand.wait(79);
    assert!(!hand.is_home());
    hand.wait(1);
    assert!(hand.is_home());
}

#[test]
fn language_and_aids_are_reset_for_the_next_visitor() {
    let wishes = [
        Touch::Language(Language::EN),
        Touch::LargeText,
        Touch::HighContrast,
    ];
    let is_reset = |hand: &Hand| {
        let frame = hand.page().frame;
        frame.language == Language::VI && !frame.large_text && !frame.high_contrast
    };
    for wish in wishes {
        let mut hand = Hand::on_a_morning();
        hand.touch(wish.clone());
        hand.wait(59);
        assert!(!is_reset(&hand), "{wish:?} on the first screen");
        hand.wait(1);
        assert!(is_reset(&hand), "{wish:?} on the first screen");

        hand.touch(wish.clone());
        let slip = hand.take_ticket();
        hand.say(job(slip, JobState::Confirmed));
        assert!(!is_reset(&hand), "{wish:?} on the ticket");
        hand.touch(Touch::Done);
        assert!(is_reset(&hand), "{wish:?} after the ticket");

        hand.touch(wish.clone());
        hand.touch(Touch::Purpose(Purpose::Submit));
        hand.touch(Touch::Home);
        assert!(
            !is_reset(&hand),
            "{wish:?}: the same visitor, at the first screen again"
        );
    }
}

#[test]
fn the_first_screen_waits_for_ever() {
    let mut hand = Hand::on_a_morning();
    hand.wait(600);
    assert!(hand.is_home() && hand.page().question.is_none());
    assert_eq!(hand.page().frame.time, Some(hall::at("08:52")));
}
