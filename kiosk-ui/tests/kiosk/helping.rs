//! Calling staff, reaching low, having more time, reading the whole name.

use crate::hall;
use crate::hand::Hand;
use kiosk_ui::view_model::page::{Question, ScreenPage};
use kiosk_ui::view_model::{Call, Effect, Key, Message, Touch};
use queue_protocol::{KioskState, Purpose};
use std::sync::Arc;

fn calls(state: bool) -> Effect {
    Effect::Tell(KioskState {
        calls_staff: state,
        ..KioskState::default()
    })
}

#[test]
fn staff_are_called_and_the_screen_says_that_they_come() {
    let mut hand = Hand::on_a_morning();
    assert_eq!(hand.touch(Touch::CallStaff), [calls(true)]);
    assert_eq!(hand.page().frame.call, Call::Told);
    let mut view = hall::morning();
    view.staff_coming = true;
    hand.hear(view);
    assert_eq!(hand.page().frame.call, Call::Coming);
    assert_eq!(hand.touch(Touch::CallStaff), [calls(false)]);
    assert_eq!(hand.page().frame.call, Call::Idle);
}

#[test]
fn a_call_outlives_the_visit_but_not_for_ever() {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::Purpose(Purpose::Submit));
    hand.touch(Touch::CallStaff);
    hand.wait(100);
    assert!(hand.is_home(), "the screen went back");
    assert_eq!(
        hand.page().frame.call,
        Call::Told,
        "the visitor still waits"
    );
    hand.wait(199);
    hand.now += std::time::Duration::from_secs(1);
    assert_eq!(hand.say(Message::Tick), [calls(false)]);
    assert_eq!(hand.page().frame.call, Call::Idle);
}

#[test]
fn who_needs_more_time_has_twice_as_much_for_the_rest_of_the_visit() {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::Purpose(Purpose::Submit));
    hand.wait(60);
    assert_eq!(hand.page().question, Some(Question::MoreTime(20)));
    hand.touch(Touch::MoreTime);
    hand.wait(119);
    assert_eq!(hand.page().question, None);
    hand.wait(1);
    assert_eq!(hand.page().question, Some(Question::MoreTime(40)));
    hand.wait(40);
    assert!(hand.is_home());
    hand.touch(Touch::Purpose(Purpose::Submit));
    hand.wait(60);
    assert_eq!(
        hand.page().question,
        Some(Question::MoreTime(20)),
        "the next visitor"
    );
}

#[test]
fn low_buttons_are_the_visitors_and_not_the_next_ones() {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::LowReach);
    assert!(hand.page().frame.low_reach);
    hand.choose_justice();
    assert!(
        matches!(hand.screen(), ScreenPage::Take(take) if take.classes_apart),
        "the rows of classes would reach too high"
    );
    hand.touch(Touch::LowReach);
    hand.touch(Touch::LowReach);
    hand.wait(80);
    assert!(!hand.page().frame.low_reach);
}

#[test]
fn the_whole_name_papers_and_fee_unfold() {
    let mut catalogue = hall::catalogue();
    catalogue.procedures[0].name.vi = "Cấp Phiếu Lý lịch tư pháp cho công dân Việt Nam".to_owned();
    catalogue.procedures[0].fee = Some(hall::text("200.000 đồng", "200,000 VND"));
    let mut hand = Hand::on_a_morning();
    let centre = kiosk_ui::view_model::Centre::new(catalogue);
    hand.say(Message::Centre(Arc::new(centre)));
    hand.touch(Touch::Purpose(Purpose::Submit));
    hand.touch(Touch::Find);
    for letter in "lltp ly lich".chars().skip(5) {
        let key = if letter == ' ' {
            Key::Space
        } else {
            Key::Letter(letter)
        };
        hand.touch_at_once(Touch::Key(key));
    }
    hand.touch(Touch::Procedure(0));
    let ScreenPage::Take(take) = hand.screen() else {
        panic!("{:?}", hand.screen());
    };
    assert_eq!(
        (take.details, take.fee.as_deref()),
        (true, Some("200.000 đồng"))
    );
    hand.touch(Touch::Details);
    let ScreenPage::Details(page) = hand.screen() else {
        panic!("{:?}", hand.screen());
    };
    assert_eq!(page.name, "Cấp Phiếu Lý lịch tư pháp cho công dân Việt Nam");
    assert_eq!(
        (page.agency.as_str(), page.letter.as_str()),
        ("Sở Tư pháp", "A")
    );
    assert_eq!(page.papers, ["Tờ khai theo mẫu", "Thẻ căn cước"]);
    assert_eq!(page.fee.as_deref(), Some("200.000 đồng"));
    assert!(hand.touch(Touch::Ordinary).is_empty());
    hand.touch(Touch::Back);
    assert!(matches!(hand.screen(), ScreenPage::Take(_)));
}

#[test]
fn what_is_not_known_of_a_procedure_is_not_said() {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::Purpose(Purpose::Submit));
    hand.touch(Touch::Find);
    hand.touch(Touch::Procedure(1));
    hand.touch(Touch::Details);
    let ScreenPage::Details(page) = hand.screen() else {
        panic!("{:?}", hand.screen());
    };
    assert_eq!(page.name, "", "the short name is the whole one");
    assert_eq!(
        (page.fee, page.online, page.any_commune),
        (None, false, false)
    );
    assert!(page.papers.is_empty());
}

#[test]
fn where_nothing_is_found_a_number_for_guidance_can_be_taken() {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::Purpose(Purpose::Submit));
    hand.touch(Touch::Find);
    for letter in "xqzw".chars() {
        hand.touch_at_once(Touch::Key(Key::Letter(letter)));
    }
    assert!(matches!(hand.screen(), ScreenPage::Find(page) if page.found == 0 && page.guidance));
    hand.touch(Touch::Guidance);
    assert!(matches!(hand.screen(), ScreenPage::Choose(page) if page.purpose == Purpose::Guidance));
    hand.touch(Touch::Back);
    assert!(matches!(hand.screen(), ScreenPage::Find(_)));
}
