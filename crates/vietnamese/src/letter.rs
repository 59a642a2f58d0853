//! The names of letters, spelled so that a speech synthesiser says them right: given a bare `D`,
//! the common ones read it like `Đ`.

/// The Vietnamese name of a letter of either case; the foreign F, J, W, Z included. `None` for
/// anything else.
///
/// ```
/// assert_eq!(vietnamese::letter::vi('A'), Some("a"));
/// assert_eq!(vietnamese::letter::vi('x'), Some("ích xì"));
/// ```
#[must_use]
pub fn vi(letter: char) -> Option<&'static str> {
    Some(match single_lower(letter)? {
        'a' => "a",
        'ă' => "á",
        'â' => "ớ",
        'b' => "bê",
        'c' => "xê",
        'd' => "dê",
        'đ' => "đê",
        'e' => "e",
        'ê' => "ê",
        'f' => "ép",
        'g' => "giê",
        'h' => "hát",
        'i' => "i",
        'j' => "gi",
        'k' => "ca",
        'l' => "e lờ",
        'm' => "em mờ",
        'n' => "en nờ",
        'o' => "o",
        'ô' => "ô",
        'ơ' => "ơ",
        'p' => "pê",
        'q' => "cu",
        'r' => "e rờ",
        's' => "ét sì",
        't' => "tê",
        'u' => "u",
        'ư' => "ư",
        'v' => "vê",
        'w' => "vê kép",
        'x' => "ích xì",
        'y' => "i dài",
        'z' => "dét",
        _ => return None,
    })
}

/// The English name of a Latin letter of either case. `None` for anything else, the Vietnamese
/// letters among them.
#[must_use]
pub fn en(letter: char) -> Option<&'static str> {
    Some(match single_lower(letter)? {
        'a' => "a",
        'b' => "bee",
        'c' => "cee",
        'd' => "dee",
        'e' => "e",
        'f' => "ef",
        'g' => "gee",
        'h' => "aitch",
        'i' => "i",
        'j' => "jay",
        'k' => "kay",
        'l' => "el",
        'm' => "em",
        'n' => "en",
        'o' => "o",
        'p' => "pee",
        'q' => "cue",
        'r' => "ar",
        's' => "ess",
        't' => "tee",
        'u' => "u",
        'v' => "vee",
        'w' => "double u",
        'x' => "ex",
        'y' => "wye",
        'z' => "zed",
        _ => return None,
    })
}

fn single_lower(letter: char) -> Option<char> {
    let mut lower = letter.to_lowercase();
    lower.next().filter(|_| lower.next().is_none())
}
