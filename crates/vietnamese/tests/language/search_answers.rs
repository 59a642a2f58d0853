//! Searching the real procedures: what is found first, and what is understood.

use vietnamese::search::{Entry, Field, Index, Match, Synonym};

use crate::fixtures::{find, names, understood};

#[test]
fn words_are_found_without_accents_in_any_order_and_by_their_beginnings() {
    for query in [
        "Tách thửa",
        "tach thua",
        "thua tach",
        "TÁCH  THỬA!",
        "ta th hop",
        "tách thu\u{309}\u{31b}a",
    ] {
        assert_eq!(names(query)[0], "Tách thửa, hợp thửa đất", "{query}");
    }
    assert_eq!(names("khai sinh")[0], "Đăng ký khai sinh");
    assert_eq!(names("đăng kí kết hôn"), ["Đăng ký kết hôn"]);
}

#[test]
fn every_word_counts() {
    assert_eq!(
        names("giay phep lai xe quoc te"),
        ["Cấp giấy phép lái xe quốc tế"]
    );
    assert!(names("giay phep lai xe kết hôn").is_empty());
}

#[test]
fn a_whole_short_name_beats_a_synonym_beats_a_name_that_has_the_words_beats_the_official_name() {
    let exact = find("Đổi giấy phép lái xe");
    assert_eq!(exact.hits[0].kind, Match::Exact);
    assert_eq!(
        names("doi giay phep lai xe")[..2],
        ["Đổi giấy phép lái xe", "Đổi giấy phép lái xe nước ngoài"]
    );

    let synonym = find("bang lai");
    assert_eq!(synonym.hits[0].kind, Match::Synonym);

    let kinds: Vec<_> = find("sang ten").hits.iter().map(|hit| hit.kind).collect();
    assert_eq!(
        names("sang ten")[..2],
        [
            "Đăng ký biến động: chuyển nhượng, thừa kế, tặng cho",
            "Đăng ký sang tên xe"
        ]
    );
    assert_eq!(kinds[..2], [Match::Synonym, Match::Prefix]);

    let official = find("người từ đủ 14");
    assert_eq!(official.hits[0].kind, Match::FullName);
}

#[test]
fn what_is_asked_for_most_comes_first_among_equals() {
    let entry = |id, busy_rank| Entry::new(id, busy_rank).with(Field::ShortName, "Giấy phép");
    let index = Index::build([entry(1, 3), entry(2, 1), entry(3, 2)], &[]);
    let ids: Vec<_> = index
        .search("giay", 2)
        .hits
        .iter()
        .map(|hit| hit.id)
        .collect();
    assert_eq!(ids, [2, 3]);
}

#[test]
fn whole_words_and_neighbours_come_first_even_before_what_is_asked_for_most() {
    let entry = |id, busy_rank, name| Entry::new(id, busy_rank).with(Field::ShortName, name);
    let first = |query, entries: [Entry<'static>; 2]| {
        Index::build(entries, &[]).search(query, 1).hits[0].id
    };
    assert_eq!(
        first("the", [entry(1, 1, "Theo dõi"), entry(2, 4, "Thẻ tạm trú")]),
        2
    );
    assert_eq!(
        first(
            "xe may",
            [entry(1, 1, "May áo xe"), entry(2, 4, "Đăng ký xe máy")]
        ),
        2
    );
}

#[test]
fn typed_accents_put_their_own_word_first() {
    let entry = |id, name| Entry::new(id, 1).with(Field::ShortName, name);
    let index = Index::build(
        [
            entry(1, "Đấu giá"),
            entry(2, "Con dấu"),
            entry(3, "Xăng dầu"),
            entry(4, "Quý"),
        ],
        &[],
    );
    let first = |query| {
        index
            .search(query, 9)
            .hits
            .iter()
            .map(|hit| hit.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(first("dấu")[0], 2);
    assert_eq!(first("đấu")[0], 1);
    assert_eq!(first("đâ")[0], 1, "half typed");
    assert_eq!(first("dầ")[0], 3);
    assert_eq!(first("dau"), [1, 2, 3]);
    assert_eq!(first("quí"), [4]);

    let long = |id, busy_rank, name| Entry::new(id, busy_rank).with(Field::OfficialName, name);
    let index = Index::build(
        [long(1, 1, "Yêu cầu phải đạt"), long(2, 4, "Sử dụng đất")],
        &[],
    );
    assert_eq!(index.search("đất", 1).hits[0].id, 2, "in long texts too");
}

#[test]
fn abbreviations_and_popular_names_are_understood_and_told() {
    assert_eq!(understood("bằng lái"), ["bằng lái = giấy phép lái xe"]);
    assert_eq!(understood("cap lai GPLX"), ["GPLX = giấy phép lái xe"]);
    assert_eq!(names("cap lai GPLX")[0], "Cấp lại giấy phép lái xe");
    assert_eq!(names("lltp"), ["Cấp Phiếu lý lịch tư pháp"]);
    assert_eq!(names("sổ đỏ")[0], "Cấp đổi Giấy chứng nhận (sổ đỏ)");
    assert_eq!(
        names("cccd"),
        ["Cấp đổi thẻ căn cước", "Cấp thẻ căn cước (từ đủ 14 tuổi)"]
    );
    assert_eq!(
        understood("cccd"),
        ["cccd = thẻ căn cước"],
        "the meaning that no name has is not told"
    );
    assert_eq!(
        understood("khai sinh").len(),
        2,
        "both meanings led to hits"
    );
    assert!(understood("giay phep lai xe").is_empty());
}

#[test]
fn two_synonyms_in_one_query_are_both_understood() {
    assert_eq!(names("doi bang quoc te gplx"), Vec::<&str>::new());
    assert_eq!(
        understood("gcn qsdd"),
        ["gcn = giấy chứng nhận", "qsdd = quyền sử dụng đất"]
    );
    assert_eq!(names("gcn qsdd")[0], "Cấp đổi Giấy chứng nhận (sổ đỏ)");
}

#[test]
fn a_meaning_scattered_over_a_long_name_is_no_match() {
    assert_eq!(names("ncc"), ["Chế độ người có công với cách mạng"]);
    assert_eq!(names("lữ hành")[0], "Giấy phép lữ hành nội địa");

    let synonym = Synonym {
        query_folded: "ncc".into(),
        expands_to: vec!["người có công".into()],
    };
    let entry = |id, name| Entry::new(id, 1).with(Field::OfficialName, name);
    let scattered = entry(1, "Công nhận người nước ngoài có bằng cấp");
    let index = Index::build([scattered, entry(2, "Ưu đãi người có công")], &[synonym]);
    let ids: Vec<_> = index
        .search("ncc", 9)
        .hits
        .iter()
        .map(|hit| hit.id)
        .collect();
    assert_eq!(ids, [2]);
}

#[test]
fn english_and_codes_are_found_too() {
    assert_eq!(names("driving licence international"), Vec::<&str>::new());
    assert_eq!(
        names("international driving"),
        ["Cấp giấy phép lái xe quốc tế"]
    );
    assert_eq!(names("marriage reg"), ["Đăng ký kết hôn"]);
    assert_eq!(names("1.012783"), ["Cấp đổi Giấy chứng nhận (sổ đỏ)"]);
    assert_eq!(names("012783"), ["Cấp đổi Giấy chứng nhận (sổ đỏ)"]);
}

#[test]
fn a_popular_name_of_one_entry_is_a_synonym_of_it() {
    let entry = Entry::new(1, 1)
        .with(Field::ShortName, "Đăng ký xe")
        .with(Field::OtherName, "cà vẹt");
    let found = Index::build([entry], &[]).search("ca vet", 1);
    assert_eq!(found.hits[0].kind, Match::Synonym);
}

#[test]
fn an_abbreviation_in_a_name_is_found_by_what_it_means() {
    assert_eq!(
        names("bảo hiểm y tế")[0],
        "Cấp lại, điều chỉnh sổ BHXH, thẻ BHYT"
    );
    assert_eq!(
        names("công ty trách nhiệm hữu hạn"),
        ["Đăng ký công ty TNHH một thành viên"]
    );
    assert!(understood("bảo hiểm y tế").is_empty());
}

#[test]
fn two_words_are_not_answered_by_one() {
    let entry = |id, name| Entry::new(id, 1).with(Field::ShortName, name);
    let index = Index::build([entry(1, "Du lịch"), entry(2, "Phiếu lý lịch")], &[]);
    let hits = index.search("ly lich", 9).hits;
    assert_eq!(
        hits.iter()
            .map(|hit| (hit.id, hit.kind))
            .collect::<Vec<_>>(),
        [(2, Match::Prefix), (1, Match::FullName),]
    );
}
