//! The order of lists.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use vietnamese::sort_key;

fn sorted(mut names: Vec<&str>) -> Vec<&str> {
    names.sort_by_cached_key(|name| sort_key(name));
    names
}

#[test]
fn letters_come_in_the_order_of_the_alphabet() {
    let alphabet: Vec<_> = "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z"
        .split(' ')
        .collect();
    let mut shuffled = alphabet.clone();
    shuffled.sort_unstable_by_key(|letter| letter.bytes().rev().collect::<Vec<_>>());
    assert_eq!(sorted(shuffled), alphabet);
}

#[test]
fn tones_decide_last() {
    assert_eq!(
        sorted(vec!["mạ", "má", "mã", "mả", "mà", "ma", "mac"]),
        ["ma", "mà", "mả", "mã", "má", "mạ", "mac"]
    );
    assert_eq!(
        sorted(vec!["tá b", "ta c", "tạ a"]),
        ["tạ a", "tá b", "ta c"]
    );
}

#[test]
fn a_whole_word_comes_before_a_longer_one_and_digits_before_letters() {
    assert_eq!(
        sorted(vec!["bảng", "ban lề", "3 bên", "bàn"]),
        ["3 bên", "bàn", "ban lề", "bảng"]
    );
}

#[test]
fn agencies_come_as_in_a_printed_list() {
    let list = [
        "Công an tỉnh",
        "Cục Thuế",
        "Sở Du lịch",
        "Sở Giáo dục và Đào tạo",
        "Sở Giao thông vận tải",
        "Sở Tài chính",
        "Sở Tư pháp",
        "Sở Văn hóa và Thể thao",
        "Sở Y tế",
        "Văn phòng",
    ];
    assert_eq!(sorted(list.iter().rev().copied().collect()), list);
}

proptest! {
    #[test]
    fn only_equal_texts_have_equal_keys(
        one in "[aăâeêđd \u{301}ạáà]{0,6}",
        other in "[aăâeêđd \u{301}ạáà]{0,6}",
    ) {
        let same = vietnamese::clean(&one) == vietnamese::clean(&other);
        prop_assert_eq!(sort_key(&one) == sort_key(&other), same);
    }

    #[test]
    fn composition_does_not_matter(text in any::<String>()) {
        let (composed, decomposed): (String, String) = (text.nfc().collect(), text.nfd().collect());
        prop_assert_eq!(sort_key(&composed), sort_key(&decomposed));
    }
}
