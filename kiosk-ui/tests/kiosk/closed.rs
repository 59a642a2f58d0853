//! Outside the hours, and without the service.

use crate::hall;
use crate::hand::Hand;
use chrono::NaiveDate;
use kiosk_ui::view_model::page::{Notice, ScreenPage};
use kiosk_ui::view_model::{Message, Touch};
use queue_client::View;
use queue_protocol::{ClosedReason, Language, Purpose};

#[test]
fn lunch_says_when_it_goes_on_today() {
    let mut hand = Hand::on_a_morning();
    let mut view = hall::morning();
    view.issuing = hall::closed(ClosedReason::Pause, Some(hall::at("13:15")));
    hand.hear(view);
    let ScreenPage::Closed(page) = hand.screen() else {
        panic!("{:?}", hand.screen());
    };
    assert_eq!(page.reason, ClosedReason::Pause);
    assert_eq!(page.again_at.as_deref(), Some("13:15"));
    assert_eq!(page.again_on, None);
    assert_eq!(page.today, ["07:00–11:15", "13:15–16:30"]);
    assert!(!hand.page().frame.can_go_home && !hand.page().frame.can_go_back);
}

#[test]
fn a_holiday_has_its_name_in_both_languages_and_the_day_when_it_goes_on() {
    let mut hand = Hand::on_a_morning();
    let mut view = hall::morning();
    view.holiday = Some(hall::text("Ngày Văn hóa Việt Nam", "Vietnam Culture Day"));
    let next = hall::at("06:45") + chrono::TimeDelta::days(1);
    view.issuing = hall::closed(ClosedReason::Holiday, Some(next));
    hand.hear(view);
    let names = (
        "Ngày Văn hóa Việt Nam".to_owned(),
        "Vietnam Culture Day".to_owned(),
    );
    let ScreenPage::Closed(page) = hand.screen() else {
        panic!("{:?}", hand.screen());
    };
    assert_eq!(page.occasion, Some(names.clone()));
    assert_eq!(page.again_on, NaiveDate::from_ymd_opt(2026, 11, 26));
    hand.touch(Touch::Language(Language::EN));
    let ScreenPage::Closed(page) = hand.screen() else {
        panic!("{:?}", hand.screen());
    };
    assert_eq!(page.occasion, Some((names.1, names.0)));
}

#[test]
fn a_weekend_has_no_name() {
    let mut hand = Hand::on_a_morning();
    let mut view = hall::morning();
    view.holiday = Some(hall::text("Tết", "Tet"));
    view.issuing = hall::closed(ClosedReason::Weekend, None);
    hand.hear(view);
    let ScreenPage::Closed(page) = hand.screen() else {
        panic!("{:?}", hand.screen());
    };
    assert_eq!((page.occasion, page.again_at), (None, None));
}

#[test]
fn closing_time_takes_the_choice_away_and_opening_gives_the_first_screen() {
    let mut hand = Hand::on_a_morning();
    hand.choose_justice();
    let mut view = hall::morning();
    view.issuing = hall::closed(ClosedReason::AfterHours, None);
    hand.hear(view);
    assert!(matches!(hand.screen(), ScreenPage::Closed(_)));
    assert!(hand.touch(Touch::Ordinary).is_empty());
    hand.wait(60);
    hand.hear(hall::morning());
    assert!(hand.is_home());
}

#[test]
fn a_service_that_was_never_heard_is_being_connected_to() {
    let mut hand = Hand::new();
    let connecting = ScreenPage::Notice(Notice::Connecting);
    assert_eq!(hand.screen(), connecting);
    assert_eq!(hand.page().frame.time, None, "no clock but the service's");
    hand.hear(hall::morning());
    assert_eq!(hand.screen(), connecting, "the names are missing yet");
    hand.say(Message::Centre(hall::centre()));
    assert!(hand.is_home());
}

#[test]
fn a_service_that_is_away_is_said_to_be_after_a_grace_and_comes_back_by_itself() {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::Purpose(Purpose::Submit));
    let stale = View::Stale {
        frame: hall::frame("08:42", 1, hall::morning()),
        received: hand.now.into(),
        since: hand.now.into(),
    };
    hand.say(Message::View(stale));
    hand.wait(4);
    assert!(
        matches!(hand.screen(), ScreenPage::Choose(_)),
        "a restart takes a second"
    );
    hand.wait(1);
    let since = Some("08:42".to_owned());
    assert_eq!(hand.screen(), ScreenPage::Notice(Notice::Away(since)));
    assert!(hand.touch(Touch::Service("tu-phap".to_owned())).is_empty());
    hand.hear(hall::morning());
    assert!(
        matches!(hand.screen(), ScreenPage::Choose(_)),
        "where the visitor was"
    );
}

#[test]
fn a_number_on_the_screen_stays_when_the_service_goes_away() {
    let mut hand = Hand::on_a_morning();
    hand.take_ticket();
    hand.say(Message::View(View::Never));
    hand.wait(20);
    assert!(matches!(hand.screen(), ScreenPage::Ticket(_)));
}
