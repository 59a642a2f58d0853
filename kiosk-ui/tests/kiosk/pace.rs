//! How fast numbers may be taken, and what staff are told of it.

use crate::hall;
use crate::hand::{Hand, attempt};
use kiosk_ui::view_model::page::{Notice, ScreenPage};
use kiosk_ui::view_model::{Effect, Message, Refusal, Touch};
use queue_protocol::{KioskState, PaperSupply, Purpose};
use std::time::Duration;
use ticket_printer::{Cause, Health, PrinterEvent};

/// Touches after 0.6 s: as fast as a new screen takes a touch.
fn fast(hand: &mut Hand, touch: Touch) -> Vec<Effect> {
    hand.now += Duration::from_millis(600);
    hand.touch_at_once(touch)
}

fn take(hand: &mut Hand) -> Vec<Effect> {
    fast(hand, Touch::Purpose(Purpose::Collect));
    fast(hand, Touch::Ordinary)
}

fn give(hand: &mut Hand, attempt: u64) -> Vec<Effect> {
    let answer = Ok(hall::ticket("T001", false));
    hand.say(Message::Issued { attempt, answer })
}

#[test]
fn two_numbers_are_two_seconds_apart() {
    let mut hand = Hand::on_a_morning();
    let first = attempt(&take(&mut hand));
    give(&mut hand, first);
    fast(&mut hand, Touch::Done);
    assert!(take(&mut hand).is_empty(), "1.8 s after the first");
    let too_fast = ScreenPage::Notice(Notice::Refused(Refusal::TooFast));
    assert_eq!(hand.screen(), too_fast);
    fast(&mut hand, Touch::TryAgain);
    attempt(&fast(&mut hand, Touch::Ordinary));
}

#[test]
fn staff_are_told_of_more_than_ten_numbers_a_minute_and_when_it_is_over() {
    let mut hand = Hand::on_a_morning();
    let mut told = Vec::new();
    for _ in 0..11 {
        let attempt = attempt(&take(&mut hand));
        told.extend(give(&mut hand, attempt).into_iter().filter_map(state));
        hand.touch(Touch::Done);
    }
    let hurried = KioskState {
        hurried: true,
        ..KioskState::default()
    };
    assert_eq!(told, [hurried], "by the eleventh");
    hand.now += Duration::from_secs(61);
    let calm = hand.say(Message::Tick).into_iter().filter_map(state);
    assert_eq!(calm.collect::<Vec<_>>(), [KioskState::default()]);
}

fn state(effect: Effect) -> Option<KioskState> {
    match effect {
        Effect::Tell(state) => Some(state),
        _ => None,
    }
}

#[test]
fn ten_numbers_a_minute_are_an_ordinary_morning() {
    let mut hand = Hand::on_a_morning();
    for _ in 0..10 {
        let attempt = attempt(&take(&mut hand));
        let effects = give(&mut hand, attempt);
        assert!(
            !effects
                .iter()
                .any(|effect| matches!(effect, Effect::Tell(_)))
        );
        hand.touch(Touch::Done);
    }
}

#[test]
fn staff_are_told_of_paper_and_trouble_once() {
    let mut hand = Hand::on_a_morning();
    let trouble = || Message::Printer(PrinterEvent::Health(Health::in_trouble(Cause::PaperOut)));
    let told: Vec<_> = hand.say(trouble()).into_iter().filter_map(state).collect();
    let out = KioskState {
        paper: PaperSupply::Out,
        trouble: Some("paper_out".to_owned()),
        ..KioskState::default()
    };
    assert_eq!(told, [out]);
    assert!(hand.say(trouble()).is_empty());
}
