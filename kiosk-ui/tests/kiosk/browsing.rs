//! Procedures by agency and field.

use crate::browsing_hall;
use crate::hall;
use crate::hand::{Hand, attempt};
use kiosk_ui::view_model::page::{BrowsePage, BrowseRows, GroupRow, ScreenPage};
use kiosk_ui::view_model::{Centre, Effect, Message, Touch};
use queue_protocol::{Language, Purpose};
use std::sync::Arc;

fn browsing() -> Hand {
    let mut hand = Hand::on_a_morning();
    hand.say(Message::Centre(browsing_hall::centre()));
    hand.touch(Touch::Purpose(Purpose::Submit));
    hand.touch(Touch::ByAgency);
    hand
}

fn page(hand: &Hand) -> BrowsePage {
    match hand.screen() {
        ScreenPage::Browse(page) => page,
        other => panic!("{other:?}"),
    }
}

fn groups(page: &BrowsePage) -> &[GroupRow] {
    match &page.rows {
        BrowseRows::Agencies(rows) | BrowseRows::Fields(rows) => rows,
        BrowseRows::Procedures(rows) => panic!("{rows:?}"),
    }
}

/// All rows of a list, page by page, with what shows the next page; then back to where it began.
fn all<T>(hand: &mut Hand, rows: impl Fn(&BrowsePage) -> Vec<T>) -> Vec<T> {
    let (mut found, mut pages) = (rows(&page(hand)), 1);
    while let Some((first, left)) = page(hand).more {
        assert_eq!(first, found.len());
        hand.touch(Touch::Others(first));
        found.extend(rows(&page(hand)));
        assert_eq!(
            page(hand).more.map_or(0, |more| more.1) + rows(&page(hand)).len(),
            left
        );
        pages += 1;
    }
    for _ in 1..pages {
        hand.touch(Touch::Back);
    }
    found
}

#[test]
fn all_agencies_are_there_most_used_first_at_most_eight_choices_a_page() {
    let mut hand = browsing();
    let agencies = all(&mut hand, |page| {
        assert!(groups(page).len() + usize::from(page.more.is_some()) <= 8);
        groups(page).to_vec()
    });
    assert_eq!(agencies.len(), 22, "and those of the communes");
    let first: Vec<&str> = agencies.iter().map(|row| row.code.as_str()).collect();
    assert_eq!(first[..4], ["STP", "SGTVT", "CA", "STNMT"]);
    assert_eq!(agencies[0].name, "Sở Tư pháp");
    assert_eq!((agencies[0].procedures, agencies[1].procedures), (2, 25));
    let nameless = agencies.iter().find(|row| row.code.is_empty());
    assert_eq!(nameless.map(|row| row.procedures), Some(1));
    assert_eq!(page(&hand).within, "");
}

#[test]
fn a_small_agency_leads_to_its_procedures_and_the_ordinary_way_goes_on() {
    let mut hand = browsing();
    hand.touch(Touch::Agency("STP".to_owned()));
    let shown = page(&hand);
    assert_eq!(shown.within, "Sở Tư pháp");
    let BrowseRows::Procedures(rows) = shown.rows else {
        panic!("{:?}", shown.rows);
    };
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].name, "Cấp Phiếu lý lịch tư pháp");
    hand.touch(Touch::Procedure(rows[0].place));
    let ScreenPage::Take(take) = hand.screen() else {
        panic!("{:?}", hand.screen());
    };
    assert_eq!(
        (take.name.as_str(), take.details),
        (rows[0].name.as_str(), true)
    );
    let effects = hand.touch(Touch::Ordinary);
    attempt(&effects);
    let [Effect::Issue(issue)] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(issue.request.procedure.as_deref(), Some("3.000333"));
}

#[test]
fn an_agency_of_many_procedures_asks_for_the_field_first() {
    let mut hand = browsing();
    hand.touch(Touch::Agency("SGTVT".to_owned()));
    assert_eq!(page(&hand).within, "Sở Giao thông vận tải");
    let fields = all(&mut hand, |page| groups(page).to_vec());
    assert_eq!(fields.len(), 10, "and those of no field");
    assert_eq!(fields.iter().map(|row| row.procedures).sum::<usize>(), 25);
    assert_eq!(
        (fields[9].name.as_str(), fields[9].procedures),
        ("", 4),
        "what has none is last, however used"
    );
    hand.touch(Touch::Field("Đường bộ".to_owned()));
    let roads = page(&hand);
    assert_eq!(roads.within, "Đường bộ");
    assert!(
        matches!(&roads.rows, BrowseRows::Procedures(rows) if rows.len() == 3),
        "{roads:?}"
    );
    hand.touch(Touch::Language(Language::EN));
    assert_eq!(page(&hand).within, "Roads");
    hand.touch(Touch::Back);
    hand.touch(Touch::Field(String::new()));
    let without = page(&hand);
    assert_eq!(without.within, "Transport");
    assert!(
        matches!(&without.rows, BrowseRows::Procedures(rows) if rows.len() == 4),
        "{without:?}"
    );
}

#[test]
fn back_leads_page_by_page_to_the_services_and_home_at_once() {
    let mut hand = browsing();
    let first = page(&hand);
    hand.touch(Touch::Others(first.more.expect("a second page").0));
    hand.touch(Touch::Agency("SGTVT".to_owned()));
    hand.touch(Touch::Back);
    hand.touch(Touch::Back);
    assert_eq!(page(&hand), first);
    hand.touch(Touch::Back);
    assert!(matches!(hand.screen(), ScreenPage::Choose(_)));
    hand.touch(Touch::ByAgency);
    hand.touch(Touch::Home);
    assert!(hand.is_home());
}

#[test]
fn a_procedure_of_a_paused_service_cannot_be_taken_here_either() {
    let mut hand = browsing();
    hand.touch(Touch::Agency("CA".to_owned()));
    let shown = page(&hand);
    let BrowseRows::Procedures(rows) = &shown.rows else {
        panic!("{shown:?}");
    };
    hand.touch(Touch::Procedure(rows[0].place));
    assert_eq!(page(&hand), shown);
}

#[test]
fn touches_of_another_screen_do_nothing() {
    let mut hand = browsing();
    let shown = page(&hand);
    for touch in [
        Touch::Field("Đường bộ".to_owned()),
        Touch::Service("tu-phap".to_owned()),
        Touch::ByAgency,
        Touch::NextFound(3),
    ] {
        hand.touch(touch);
    }
    // A field belongs to an agency: before one is chosen it finds nothing, and leads nowhere.
    assert_eq!(page(&hand), shown);
    hand.touch(Touch::Agency("nobody".to_owned()));
    assert_eq!(page(&hand), shown);
    hand.touch(Touch::Others(99));
    assert_eq!(page(&hand), shown);
}

#[test]
fn one_agency_is_no_choice() {
    let mut catalogue = hall::catalogue();
    for procedure in &mut catalogue.procedures {
        procedure.agency = "STP".to_owned();
    }
    for (catalogue, offered) in [(catalogue, false), (hall::catalogue(), true)] {
        let mut hand = Hand::on_a_morning();
        hand.say(Message::Centre(Arc::new(Centre::new(catalogue))));
        hand.touch(Touch::Purpose(Purpose::Submit));
        assert!(matches!(hand.screen(), ScreenPage::Choose(page) if page.has_agencies == offered));
    }
}
