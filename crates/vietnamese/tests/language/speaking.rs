//! Numbers and letters as they are said.

use std::collections::BTreeSet;

use proptest::prelude::*;
use vietnamese::letter;
use vietnamese::number::{LARGEST, en, vi};

use crate::fixtures::rows;

#[test]
fn vietnamese_numbers_are_read_as_published() {
    for row in rows("numbers.csv") {
        let n = row[0].parse().unwrap();
        assert_eq!(
            vi::number(n, vi::Region::North).unwrap().to_string(),
            row[1]
        );
        assert_eq!(
            vi::number(n, vi::Region::South).unwrap().to_string(),
            row[2]
        );
        assert_eq!(vi::digits(n, 3).to_string(), row[3]);
    }
}

#[test]
fn large_numbers_are_read_in_two_groups() {
    let north = |n| vi::number(n, vi::Region::North).unwrap().to_string();
    assert_eq!(north(24_000), "hai mươi tư nghìn");
    assert_eq!(
        north(105_005),
        "một trăm linh năm nghìn không trăm linh năm"
    );
    assert_eq!(
        north(999_999),
        "chín trăm chín mươi chín nghìn chín trăm chín mươi chín"
    );
    assert_eq!(vi::number(LARGEST + 1, vi::Region::South), None);
    assert_eq!(en::number(LARGEST + 1), None);
}

#[test]
fn english_numbers_have_the_british_and() {
    let readings = [
        (0, "zero"),
        (7, "seven"),
        (10, "ten"),
        (13, "thirteen"),
        (20, "twenty"),
        (42, "forty two"),
        (100, "one hundred"),
        (105, "one hundred and five"),
        (312, "three hundred and twelve"),
        (1000, "one thousand"),
        (1005, "one thousand and five"),
        (1115, "one thousand one hundred and fifteen"),
        (40_300, "forty thousand three hundred"),
    ];
    for (n, reading) in readings {
        assert_eq!(en::number(n).unwrap().to_string(), reading);
    }
    assert_eq!(en::digits(12, 3).to_string(), "zero one two");
}

#[test]
fn a_reading_is_made_of_few_clips() {
    let clips: BTreeSet<_> = (1..=60)
        .flat_map(|n| vi::number(n, vi::Region::South).unwrap().words().to_vec())
        .collect();
    assert_eq!(
        clips.len(),
        13,
        "nine digits, mười, mươi, mốt, lăm: {clips:?}"
    );
}

#[test]
fn letters_are_named_as_published() {
    for row in rows("letters.csv") {
        let letter = row[0].chars().next().unwrap();
        assert_eq!(letter::vi(letter), Some(&row[1]));
        assert_eq!(
            letter::vi(letter.to_lowercase().next().unwrap()),
            Some(&row[1])
        );
    }
}

#[test]
fn every_letter_of_a_language_has_a_name_of_its_own() {
    let names: BTreeSet<_> = "AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ"
        .chars()
        .map(|c| letter::vi(c).unwrap())
        .collect();
    assert_eq!(names.len(), 33);
    let names: BTreeSet<_> = ('A'..='Z').map(|c| letter::en(c).unwrap()).collect();
    assert_eq!(names.len(), 26);
    for nameless in ['1', ' ', 'İ', 'Ấ'] {
        assert_eq!((letter::vi(nameless), letter::en(nameless)), (None, None));
    }
}

/// Understands a Vietnamese reading again, by its grammar; `None` for a word that no clip has.
fn heard(words: &[&str]) -> Option<u32> {
    let (mut total, mut group) = (0, 0);
    for &word in words {
        match word {
            "nghìn" | "ngàn" => (total, group) = (group * 1000, 0),
            "trăm" => group *= 100,
            // The digit before mươi was added as a unit: make it tens.
            "mươi" => group += group % 10 * 9,
            "mười" => group += 10,
            "linh" | "lẻ" | "không" => {}
            "mốt" | "một" => group += 1,
            "tư" | "bốn" => group += 4,
            "lăm" | "năm" => group += 5,
            "hai" => group += 2,
            "ba" => group += 3,
            "sáu" => group += 6,
            "bảy" => group += 7,
            "tám" => group += 8,
            "chín" => group += 9,
            _ => return None,
        }
    }
    Some(total + group)
}

proptest! {
    #[test]
    fn what_is_said_is_heard_as_the_same_number(n in 0..=LARGEST) {
        for region in [vi::Region::North, vi::Region::South] {
            prop_assert_eq!(heard(vi::number(n, region).unwrap().words()), Some(n));
        }
    }

    #[test]
    fn english_readings_differ_and_have_no_empty_word(n in 0..LARGEST) {
        let (one, next) = (en::number(n).unwrap(), en::number(n + 1).unwrap());
        prop_assert!(one != next && one.words().iter().all(|word| !word.is_empty()));
    }

    #[test]
    fn digits_are_said_one_by_one(n: u32, at_least in 0usize..12) {
        let digits = format!("{n:0at_least$}");
        let said = vi::digits(n, at_least);
        prop_assert_eq!(said.words().len(), digits.len());
        for (word, digit) in said.words().iter().zip(digits.bytes()) {
            prop_assert_eq!(heard(&[word]), Some(u32::from(digit - b'0')));
        }
        prop_assert_eq!(en::digits(n, at_least).words().len(), digits.len());
    }
}
