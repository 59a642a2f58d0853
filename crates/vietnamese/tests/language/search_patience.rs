//! Searching with slips, half-typed synonyms and an input method switched off; and nonsense.

use vietnamese::search::{Entry, Field, Index};

use crate::fixtures::{PROCEDURES, names, part, understood};

#[test]
fn keys_of_telex_and_vni_are_read() {
    for query in [
        "giaays pheps lais xe quoocs tees",
        "giaasy phesp lasi xe quoosc tees",
        "gia6y1 phe1p la1i xe quo6c1 te6",
    ] {
        assert_eq!(names(query), ["Cấp giấy phép lái xe quốc tế"], "{query}");
    }
    assert_eq!(
        names("ddoioir theer cawn cuwowcs"),
        Vec::<&str>::new(),
        "not what Telex keys spell"
    );
    assert_eq!(names("ddooir ther cawn cuwowcs"), ["Cấp đổi thẻ căn cước"]);
    assert_eq!(names("d9o6i3 the3 ca8n cu7o7c1"), ["Cấp đổi thẻ căn cước"]);
    assert_eq!(understood("giaays pheps"), ["giaays pheps = giấy phép"]);
}

#[test]
fn leftovers_are_read_before_synonyms() {
    assert_eq!(
        understood("bawngf lasi")[0],
        "bawngf lasi = giấy phép lái xe"
    );
}

#[test]
fn known_words_are_never_read_as_leftovers() {
    assert_eq!(names("visa"), ["Cấp thị thực cho người nước ngoài"]);
    assert_eq!(names("x quang"), ["Giấy phép sử dụng thiết bị X-quang"]);
    assert!(names("B2").is_empty());
}

#[test]
fn one_slip_is_forgiven_in_a_word_that_no_name_has() {
    for query in ["ket hnoo", "marriaeg", "mariage", "marrriage", "marriaga"] {
        assert_eq!(
            names(query),
            if query == "ket hnoo" {
                vec![]
            } else {
                vec!["Đăng ký kết hôn"]
            },
            "{query}"
        );
    }
    assert_eq!(
        names("giay pehp lai xe quoc te"),
        ["Cấp giấy phép lái xe quốc tế"]
    );
    assert_eq!(understood("giay pehp lai xe quoc te"), ["pehp = phép"]);
    assert!(
        names("kte hon").is_empty(),
        "three letters are not corrected"
    );
}

#[test]
fn one_slip_that_makes_another_word_is_forgiven_when_nothing_has_them_all() {
    assert_eq!(names("tro cap that nghien"), ["Trợ cấp thất nghiệp"]);
    assert_eq!(understood("tro cap that nghien"), ["nghien = nghiệp"]);
    assert!(
        names("trợ cấp thất nghiền").is_empty(),
        "typed accents must be right"
    );
}

#[test]
fn a_known_word_is_taken_for_another_in_names_only_not_in_long_texts() {
    let found_in = |field| {
        let other = Entry::new(1, 1).with(Field::ShortName, "Khai thuế");
        let entry = Entry::new(2, 1).with(field, "Hộ khẩu thường trú");
        Index::build([other, entry], &[])
            .search("khai thuong tru", 1)
            .hits
            .len()
    };
    assert_eq!(found_in(Field::ShortName), 1);
    assert_eq!(found_in(Field::OfficialName), 0);
}

#[test]
fn codes_are_never_corrected() {
    assert!(names("012784").len() == 1 && names("012794").is_empty());
}

#[test]
fn a_synonym_is_guessed_from_its_beginning() {
    assert_eq!(
        understood("bia d"),
        ["bia d = giấy chứng nhận quyền sử dụng đất"]
    );
    assert!(understood("bang l").is_empty(), "names have these words");
    assert_eq!(understood("gpl").len(), 2, "licence to drive, or to work");
    assert!(names("gp").is_empty());
}

#[test]
fn words_that_only_say_that_something_is_wanted_are_left_out() {
    assert_eq!(names("xin ket hon"), ["Đăng ký kết hôn"]);
    assert_eq!(names("lam ho chieu cho con")[0], "Cấp hộ chiếu phổ thông");
    assert!(names("xin toi").is_empty() && names("xin kte hon").is_empty());
}

#[test]
fn beside_a_slip_words_are_whole() {
    let entry = |id, name| Entry::new(id, 1).with(Field::ShortName, name);
    let names = ["Danh hiệu, giấy của hàng hóa", "Gia hạn", "Hộ chiếu"];
    let entries = (0..).zip(names).map(|(id, name)| entry(id, name));
    let index = Index::build(entries, &[]);
    assert!(index.search("gia han ho chieu", 9).hits.is_empty());
}

#[test]
fn the_longest_run_of_words_is_found_when_nothing_has_them_all() {
    let part = |query| {
        let hits = part(query).hits.into_iter();
        hits.map(|hit| &PROCEDURES[hit.id as usize][1])
            .collect::<Vec<_>>()
    };
    assert_eq!(part("đăng ký kết hôn với người Pháp")[0], "Đăng ký kết hôn");
    assert_eq!(part("bằng lái hạng A1")[0], "Đổi giấy phép lái xe");
    assert!(part("kết hôn").is_empty(), "no whole run is a part");
    for nonsense in ["", "giấy zzzz", "asdf qwer hjkl", "hôm nay trời đẹp"] {
        assert!(part(nonsense).is_empty(), "{nonsense}");
    }
}

#[test]
fn nonsense_finds_nothing() {
    for query in [
        "",
        " ",
        "asdf qwer",
        "zzzz",
        "hjkl",
        "паспорт",
        "护照",
        "😀",
        "...",
        "\u{301}",
        "giấy zzzz",
        "9999",
    ] {
        assert!(
            names(query).is_empty() && understood(query).is_empty(),
            "{query}"
        );
    }
}
