//! Cleaning and folding.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use vietnamese::{clean, fold};

#[test]
fn imported_text_becomes_nfc_on_one_line_without_anything_invisible() {
    assert_eq!(
        clean("Khai\u{a0}thuế\r\n\t TNCN \u{200b}"),
        "Khai thuế TNCN"
    );
    assert_eq!(clean("Đa\u{306}\u{301}c"), "Đắc");
    assert_eq!(
        clean("\u{d0}ăng ký"),
        "Đăng ký",
        "Icelandic eth of an old encoding"
    );
    assert_eq!(clean("giấy\u{ad} phép\u{feff}"), "giấy phép");
    assert_eq!(clean(" \u{200b} "), "");
}

#[test]
fn accents_case_and_d_with_stroke_fold_away() {
    assert_eq!(
        fold("ẤẦẨẪẬ ẮẰẲẴẶ ỂỄỆ ỐỖỘ ỚỠỢ ỨỮỰ Ỹ Đ đ"),
        "aaaaa aaaaa eee ooo ooo uuu i d d"
    );
    assert_eq!(fold("quyền sử dụng đất"), fold("QUYỀN SỬ DỤNG ĐẤT"));
    assert_eq!(fold("hoà"), fold("hòa"));
    assert_eq!(fold("5.000 m³"), "5.000 m3");
}

#[test]
fn y_is_i_where_both_are_written() {
    for (one, other) in [
        ("ký", "kí"),
        ("Lý", "lí"),
        ("Mỹ", "mĩ"),
        ("quý", "quí"),
        ("bác sỹ", "bác sĩ"),
        ("y", "i"),
    ] {
        assert_eq!(fold(one), fold(other), "{one}");
    }
    for (one, other) in [
        ("thay", "thai"),
        ("may", "mai"),
        ("thúy", "thúi"),
        ("tây", "tai"),
    ] {
        assert_ne!(fold(one), fold(other), "{one}");
    }
}

fn vietnamese_text() -> impl Strategy<Value = String> {
    concat!(
        "[a-zA-ZăâđêôơưĂÂĐÊÔƠƯấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữựýỳỷỹỵẤẶỆỢỰỸ",
        "\u{300}\u{301}\u{303}\u{309}\u{323} \u{a0},.0-9-]{0,40}"
    )
}

proptest! {
    #[test]
    fn folding_and_cleaning_twice_change_nothing(text in any::<String>()) {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
        prop_assert_eq!(clean(&clean(&text)), clean(&text));
    }

    #[test]
    fn composed_and_decomposed_text_are_the_same(
        text in prop_oneof![any::<String>(), vietnamese_text()],
    ) {
        let (composed, decomposed): (String, String) = (text.nfc().collect(), text.nfd().collect());
        prop_assert_eq!(fold(&composed), fold(&decomposed));
        prop_assert_eq!(clean(&composed), clean(&decomposed));
        prop_assert_eq!(fold(&clean(&text)), fold(&text));
    }

    #[test]
    fn vietnamese_folds_to_lower_case_ascii(text in vietnamese_text()) {
        let folded = fold(&text);
        prop_assert!(folded.is_ascii() && folded == folded.to_lowercase(), "{}", folded);
    }

    #[test]
    fn the_fold_of_a_beginning_is_the_beginning_of_the_fold(
        word in "[a-zA-ZăâđêôơưấộựỹĐ]{1,12}",
        cut in 0usize..12,
    ) {
        let beginning: String = word.chars().take(cut).collect();
        prop_assert!(fold(&word).starts_with(&fold(&beginning)));
    }
}
