//! What Telex keys spell.

use vietnamese::{fold, telex};

#[test]
fn keys_spell_syllables() {
    for (keys, written) in [
        ("ddooir bawngf lais xe", "đổi bằng lái xe"),
        ("ddoori bafwng lasi", "đổi bằng lái"),
        (
            "giaays chuwngs nhaanj quyeenf suwr dungj ddaats",
            "giấy chứng nhận quyền sử dụng đất",
        ),
        ("giaays khai sinh", "giấy khai sinh"),
        ("ddawng kys keets hoon", "đăng ký kết hôn"),
        ("hooj chieeus phoor thoong", "hộ chiếu phổ thông"),
        ("lys lichj tuw phaps", "lý lịch tư pháp"),
        ("cuwowcs", "cước"),
        ("cuowcs", "cước"),
        ("thuees", "thuế"),
        ("nguowif", "người"),
        ("rwowuj", "rwowuj"),
        ("muaw", "mưa"),
        ("quawng", "quăng"),
        ("quys", "quý"),
        ("gif", "gì"),
        ("gias", "giá"),
        ("hoaf", "hòa"),
        ("thuyr", "thủy"),
        ("toans", "toán"),
        ("khuyeens", "khuyến"),
        ("ngoaif", "ngoài"),
        ("dduowngf", "đường"),
        ("dd", "đ"),
        ("ddooirz", "đôi"),
    ] {
        assert_eq!(telex(keys), written, "{keys}");
    }
}

#[test]
fn what_is_no_syllable_stays() {
    for typed in [
        "passport",
        "fax",
        "B2",
        "1.004222",
        "xqzw",
        "",
        " ",
        "w",
        "doi bang lai",
        "Giaays",
        "dadd",
    ] {
        assert_eq!(telex(typed), typed);
    }
}

#[test]
fn accents_that_are_there_may_be_typed_on() {
    assert_eq!(telex("đôir"), "đổi");
    assert_eq!(telex("đổi"), "đổi");
}

#[test]
fn every_key_shows_something_and_the_letters_stay() {
    let all = "ddooir giaays pheps lais xe cuwowcs quyeenf";
    let ends = all
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8());
    let shown: Vec<String> = ends.map(|end| telex(&all[..end])).collect();
    assert_eq!(
        shown[..6],
        ["d", "đ", "đo", "đô", "đôi", "đổi"].map(String::from)[..]
    );
    assert_eq!(
        fold(shown.last().unwrap()),
        "doi giay phep lai xe cuoc quien"
    );
}
