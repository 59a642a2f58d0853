//! The menu for staff: who gets in, how slowly it is guessed, what can be tried.

use crate::alone::{by_itself, take, to_keep};
use crate::hall;
use crate::hand::Hand;
use crate::scenes::{Scene, UPRIGHT};
use kiosk_ui::pin::{PinHash, make_pin};
use kiosk_ui::view_model::page::{DiskWord, ScreenPage, StaffMenu, StaffPage};
use kiosk_ui::view_model::{
    Corner, Effect, HandedIn, Message, PinKey, Reprint, StaffTouch, Touch, Trial,
};
use queue_protocol::ProblemCode;
use slint::LogicalPosition;
use std::time::Duration;
use ticket_printer::{JobState, PrinterEvent};

fn hand_with_a_pin() -> Hand {
    let mut hand = Hand::on_a_morning();
    hand.say(Message::HasPin);
    hand
}

fn knock(hand: &mut Hand) {
    hand.touch(Touch::Corner(Corner::First));
    hand.touch(Touch::Corner(Corner::Second));
}

fn try_pin(hand: &mut Hand, pin: &str) -> Vec<Effect> {
    for digit in pin.chars() {
        hand.touch_at_once(PinKey::Digit(digit).into());
    }
    hand.touch(StaffTouch::Enter.into())
}

fn enter(hand: &mut Hand) {
    knock(hand);
    try_pin(hand, "2468");
    hand.say(Message::PinChecked(true));
}

fn inside() -> Hand {
    let mut hand = hand_with_a_pin();
    enter(&mut hand);
    hand
}

fn door(hand: &Hand) -> (usize, bool, u32) {
    match hand.screen() {
        ScreenPage::Staff(StaffPage::Door {
            digits,
            checking,
            opens_in,
        }) => (digits, checking, opens_in),
        other => panic!("{other:?}"),
    }
}

fn menu(hand: &Hand) -> StaffMenu {
    match hand.screen() {
        ScreenPage::Staff(StaffPage::Menu(menu)) => menu,
        other => panic!("{other:?}"),
    }
}

#[test]
fn without_a_pin_there_is_no_way_in() {
    let mut hand = Hand::on_a_morning();
    knock(&mut hand);
    assert!(hand.is_home());
}

#[test]
fn one_corner_or_both_in_another_order_or_too_slowly_lead_nowhere() {
    let mut hand = hand_with_a_pin();
    hand.touch(Touch::Corner(Corner::First));
    assert!(hand.is_home());
    hand.wait(10);
    hand.touch(Touch::Corner(Corner::Second));
    assert!(hand.is_home());
    hand.touch(Touch::Corner(Corner::Second));
    hand.touch(Touch::Corner(Corner::First));
    assert!(hand.is_home());
}

#[test]
fn the_right_pin_opens_and_no_debug_dump_shows_it() {
    let mut hand = hand_with_a_pin();
    knock(&mut hand);
    let digit: Touch = PinKey::Digit('7').into();
    assert!(!format!("{digit:?}").contains('7'));
    hand.touch_at_once(digit);
    hand.touch_at_once(PinKey::Erase.into());
    let effects = try_pin(&mut hand, "2468");
    assert!(matches!(&effects[..], [Effect::CheckPin(pin)] if pin.0 == "2468"));
    assert!(!format!("{effects:?}").contains("2468"));
    assert_eq!(door(&hand), (0, true, 0), "nothing of it is kept");
    hand.say(Message::PinChecked(true));
    let menu = menu(&hand);
    assert_eq!(menu.version, env!("CARGO_PKG_VERSION"));
    assert_eq!(menu.connection, Ok(()));
}

#[test]
fn each_wrong_pin_shuts_the_door_longer() {
    let mut hand = hand_with_a_pin();
    knock(&mut hand);
    for seconds in [1, 2, 4, 8] {
        assert_eq!(try_pin(&mut hand, "1111").len(), 1);
        hand.say(Message::PinChecked(false));
        assert_eq!(door(&hand), (0, false, seconds));
        hand.touch_at_once(PinKey::Digit('2').into());
        hand.now += Duration::from_millis(600);
        let tried = hand.touch_at_once(StaffTouch::Enter.into());
        assert!(tried.is_empty(), "still shut");
        hand.touch_at_once(PinKey::Clear.into());
        hand.now += Duration::from_secs(seconds.into());
    }
    hand.touch(Touch::Back);
    assert!(hand.is_home());
    knock(&mut hand);
    try_pin(&mut hand, "1111");
    hand.say(Message::PinChecked(false));
    assert_eq!(door(&hand).2, 16, "leaving does not help");
}

#[test]
fn an_answer_that_nobody_waits_for_opens_nothing() {
    let mut hand = hand_with_a_pin();
    knock(&mut hand);
    hand.say(Message::PinChecked(true));
    assert_eq!(door(&hand), (0, false, 0));
    try_pin(&mut hand, "2468");
    hand.touch(Touch::Back);
    hand.say(Message::PinChecked(true));
    assert!(hand.is_home());
}

#[test]
fn the_second_tap_on_the_door_tries_nothing_behind_it() {
    let mut hand = inside();
    let restart = hand.touch_at_once(StaffTouch::Restart.into());
    assert!(restart.is_empty());
}

#[test]
fn the_menu_is_left_for_visitors_and_never_hides_a_number() {
    let mut hand = inside();
    hand.touch(Touch::LargeText);
    hand.say(Message::Centre(hall::centre()));
    hand.wait(59);
    menu(&hand);
    hand.wait(1);
    assert!(hand.is_home());
    assert!(!hand.page().frame.large_text);
    hand.take_ticket();
    knock(&mut hand);
    assert!(matches!(hand.screen(), ScreenPage::Ticket(_)));
}

#[test]
fn a_sample_slip_is_printed_and_told_to_nobody() {
    let mut hand = inside();
    let effects = hand.touch(StaffTouch::TestPrint.into());
    let [Effect::Print { job, slip }] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(slip.number, "A000");
    assert!(
        hand.touch(StaffTouch::TestPrint.into()).is_empty(),
        "one at a time"
    );
    let state = JobState::Confirmed;
    let told = hand.say(Message::Printer(PrinterEvent::Job { id: *job, state }));
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(menu(&hand).trial, Some(Trial::Print(JobState::Confirmed)));
}

/// The key of the one reprint that was asked for.
fn reprint_of(effects: &[Effect], expected: &str) -> String {
    match effects {
        [Effect::Reprint(Reprint { number, key })] if number == expected => key.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_slip_given_here_is_asked_for_again_and_a_lost_answer_makes_no_second_one() {
    let mut hand = hand_with_a_pin();
    let job = hand.take_ticket();
    let state = JobState::Confirmed;
    hand.say(Message::Printer(PrinterEvent::Job { id: job, state }));
    hand.touch(Touch::Done);
    enter(&mut hand);
    assert_eq!(menu(&hand).latest, ["A012"]);
    let again = || Touch::from(StaffTouch::Reprint("A012".to_owned()));
    let key = reprint_of(&hand.touch(again()), "A012");
    assert!(hand.touch(again()).is_empty(), "one at a time");
    hand.say(Message::ReprintAnswered(None));
    assert_eq!(menu(&hand).trial, Some(Trial::ReprintUnanswered));
    hand.touch(Touch::Back);
    enter(&mut hand);
    assert_eq!(
        reprint_of(&hand.touch(again()), "A012"),
        key,
        "the same one"
    );
    hand.say(Message::ReprintAnswered(Some(true)));
    assert_eq!(menu(&hand).trial, Some(Trial::ReprintComes));
    assert_ne!(reprint_of(&hand.touch(again()), "A012"), key, "another one");
    hand.say(Message::ReprintAnswered(Some(false)));
    assert_eq!(menu(&hand).trial, Some(Trial::ReprintRefused));
}

#[test]
fn numbers_of_its_own_that_the_service_does_not_have_are_shown() {
    let mut hand = by_itself(500);
    hand.say(Message::HasPin);
    let (refused, _) = take(&mut hand);
    hand.say(Message::HandedIn {
        key: refused.key,
        answer: HandedIn::Refused(ProblemCode::NotOffline),
    });
    hand.touch(Touch::Done);
    take(&mut hand);
    hand.touch(Touch::Done);
    enter(&mut hand);
    let menu = menu(&hand);
    assert_eq!((menu.refused, menu.pending), (vec!["Q001".to_owned()], 1));
    assert_eq!(menu.connection, Err(Some("08:42".to_owned())));
    assert_eq!(menu.disk, DiskWord::Well);
}

#[test]
fn a_disk_that_takes_nothing_is_shown_until_it_does() {
    let mut hand = by_itself(500);
    hand.say(Message::HasPin);
    hand.choose_justice();
    let key = to_keep(&hand.touch(Touch::Ordinary)).key;
    hand.say(Message::Kept { key, stored: false });
    enter(&mut hand);
    assert_eq!(menu(&hand).disk, DiskWord::Fails);
    hand.touch(Touch::Back);
    take(&mut hand);
    hand.touch(Touch::Done);
    enter(&mut hand);
    assert_eq!(menu(&hand).disk, DiskWord::Well);
}

#[test]
fn the_sound_is_tried_and_its_device_let_go_when_staff_leave() {
    let mut hand = inside();
    let effects = hand.touch(StaffTouch::TestSound.into());
    assert!(matches!(&effects[..], [Effect::Speak(speech)] if !speech.said.is_empty()));
    assert_eq!(menu(&hand).trial, Some(Trial::Sound));
    let left = hand.touch(Touch::Back);
    assert!(matches!(&left[..], [Effect::Speak(speech)] if speech.said.is_empty()));
    assert!(hand.is_home());
}

#[test]
fn sizes_and_colours_lead_back_to_the_menu_and_the_program_restarts() {
    let mut hand = inside();
    hand.touch(StaffTouch::ShowScreen.into());
    assert_eq!(hand.screen(), ScreenPage::Staff(StaffPage::Screen));
    hand.touch(Touch::Back);
    menu(&hand);
    assert_eq!(hand.touch(StaffTouch::Restart.into()), [Effect::Restart]);
}

#[test]
fn a_visitor_cannot_touch_what_is_for_staff() {
    let mut hand = hand_with_a_pin();
    let reprint = StaffTouch::Reprint("A012".to_owned());
    for touch in [
        StaffTouch::Restart,
        StaffTouch::Enter,
        StaffTouch::TestPrint,
        reprint,
    ] {
        assert!(hand.touch(touch.into()).is_empty());
        assert!(hand.is_home());
    }
}

#[test]
fn holding_emblem_and_name_leads_to_the_door_and_touching_them_does_not() {
    let scene = Scene::on_a_morning(UPRIGHT);
    scene.say(Message::HasPin);
    let hold = |seconds| {
        for place in [100.0, 300.0] {
            let place = LogicalPosition::new(place, 96.0);
            scene.press(place);
            i_slint_backend_testing::mock_elapsed_time(Duration::from_secs(seconds));
            scene.release(place);
        }
    };
    hold(2);
    assert!(scene.find("Vào").is_none());
    hold(4);
    assert!(scene.find("Vào").is_some());
    scene.touch("1");
    scene.touch("Vào");
    let effects = scene.effects();
    assert!(matches!(&effects[..], [Effect::CheckPin(pin)] if pin.0 == "1"));
}

#[test]
fn a_pin_is_made_at_the_terminal_and_known_again() {
    let mut said = Vec::new();
    make_pin(&mut &b"2468\n"[..], &mut said).expect("a PIN");
    let line = String::from_utf8(said).expect("text");
    let table: toml::Table = line.parse().expect("a line for the settings");
    let hash = table["staff_pin"].as_str().expect("a text").to_owned();
    assert!(hash.starts_with("$argon2id$"), "as officers' PINs are kept");
    let hash = PinHash::try_from(hash).expect("a hash");
    assert!(hash.is_of("2468") && !hash.is_of("2469"));
    assert_eq!(format!("{hash:?}"), "PinHash(…)");
    for wrong in ["", "12", "12a4", "1234567890123"] {
        let told = make_pin(&mut wrong.as_bytes(), &mut Vec::new());
        assert!(told.is_err(), "{wrong}");
    }
    assert!(PinHash::try_from("2468".to_owned()).is_err());
}
