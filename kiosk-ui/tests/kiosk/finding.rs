//! Typing a name without accents, and what is found.

use crate::hall;
use crate::hand::{Hand, attempt};
use kiosk_ui::view_model::page::{FindPage, ScreenPage};
use kiosk_ui::view_model::{Effect, Key, Touch};
use queue_protocol::{ClosedReason, Language, Purpose};

fn finding(purpose: Purpose) -> Hand {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::Purpose(purpose));
    hand.touch(Touch::Find);
    hand
}

fn page(hand: &Hand) -> FindPage {
    match hand.screen() {
        ScreenPage::Find(page) => page,
        other => panic!("{other:?}"),
    }
}

fn type_in(hand: &mut Hand, text: &str) {
    for letter in text.chars() {
        let key = if letter == ' ' {
            Key::Space
        } else {
            Key::Letter(letter)
        };
        hand.touch_at_once(Touch::Key(key));
    }
}

fn names(page: &FindPage) -> Vec<&str> {
    page.rows.iter().map(|row| row.name.as_str()).collect()
}

#[test]
fn before_the_first_letter_the_most_used_are_shown() {
    let hand = finding(Purpose::Submit);
    let page = page(&hand);
    assert_eq!(page.query, "");
    assert!(names(&page).contains(&"Cấp Phiếu lý lịch tư pháp"));
    assert_eq!(page.shown, (1, 4));
    assert_eq!(page.next, Some(4));
}

#[test]
fn words_without_accents_find_the_procedure_and_say_what_they_were_taken_for() {
    let mut hand = finding(Purpose::Submit);
    type_in(&mut hand, "doi bang lai");
    let found = page(&hand);
    assert_eq!(names(&found)[0], "Đổi giấy phép lái xe");
    assert_eq!(found.understood, "bang lai = giấy phép lái xe");
    assert_eq!(
        (found.rows[0].letter.as_str(), found.rows[0].waiting),
        ("C", Some(12))
    );

    hand.touch(Touch::Procedure(found.rows[0].place));
    let ScreenPage::Take(take) = hand.screen() else {
        panic!("{:?}", hand.screen());
    };
    assert_eq!(take.name, "Đổi giấy phép lái xe");
    assert_eq!(take.service.as_deref(), Some("Giấy phép lái xe, vận tải"));
    let effects = hand.touch(Touch::Ordinary);
    let [Effect::Issue(issue)] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(issue.request.procedure.as_deref(), Some("3.000347"));
}

#[test]
fn the_first_letter_already_finds_and_rows_of_one_service_stand_together() {
    let mut hand = finding(Purpose::Submit);
    type_in(&mut hand, "c");
    let page = page(&hand);
    assert!(page.found >= 4, "{page:?}");
    let letters: Vec<&str> = page.rows.iter().map(|row| row.letter.as_str()).collect();
    let mut groups = letters.clone();
    groups.dedup();
    let mut distinct = letters.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(groups.len(), distinct.len(), "{letters:?}");
}

#[test]
fn pages_go_on_and_back() {
    let mut hand = finding(Purpose::Submit);
    let first = page(&hand);
    assert!(!first.has_previous);
    hand.touch(Touch::NextFound(first.next.expect("a second page")));
    let second = page(&hand);
    assert_eq!(second.shown.0, first.shown.1 + 1);
    assert!(second.has_previous && second.next.is_none());
    hand.touch(Touch::NextFound(99));
    assert_eq!(page(&hand), second);
    hand.touch(Touch::PreviousFound);
    assert_eq!(page(&hand), first);
}

#[test]
fn nonsense_finds_nothing_and_there_is_a_way_on() {
    let mut hand = finding(Purpose::Submit);
    type_in(&mut hand, "xqzw");
    assert_eq!((page(&hand).found, page(&hand).rows.len()), (0, 0));
    hand.touch(Touch::LeaveFind);
    assert!(matches!(hand.screen(), ScreenPage::Choose(_)));
}

#[test]
fn keys_erase_clear_and_put_tones_on_the_last_vowel() {
    let mut hand = finding(Purpose::Submit);
    type_in(&mut hand, "  doi  ");
    assert_eq!(page(&hand).query, "doi ");
    hand.touch(Touch::Key(Key::Erase));
    hand.touch(Touch::Key(Key::Tone('\u{309}')));
    assert_eq!(page(&hand).query, "doỉ");
    hand.touch(Touch::Key(Key::Tone('\u{301}')));
    assert_eq!(page(&hand).query, "doỉ", "one tone a syllable");
    hand.touch(Touch::Key(Key::Clear));
    type_in(&mut hand, "câp");
    hand.touch(Touch::Key(Key::Tone('\u{301}')));
    assert_eq!(page(&hand).query, "cấp");
    hand.touch(Touch::Key(Key::Clear));
    hand.touch(Touch::Key(Key::Tone('\u{301}')));
    assert_eq!(page(&hand).query, "");
}

#[test]
fn telex_keys_are_shown_as_what_they_spell() {
    let mut hand = finding(Purpose::Submit);
    type_in(&mut hand, "ddooir bawngf lais");
    let found = page(&hand);
    assert_eq!(found.query, "đổi bằng lái");
    assert_eq!(names(&found)[0], "Đổi giấy phép lái xe");
    assert_eq!(found.understood, "bằng lái = giấy phép lái xe");
}

#[test]
fn the_field_follows_every_telex_key() {
    let mut hand = finding(Purpose::Submit);
    let shown: Vec<String> = "hooj chieeus"
        .chars()
        .map(|letter| {
            type_in(&mut hand, letter.encode_utf8(&mut [0; 4]));
            page(&hand).query
        })
        .collect();
    assert_eq!(shown[2..5], ["hô", "hộ", "hộ "].map(String::from)[..]);
    assert_eq!(shown.last().map(String::as_str), Some("hộ chiếu"));
    assert_eq!(page(&hand).understood, "", "the field says it");
    hand.touch(Touch::Key(Key::Erase));
    assert_eq!(page(&hand).query, "hộ chiế", "a letter goes, not a key");
    type_in(&mut hand, "u");
    assert_eq!(page(&hand).query, "hộ chiếu");
}

#[test]
fn words_of_the_centre_are_not_taken_for_telex() {
    let mut hand = finding(Purpose::Submit);
    hand.touch(Touch::Language(Language::EN));
    type_in(&mut hand, "passport");
    assert_eq!(page(&hand).query, "passport");
}

#[test]
fn a_long_query_shows_its_end_from_a_word_on() {
    let mut hand = finding(Purpose::Submit);
    type_in(&mut hand, "dang ky thay doi noi dung giay phep");
    assert_eq!(page(&hand).query, "…doi noi dung giay phep");
    type_in(&mut hand, &"x".repeat(80));
    assert!(page(&hand).query.chars().count() <= 26);
}

#[test]
fn a_procedure_of_a_paused_service_cannot_be_taken() {
    let mut hand = finding(Purpose::Submit);
    type_in(&mut hand, "ho chieu");
    let row = page(&hand).rows[0].clone();
    assert_eq!(row.letter, "H");
    hand.touch(Touch::Procedure(row.place));
    assert!(matches!(hand.screen(), ScreenPage::Find(_)));
}

#[test]
fn the_only_service_of_a_purpose_takes_every_procedure_without_its_code() {
    let mut view = hall::morning();
    view.services.retain(|service| service.code != "lao-dong");
    let mut catalogue = hall::catalogue();
    // A second service that collects keeps the choice; then a procedure leads to its own service only.
    catalogue.services[0].purposes.push(Purpose::Collect);
    let mut hand = Hand::on_a_morning();
    let centre = kiosk_ui::view_model::Centre::new(catalogue);
    hand.say(kiosk_ui::view_model::Message::Centre(std::sync::Arc::new(
        centre,
    )));
    hand.touch(Touch::Purpose(Purpose::Collect));
    hand.touch(Touch::Find);
    type_in(&mut hand, "giay phep lai xe");
    assert_eq!(
        page(&hand).found,
        0,
        "two services collect, neither is the procedure's own"
    );
    hand.touch(Touch::Key(Key::Clear));
    type_in(&mut hand, "ly lich");
    let place = page(&hand).rows[0].place;
    hand.touch(Touch::Procedure(place));
    attempt(&hand.touch(Touch::Ordinary));
}

#[test]
fn names_and_search_follow_the_language() {
    let mut hand = finding(Purpose::Submit);
    hand.touch(Touch::Language(Language::EN));
    type_in(&mut hand, "driving");
    let page = page(&hand);
    assert!(
        names(&page).contains(&"Exchange of driving licence"),
        "{page:?}"
    );
    assert_eq!(page.rows[0].service, "Driving licences");
}

#[test]
fn a_closed_centre_takes_no_keys_to_heart() {
    let mut hand = finding(Purpose::Submit);
    let mut view = hall::morning();
    view.issuing = hall::closed(ClosedReason::Pause, None);
    hand.hear(view);
    type_in(&mut hand, "doi");
    assert!(matches!(hand.screen(), ScreenPage::Closed(_)));
}
