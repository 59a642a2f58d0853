//! Identity cards: 7 to 11 fields, however a scanner mangles the rest. All persons are invented.

use crate::centre::{is_class, meaning, meaning_on};
use kiosk_ui::scan::Meaning;

const OLD: &str = "000061000001|000000001|Nguyễn Văn Mẫu|15081961|Nam|Số 1, Đường Mẫu|20052021";

/// A card of somebody born then.
fn born(birth: &str) -> String {
    format!("000199000001||Trần Thị Thử|{birth}|Nữ|Xã Mẫu|20052022")
}

fn younger(text: &str) -> bool {
    meaning(text) == Meaning::Younger
}

fn ignored(text: &str) -> bool {
    meaning(text) == Meaning::Nothing
}

#[test]
fn the_birth_date_settles_the_class() {
    assert!(is_class(OLD, "elderly"));
    assert!(
        is_class(&born("01011940"), "very-old"),
        "the one of the highest age"
    );
    assert!(younger(&born("01011999")));
    assert!(
        younger(&born("25111976")),
        "classes that staff grant are not for scanners"
    );
}

#[test]
fn the_sixtieth_birthday_counts_on_the_day_itself() {
    assert!(is_class(&born("25111966"), "elderly"));
    assert!(younger(&born("26111966")));
    let leap = born("29021960");
    let on = |date| meaning_on(&leap, date) == Meaning::Class("elderly".into());
    assert!(on("2020-02-29") && !on("2020-02-28"));
    let leap = born("29021964");
    let eighty = |date| meaning_on(&leap, date) == Meaning::Class("very-old".into());
    assert!(eighty("2044-02-29") && !eighty("2044-02-28"));
    let leap = born("29021968");
    let in_2029 = meaning_on(&leap, "2029-02-28");
    assert!(
        in_2029 == Meaning::Class("elderly".into()),
        "the 28th of a common year"
    );
}

#[test]
fn seven_to_eleven_fields_are_a_card() {
    let card = born("01011950");
    assert!(ignored(card.rsplit_once('|').unwrap().0));
    for extra in 0..=4 {
        let longer = format!("{card}{}", "|".repeat(extra));
        assert!(is_class(&longer, "elderly"), "{extra} more fields");
    }
    assert!(ignored(&format!("{card}|||||")));
}

#[test]
fn any_ending_prefix_and_lost_accents_do_no_harm() {
    for (before, after) in [
        ("", "\r"),
        ("", "\n"),
        ("", "\r\n"),
        ("", "\t"),
        ("]Q1", "\r"),
        ("\u{feff}", ""),
        ("]Q3", ""),
        (" ", " "),
        ("\u{2}", "\u{3}"),
    ] {
        assert!(is_class(&format!("{before}{OLD}{after}"), "elderly"));
    }
    assert!(is_class(
        "000061000001||Nguyen Van Mau|15081961|Nu|Duong Mau|20052021",
        "elderly"
    ));
    let garbled = "000061000001||Nguyá»…n VÄƒn Máº«u|15081961|Nam|ÄÆ°á»ng\u{0}|20052021";
    assert!(is_class(garbled, "elderly"));
    let telex = "000061000001||Nguyeenx Vawn Maauxx|15081961|Nam|DDuowngf|20052021";
    assert!(is_class(telex, "elderly"));
    let wide = "０００061000001｜｜Nguyễn｜１５０８1961｜Nam｜Đường｜20052021";
    assert!(is_class(wide, "elderly"));
}

#[test]
fn impossible_cards_are_no_cards() {
    for birth in [
        "01012999",
        "26112026",
        "31021961",
        "00001961",
        "1508196",
        "150819611",
        "15/08/61",
        "",
        "01011890",
    ] {
        assert!(ignored(&born(birth)), "{birth}");
    }
    assert!(younger(&born("25112026")), "born today");
    for id in [
        "00019900000",
        "0001990000011",
        "00019900000a",
        "",
        "-00199000001",
    ] {
        assert!(
            ignored(&format!("{id}||Trần Thị Thử|01011950|Nữ|Xã Mẫu|20052022")),
            "{id}"
        );
    }
}
