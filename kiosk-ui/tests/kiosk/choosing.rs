//! From the first screen to the one that takes the number.

use crate::hall;
use crate::hand::{Hand, attempt};
use kiosk_ui::view_model::page::{Intake, Notice, ScreenPage};
use kiosk_ui::view_model::{Class, Effect, Key, Message, Refusal, Touch, balanced};
use queue_protocol::{Language, Purpose};

#[test]
fn three_touches_ask_for_a_number() {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::Purpose(Purpose::Supplement));
    hand.touch(Touch::Service("dat-dai".to_owned()));
    let effects = hand.touch(Touch::Ordinary);
    let [Effect::Issue(issue)] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(issue.request.service, "dat-dai");
    assert_eq!(issue.request.purpose, Purpose::Supplement);
    assert_eq!(issue.request.procedure, None);
    assert_eq!(issue.request.priority, None);
    assert_eq!(issue.request.language, Language::VI);
}

#[test]
fn one_touch_on_a_class_asks_for_a_priority_number_in_the_visitors_language() {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::Language(Language::EN));
    hand.choose_justice();
    let effects = hand.touch(Touch::Priority(Class("elderly".to_owned())));
    let [Effect::Issue(issue)] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(issue.request.priority.as_deref(), Some("elderly"));
    assert_eq!(issue.request.language, Language::EN);
    assert!(
        !format!("{effects:?}").contains("elderly"),
        "a class has no words for a log"
    );
}

#[test]
fn a_purpose_of_one_service_skips_the_choice() {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::Purpose(Purpose::Collect));
    let ScreenPage::Take(take) = hand.screen() else {
        panic!("{:?}", hand.screen());
    };
    assert_eq!(
        (take.letter.as_str(), take.purpose),
        ("T", Purpose::Collect)
    );
    assert_eq!(take.counters, [23, 24]);
    attempt(&hand.touch(Touch::Ordinary));
}

#[test]
fn a_purpose_whose_only_service_is_closed_says_so_and_leads_on() {
    let mut hand = Hand::on_a_morning();
    let mut view = hall::morning();
    view.services[10].issuing =
        hall::closed(queue_protocol::ClosedReason::Pause, Some(hall::at("13:15")));
    hand.hear(view);
    hand.touch(Touch::Purpose(Purpose::Collect));
    let again = Some("13:15".to_owned());
    let paused = ScreenPage::Notice(Notice::Refused(Refusal::Paused { again }));
    assert_eq!(hand.screen(), paused);
    hand.touch(Touch::TryAgain);
    assert!(hand.is_home());
}

#[test]
fn services_stand_in_the_services_order_with_their_states_and_the_rest_behind_a_row() {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::Purpose(Purpose::Submit));
    let ScreenPage::Choose(page) = hand.screen() else {
        panic!("{:?}", hand.screen());
    };
    let letters: String = page.rows.iter().map(|row| row.letter.as_str()).collect();
    assert_eq!(letters, "ACEHKUL");
    assert_eq!(
        page.rows[3].intake,
        Intake::Paused(Some("13:15".to_owned()))
    );
    assert_eq!(page.rows[5].intake, Intake::Full(None));
    assert_eq!(page.rows[2].waiting, Some(999));
    let (next, names) = page.others.expect("more than fit");
    assert_eq!((next, names.as_str()), (7, "Y tế, Xây dựng, Nông nghiệp"));

    hand.touch(Touch::Others(next));
    let ScreenPage::Choose(page) = hand.screen() else {
        panic!("{:?}", hand.screen());
    };
    let letters: String = page.rows.iter().map(|row| row.letter.as_str()).collect();
    assert_eq!((letters.as_str(), page.others), ("MSR", None));
    hand.touch(Touch::Back);
    assert!(matches!(hand.screen(), ScreenPage::Choose(page) if page.rows[0].letter == "A"));
}

#[test]
fn a_service_that_is_paused_or_full_cannot_be_chosen() {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::Purpose(Purpose::Submit));
    for code in ["cong-an", "thue", "no-such-service"] {
        hand.touch(Touch::Service(code.to_owned()));
        assert!(matches!(hand.screen(), ScreenPage::Choose(_)), "{code}");
    }
}

#[test]
fn a_service_whose_work_lasts_until_closing_says_when_numbers_are_given_again() {
    let mut hand = Hand::on_a_morning();
    let mut view = hall::morning();
    let tomorrow = hall::at("06:45") + chrono::TimeDelta::days(1);
    let reason = queue_protocol::ClosedReason::WorkPassesClosing;
    view.services[0].issuing = hall::closed(reason, Some(tomorrow));
    hand.hear(view);
    hand.touch(Touch::Purpose(Purpose::Submit));
    let ScreenPage::Choose(page) = hand.screen() else {
        panic!("{:?}", hand.screen());
    };
    let again = tomorrow.format("%H:%M, %-d/%-m").to_string();
    assert_eq!(page.rows[0].intake, Intake::Crowded(Some(again)));
    hand.touch(Touch::Service("tu-phap".to_owned()));
    assert!(matches!(hand.screen(), ScreenPage::Choose(_)));
}

#[test]
fn a_service_that_pauses_while_it_is_looked_at_takes_no_touch() {
    let mut hand = Hand::on_a_morning();
    hand.choose_justice();
    let mut view = hall::morning();
    view.services[0].issuing = hall::closed(queue_protocol::ClosedReason::CapReached, None);
    hand.hear(view);
    assert!(matches!(hand.screen(), ScreenPage::Take(take) if take.intake == Intake::Full(None)));
    assert!(hand.touch(Touch::Ordinary).is_empty());
}

#[test]
fn back_goes_one_screen_and_home_all_of_them() {
    let mut hand = Hand::on_a_morning();
    hand.choose_justice();
    assert!(hand.page().frame.can_go_back && hand.page().frame.can_go_home);
    hand.touch(Touch::Back);
    assert!(matches!(hand.screen(), ScreenPage::Choose(_)));
    hand.touch(Touch::Back);
    assert!(hand.is_home() && !hand.page().frame.can_go_back && !hand.page().frame.can_go_home);
    hand.choose_justice();
    hand.touch(Touch::Home);
    assert!(hand.is_home());
}

#[test]
fn the_second_half_of_a_double_tap_chooses_nothing() {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::Purpose(Purpose::Submit));
    hand.touch_at_once(Touch::Service("tu-phap".to_owned()));
    assert!(matches!(hand.screen(), ScreenPage::Choose(_)));
    hand.touch(Touch::Service("tu-phap".to_owned()));
    assert!(matches!(hand.screen(), ScreenPage::Take(_)));
}

#[test]
fn more_classes_than_fit_have_a_screen_of_their_own() {
    let mut catalogue = hall::catalogue();
    for (i, class) in catalogue.classes.clone().into_iter().take(2).enumerate() {
        let code = format!("more-{i}");
        catalogue
            .classes
            .push(queue_protocol::ClassEntry { code, ..class });
    }
    let mut hand = Hand::on_a_morning();
    hand.say(Message::Centre(std::sync::Arc::new(
        kiosk_ui::view_model::Centre::new(catalogue),
    )));
    hand.choose_justice();
    assert!(matches!(hand.screen(), ScreenPage::Take(take) if take.classes_apart));
    hand.touch(Touch::ShowClasses);
    assert!(matches!(hand.screen(), ScreenPage::Classes(take) if take.classes.len() == 5));
    attempt(&hand.touch(Touch::Priority(Class("more-1".to_owned()))));
}

#[test]
fn another_catalogue_sends_the_visitor_back_to_the_first_screen() {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::Purpose(Purpose::Submit));
    hand.touch(Touch::Find);
    hand.touch(Touch::Key(Key::Letter('d')));
    hand.say(Message::Centre(hall::centre()));
    assert!(hand.is_home());
}

#[test]
fn a_name_is_split_into_even_lines() {
    let name = "Trung tâm Phục vụ hành chính công tỉnh Khánh Hòa";
    let three = ["Trung tâm Phục vụ", "hành chính công", "tỉnh Khánh Hòa"];
    assert_eq!(balanced(name, 3), three);
    assert_eq!(
        balanced(name, 2),
        ["Trung tâm Phục vụ hành", "chính công tỉnh Khánh Hòa"]
    );
    assert_eq!(balanced("Trung tâm", 3), ["Trung", "tâm"]);
    assert_eq!(balanced("", 3), [""; 0]);
}
